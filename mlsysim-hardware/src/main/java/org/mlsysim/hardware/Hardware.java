package org.mlsysim.hardware;

import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.hardware.HardwareNode;

/**
 * The registered devices, as constants: the registry id in upper case.
 *
 * <p>Each group loads its records when one of them is first used; the names that the 0.1 line had
 * without a group stand at the top. A name in a variable is looked up by {@code
 * Catalogs.installed().of(HardwareNode.class).get(name)}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Hardware {
  public static final HardwareNode V100 = of(HardwareNode.class, "Hardware.Cloud.V100");
  public static final HardwareNode A100 = of(HardwareNode.class, "Hardware.Cloud.A100");
  public static final HardwareNode H100 = of(HardwareNode.class, "Hardware.Cloud.H100");
  public static final HardwareNode H200 = of(HardwareNode.class, "Hardware.Cloud.H200");
  public static final HardwareNode B200 = of(HardwareNode.class, "Hardware.Cloud.B200");
  public static final HardwareNode NVL72 = of(HardwareNode.class, "Hardware.Cloud.GB200_NVL72");
  public static final HardwareNode MI300X = of(HardwareNode.class, "Hardware.Cloud.MI300X");
  public static final HardwareNode MI250X = of(HardwareNode.class, "Hardware.Cloud.MI250X");
  public static final HardwareNode GAUDI2 = of(HardwareNode.class, "Hardware.Cloud.Gaudi2");
  public static final HardwareNode GAUDI3 = of(HardwareNode.class, "Hardware.Cloud.Gaudi3");
  public static final HardwareNode TRAINIUM2 = of(HardwareNode.class, "Hardware.Cloud.Trainium2");
  public static final HardwareNode TPUV6 = of(HardwareNode.class, "Hardware.Cloud.TPUv6");
  public static final HardwareNode TPUV5P = of(HardwareNode.class, "Hardware.Cloud.TPUv5p");
  public static final HardwareNode TPUV4 = of(HardwareNode.class, "Hardware.Cloud.TPUv4");
  public static final HardwareNode T4 = of(HardwareNode.class, "Hardware.Cloud.T4");
  public static final HardwareNode CEREBRASCS3 =
      of(HardwareNode.class, "Hardware.Cloud.Cerebras_CS3");
  public static final HardwareNode DGXSPARK =
      of(HardwareNode.class, "Hardware.Workstation.DGX_Spark");
  public static final HardwareNode MACBOOK =
      of(HardwareNode.class, "Hardware.Workstation.MacBookM3Max");
  public static final HardwareNode IPHONE = of(HardwareNode.class, "Hardware.Mobile.iPhone15Pro");
  public static final HardwareNode SNAPDRAGON =
      of(HardwareNode.class, "Hardware.Mobile.Snapdragon8Gen3");
  public static final HardwareNode JETSON = of(HardwareNode.class, "Hardware.Edge.JetsonOrinNX");
  public static final HardwareNode ESP32 = of(HardwareNode.class, "Hardware.Tiny.ESP32_S3");
  public static final HardwareNode HIMAX = of(HardwareNode.class, "Hardware.Tiny.HimaxWE1");

  /** Accelerators of datacenters. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Cloud {
    public static final HardwareNode A100 = of(HardwareNode.class, "Hardware.Cloud.A100");
    public static final HardwareNode A100_40GB = of(HardwareNode.class, "Hardware.Cloud.A100_40GB");
    public static final HardwareNode B200 = of(HardwareNode.class, "Hardware.Cloud.B200");
    public static final HardwareNode CEREBRAS_CS3 =
        of(HardwareNode.class, "Hardware.Cloud.Cerebras_CS3");
    public static final HardwareNode DMATRIX_CORSAIR =
        of(HardwareNode.class, "Hardware.Cloud.DMatrix_Corsair");
    public static final HardwareNode GB200_NVL72 =
        of(HardwareNode.class, "Hardware.Cloud.GB200_NVL72");
    public static final HardwareNode GAUDI2 = of(HardwareNode.class, "Hardware.Cloud.Gaudi2");
    public static final HardwareNode GAUDI3 = of(HardwareNode.class, "Hardware.Cloud.Gaudi3");
    public static final HardwareNode GRAPHCORE_GC200 =
        of(HardwareNode.class, "Hardware.Cloud.Graphcore_GC200");
    public static final HardwareNode GROQ_LPU = of(HardwareNode.class, "Hardware.Cloud.Groq_LPU");
    public static final HardwareNode H100 = of(HardwareNode.class, "Hardware.Cloud.H100");
    public static final HardwareNode H100_PCIE = of(HardwareNode.class, "Hardware.Cloud.H100_PCIe");
    public static final HardwareNode H200 = of(HardwareNode.class, "Hardware.Cloud.H200");
    public static final HardwareNode INTELSGX = of(HardwareNode.class, "Hardware.Cloud.IntelSGX");
    public static final HardwareNode K80 = of(HardwareNode.class, "Hardware.Cloud.K80");
    public static final HardwareNode MI250X = of(HardwareNode.class, "Hardware.Cloud.MI250X");
    public static final HardwareNode MI300X = of(HardwareNode.class, "Hardware.Cloud.MI300X");
    public static final HardwareNode MI325X = of(HardwareNode.class, "Hardware.Cloud.MI325X");
    public static final HardwareNode P100 = of(HardwareNode.class, "Hardware.Cloud.P100");
    public static final HardwareNode REFERENCECPU =
        of(HardwareNode.class, "Hardware.Cloud.ReferenceCPU");
    public static final HardwareNode T4 = of(HardwareNode.class, "Hardware.Cloud.T4");
    public static final HardwareNode TPUV1 = of(HardwareNode.class, "Hardware.Cloud.TPUv1");
    public static final HardwareNode TPUV2 = of(HardwareNode.class, "Hardware.Cloud.TPUv2");
    public static final HardwareNode TPUV3 = of(HardwareNode.class, "Hardware.Cloud.TPUv3");
    public static final HardwareNode TPUV4 = of(HardwareNode.class, "Hardware.Cloud.TPUv4");
    public static final HardwareNode TPUV5P = of(HardwareNode.class, "Hardware.Cloud.TPUv5p");
    public static final HardwareNode TPUV6 = of(HardwareNode.class, "Hardware.Cloud.TPUv6");
    public static final HardwareNode TRAINIUM2 = of(HardwareNode.class, "Hardware.Cloud.Trainium2");
    public static final HardwareNode UNTETHER_SPEEDAI240 =
        of(HardwareNode.class, "Hardware.Cloud.Untether_speedAI240");
    public static final HardwareNode V100 = of(HardwareNode.class, "Hardware.Cloud.V100");
    public static final HardwareNode V100_PCIE = of(HardwareNode.class, "Hardware.Cloud.V100_PCIe");
    public static final HardwareNode L4 = of(HardwareNode.class, "Hardware.Cloud.L4");
    public static final HardwareNode L40S = of(HardwareNode.class, "Hardware.Cloud.L40S");
    public static final HardwareNode A10 = of(HardwareNode.class, "Hardware.Cloud.A10");
    public static final HardwareNode GB200 = of(HardwareNode.class, "Hardware.Cloud.GB200");
    public static final HardwareNode MI355X = of(HardwareNode.class, "Hardware.Cloud.MI355X");
    public static final HardwareNode TPUV5E = of(HardwareNode.class, "Hardware.Cloud.TPUv5e");
    public static final HardwareNode TPU7X = of(HardwareNode.class, "Hardware.Cloud.TPU7x");
    public static final HardwareNode TRAINIUM1 = of(HardwareNode.class, "Hardware.Cloud.Trainium1");

    private Cloud() {}
  }

  /** Devices at the edge. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Edge {
    public static final HardwareNode CORAL = of(HardwareNode.class, "Hardware.Edge.Coral");
    public static final HardwareNode DRIVETHOR = of(HardwareNode.class, "Hardware.Edge.DriveThor");
    public static final HardwareNode GENERICSERVER =
        of(HardwareNode.class, "Hardware.Edge.GenericServer");
    public static final HardwareNode JETSONAGXORIN =
        of(HardwareNode.class, "Hardware.Edge.JetsonAGXOrin");
    public static final HardwareNode JETSONORINNX =
        of(HardwareNode.class, "Hardware.Edge.JetsonOrinNX");
    public static final HardwareNode JETSONORINNANO =
        of(HardwareNode.class, "Hardware.Edge.JetsonOrinNano");
    public static final HardwareNode NUC_MOVIDIUS =
        of(HardwareNode.class, "Hardware.Edge.NUC_Movidius");
    public static final HardwareNode ROBOTAXI = of(HardwareNode.class, "Hardware.Edge.RoboTaxi");

    private Edge() {}
  }

  /** Phones. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Mobile {
    public static final HardwareNode APPLEM2 = of(HardwareNode.class, "Hardware.Mobile.AppleM2");
    public static final HardwareNode PIXEL8 = of(HardwareNode.class, "Hardware.Mobile.Pixel8");
    public static final HardwareNode SNAPDRAGON8GEN3 =
        of(HardwareNode.class, "Hardware.Mobile.Snapdragon8Gen3");
    public static final HardwareNode IPHONE15PRO =
        of(HardwareNode.class, "Hardware.Mobile.iPhone15Pro");

    private Mobile() {}
  }

  /** Microcontrollers. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Tiny {
    public static final HardwareNode ESP32_S3 = of(HardwareNode.class, "Hardware.Tiny.ESP32_S3");
    public static final HardwareNode HIMAXWE1 = of(HardwareNode.class, "Hardware.Tiny.HimaxWE1");
    public static final HardwareNode LOCKSTEPSAFETYMCU_REFERENCE =
        of(HardwareNode.class, "Hardware.Tiny.LockstepSafetyMCU_Reference");
    public static final HardwareNode OURARING = of(HardwareNode.class, "Hardware.Tiny.OuraRing");
    public static final HardwareNode STM32F4 = of(HardwareNode.class, "Hardware.Tiny.STM32F4");
    public static final HardwareNode NRF52840 = of(HardwareNode.class, "Hardware.Tiny.nRF52840");

    private Tiny() {}
  }

  /** Workstations and their accelerators. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Workstation {
    public static final HardwareNode DGX_SPARK =
        of(HardwareNode.class, "Hardware.Workstation.DGX_Spark");
    public static final HardwareNode GTX580_3GB =
        of(HardwareNode.class, "Hardware.Workstation.GTX580_3GB");
    public static final HardwareNode MACBOOKM3MAX =
        of(HardwareNode.class, "Hardware.Workstation.MacBookM3Max");
    public static final HardwareNode RTX3090 =
        of(HardwareNode.class, "Hardware.Workstation.RTX3090");
    public static final HardwareNode RTX4090 =
        of(HardwareNode.class, "Hardware.Workstation.RTX4090");
    public static final HardwareNode RTX5090 =
        of(HardwareNode.class, "Hardware.Workstation.RTX5090");

    private Workstation() {}
  }

  private static <T extends Registered> T of(Class<T> type, String path) {
    return Catalogs.installed().of(type).get(path);
  }

  private Hardware() {}
}

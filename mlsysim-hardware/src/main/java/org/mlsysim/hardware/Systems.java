package org.mlsysim.hardware;

import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.system.CheckpointPath;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.NetworkFabric;
import org.mlsysim.api.system.Node;
import org.mlsysim.api.system.NodeStorage;
import org.mlsysim.api.system.Pod;
import org.mlsysim.api.system.Rack;
import org.mlsysim.api.system.RecoveryProfile;
import org.mlsysim.api.system.ReliabilityComponent;
import org.mlsysim.api.system.StorageDevice;

/**
 * The registered systems, as constants: the registry id in upper case.
 *
 * <p>Each group loads its records when one of them is first used.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Systems {

  /** Servers. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Nodes {
    public static final Node DGX_H100 = of(Node.class, "Systems.Nodes.DGX_H100");
    public static final Node HGX_H100_EPYC = of(Node.class, "Systems.Nodes.HGX_H100_EPYC");
    public static final Node WORKSTATION_M3MAX = of(Node.class, "Systems.Nodes.Workstation_M3Max");
    public static final Node DGX_A100 = of(Node.class, "Systems.Nodes.DGX_A100");
    public static final Node DGX_B200 = of(Node.class, "Systems.Nodes.DGX_B200");
    public static final Node KEMPNER_H100_4GPU = of(Node.class, "Systems.Nodes.Kempner_H100_4GPU");
    public static final Node GRANDTETON_H100 = of(Node.class, "Systems.Nodes.GrandTeton_H100");
    public static final Node SERVER_8X_MI300X = of(Node.class, "Systems.Nodes.Server_8x_MI300X");

    private Nodes() {}
  }

  /** Fleets of equal servers on one fabric. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Clusters {
    public static final Fleet RESEARCH_256 = of(Fleet.class, "Systems.Clusters.Research_256");
    public static final Fleet LAB_64_H100 = of(Fleet.class, "Systems.Clusters.Lab_64_H100");
    public static final Fleet TRAINING_512_H100 =
        of(Fleet.class, "Systems.Clusters.Training_512_H100");
    public static final Fleet PRODUCTION_2K = of(Fleet.class, "Systems.Clusters.Production_2K");
    public static final Fleet TRAINING_1K = of(Fleet.class, "Systems.Clusters.Training_1K");
    public static final Fleet TRAINING_1K_A100 =
        of(Fleet.class, "Systems.Clusters.Training_1K_A100");
    public static final Fleet FRONTIER_8K = of(Fleet.class, "Systems.Clusters.Frontier_8K");
    public static final Fleet TRAINING_10K = of(Fleet.class, "Systems.Clusters.Training_10K");
    public static final Fleet REFERENCE_25K_H100 =
        of(Fleet.class, "Systems.Clusters.Reference_25K_H100");
    public static final Fleet KEMPNER_H100_384 =
        of(Fleet.class, "Systems.Clusters.Kempner_H100_384");
    public static final Fleet MEGA_100K = of(Fleet.class, "Systems.Clusters.Mega_100K");
    public static final Fleet LAB_64_A100 = of(Fleet.class, "Systems.Clusters.Lab_64_A100");
    public static final Fleet DGXH100SUPERPODSU =
        of(Fleet.class, "Systems.Clusters.DgxH100SuperPodSU");
    public static final Fleet META_RSC_A100_16K =
        of(Fleet.class, "Systems.Clusters.Meta_RSC_A100_16K");
    public static final Fleet META_GENAI_H100_24K_ROCE =
        of(Fleet.class, "Systems.Clusters.Meta_GenAI_H100_24K_RoCE");
    public static final Fleet META_GENAI_H100_24K_IB =
        of(Fleet.class, "Systems.Clusters.Meta_GenAI_H100_24K_IB");
    public static final Fleet TRAINING_1K_B200 =
        of(Fleet.class, "Systems.Clusters.Training_1K_B200");
    public static final Fleet META_LLAMA3_16K_H100 =
        of(Fleet.class, "Systems.Clusters.Meta_Llama3_16K_H100");

    private Clusters() {}
  }

  /** Networks between servers. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Fabrics {
    public static final NetworkFabric ETHERNET_10G =
        of(NetworkFabric.class, "Systems.Fabrics.Ethernet_10G");
    public static final NetworkFabric ETHERNET_100G =
        of(NetworkFabric.class, "Systems.Fabrics.Ethernet_100G");
    public static final NetworkFabric ETHERNET_400G =
        of(NetworkFabric.class, "Systems.Fabrics.Ethernet_400G");
    public static final NetworkFabric ETHERNET_800G =
        of(NetworkFabric.class, "Systems.Fabrics.Ethernet_800G");
    public static final NetworkFabric ETHERNET_1P6T =
        of(NetworkFabric.class, "Systems.Fabrics.Ethernet_1P6T");
    public static final NetworkFabric ROCE_100G =
        of(NetworkFabric.class, "Systems.Fabrics.RoCE_100G");
    public static final NetworkFabric INFINIBAND_HDR =
        of(NetworkFabric.class, "Systems.Fabrics.InfiniBand_HDR");
    public static final NetworkFabric INFINIBAND_NDR =
        of(NetworkFabric.class, "Systems.Fabrics.InfiniBand_NDR");
    public static final NetworkFabric INFINIBAND_XDR =
        of(NetworkFabric.class, "Systems.Fabrics.InfiniBand_XDR");
    public static final NetworkFabric INFINIBAND_GXDR =
        of(NetworkFabric.class, "Systems.Fabrics.InfiniBand_GXDR");
    public static final NetworkFabric INFINIBAND_EDR =
        of(NetworkFabric.class, "Systems.Fabrics.InfiniBand_EDR");
    public static final NetworkFabric ROCE_400G =
        of(NetworkFabric.class, "Systems.Fabrics.RoCE_400G");
    public static final NetworkFabric INFINIBAND_NDR_OVERSUB2TO1 =
        of(NetworkFabric.class, "Systems.Fabrics.InfiniBand_NDR_Oversub2to1");
    public static final NetworkFabric INFINIBAND_NDR_OVERSUB4TO1 =
        of(NetworkFabric.class, "Systems.Fabrics.InfiniBand_NDR_Oversub4to1");

    private Fabrics() {}
  }

  /** Racks of equal servers. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Racks {
    public static final Rack DGX_H100_4NODE = of(Rack.class, "Systems.Racks.DGX_H100_4Node");

    private Racks() {}
  }

  /** Pods of accelerators. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Pods {
    public static final Pod TPUV4_4096 = of(Pod.class, "Systems.Pods.TPUv4_4096");
    public static final Pod TPUV5P_8960 = of(Pod.class, "Systems.Pods.TPUv5p_8960");

    private Pods() {}
  }

  /** Drives, stores and the way of a checkpoint. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Storage {
    public static final StorageDevice LOCALNVMEGEN5 =
        of(StorageDevice.class, "Systems.Storage.LocalNvmeGen5");
    public static final StorageDevice LOCALNVMEGEN4 =
        of(StorageDevice.class, "Systems.Storage.LocalNvmeGen4");
    public static final StorageDevice LOCALNVMEGEN3 =
        of(StorageDevice.class, "Systems.Storage.LocalNvmeGen3");
    public static final StorageDevice SATASSD = of(StorageDevice.class, "Systems.Storage.SataSsd");
    public static final StorageDevice SATASSDEFFECTIVE =
        of(StorageDevice.class, "Systems.Storage.SataSsdEffective");
    public static final StorageDevice HDD7200RPM =
        of(StorageDevice.class, "Systems.Storage.Hdd7200Rpm");
    public static final StorageDevice CLOUDBLOCKSTORAGEBASELINE =
        of(StorageDevice.class, "Systems.Storage.CloudBlockStorageBaseline");
    public static final StorageDevice OBJECTSTORESINGLESTREAM =
        of(StorageDevice.class, "Systems.Storage.ObjectStoreSingleStream");
    public static final StorageDevice LOCALNVMETRAININGLOW =
        of(StorageDevice.class, "Systems.Storage.LocalNvmeTrainingLow");
    public static final StorageDevice LOCALNVMETRAININGTYPICAL =
        of(StorageDevice.class, "Systems.Storage.LocalNvmeTrainingTypical");
    public static final NodeStorage LOCALNVMEGEN4X4 =
        of(NodeStorage.class, "Systems.Storage.LocalNvmeGen4x4");
    public static final NodeStorage LOCALNVMEGEN5X4 =
        of(NodeStorage.class, "Systems.Storage.LocalNvmeGen5x4");
    public static final StorageDevice LOCALNVMEGEN4_7T68 =
        of(StorageDevice.class, "Systems.Storage.LocalNvmeGen4_7T68");
    public static final NodeStorage LOCALNVMEGEN4_7T68X4 =
        of(NodeStorage.class, "Systems.Storage.LocalNvmeGen4_7T68x4");
    public static final StorageDevice PFSPERNODESHARE =
        of(StorageDevice.class, "Systems.Storage.PfsPerNodeShare");
    public static final StorageDevice PFSONETBPERSECOND =
        of(StorageDevice.class, "Systems.Storage.PfsOneTbPerSecond");
    public static final CheckpointPath PRODUCTION2KCHECKPOINTPATH =
        of(CheckpointPath.class, "Systems.Storage.Production2KCheckpointPath");

    private Storage() {}
  }

  /** Parts that fail, and how a job recovers. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Reliability {
    public static final ReliabilityComponent GPU =
        of(ReliabilityComponent.class, "Systems.Reliability.Gpu");
    public static final ReliabilityComponent NIC =
        of(ReliabilityComponent.class, "Systems.Reliability.Nic");
    public static final ReliabilityComponent PSU =
        of(ReliabilityComponent.class, "Systems.Reliability.Psu");
    public static final ReliabilityComponent PCIESWITCH =
        of(ReliabilityComponent.class, "Systems.Reliability.PcieSwitch");
    public static final ReliabilityComponent CABLE =
        of(ReliabilityComponent.class, "Systems.Reliability.Cable");
    public static final ReliabilityComponent TORSWITCH =
        of(ReliabilityComponent.class, "Systems.Reliability.TorSwitch");
    public static final ReliabilityComponent HBM =
        of(ReliabilityComponent.class, "Systems.Reliability.Hbm");
    public static final ReliabilityComponent DGXNODECOMPOSITE =
        of(ReliabilityComponent.class, "Systems.Reliability.DgxNodeComposite");
    public static final RecoveryProfile RECOVERY =
        of(RecoveryProfile.class, "Systems.Reliability.Recovery");

    private Reliability() {}
  }

  private static <T extends Registered> T of(Class<T> type, String path) {
    return Catalogs.installed().of(type).get(path);
  }

  private Systems() {}
}

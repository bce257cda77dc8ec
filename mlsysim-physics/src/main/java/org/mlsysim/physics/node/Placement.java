package org.mlsysim.physics.node;

/**
 * Which memory of a device serves a pass, and at what rate.
 *
 * <p>The first level that holds what is needed is used: on-chip memory, flash (inference only),
 * main memory. If none does, the state is infeasible and still priced: the share of the traffic
 * that does not fit moves at the rate of the host link. Samples of a batch follow one another on
 * devices with on-chip memory, so the activations of one sample count there.
 */
public final class Placement {
  /**
   * The level that serves an inference pass.
   *
   * @param footprint weights and cache [B]
   * @param weights stored weights alone [B]
   * @param working activations of one sample [B]
   * @param cache cache or state alone [B]
   */
  public static MemoryLevel inferenceLevel(
      DeviceForm device, double footprint, double weights, double working, double cache) {
    if (fitsSram(device, footprint + working)) {
      return MemoryLevel.SRAM;
    }
    if (device.hasFlash() && Ties.fits(weights, device.flashCapacityOrMain())) {
      boolean overflows =
          !Double.isNaN(device.sramCapacity())
              && !Ties.fits(working + cache, device.sramCapacity());
      return overflows ? MemoryLevel.FLASH_AND_HOST : MemoryLevel.FLASH;
    }
    return mainLevel(device, footprint);
  }

  /** The level that serves a training step of a footprint [B]; flash cannot be written to. */
  public static MemoryLevel trainingLevel(DeviceForm device, double footprint) {
    return fitsSram(device, footprint) ? MemoryLevel.SRAM : mainLevel(device, footprint);
  }

  /** Rate of a level while everything fits [B/s]; that of its local part if something does not. */
  public static double levelBandwidth(DeviceForm device, MemoryLevel level) {
    return switch (level) {
      case SRAM -> device.sramBandwidth();
      case FLASH, FLASH_AND_HOST -> device.flashBandwidthOrMain();
      case MAIN, MAIN_AND_HOST -> device.memoryBandwidth();
    };
  }

  /**
   * Rate of a pass of which a share comes over the host link.
   *
   * <pre>1 / ((1 - s) / B + s / min(B, link))</pre>
   *
   * <p>It meets the local rate at s = 0 and never falls below the link's.
   *
   * @param bandwidth B, rate of the local memory [B/s], &gt; 0
   * @param hostLink one-way rate to the host [B/s], &gt; 0
   * @param spilledShare s, share of the bytes that does not fit, [0, 1]
   * @return rate [B/s]
   */
  public static double spilledBandwidth(double bandwidth, double hostLink, double spilledShare) {
    return 1 / ((1 - spilledShare) / bandwidth + spilledShare / Math.min(bandwidth, hostLink));
  }

  /** Bytes of an inference footprint beyond main memory, or beyond flash where that is larger. */
  public static double inferenceSpill(DeviceForm device, double footprint) {
    double flash = Double.isNaN(device.flashCapacity()) ? 0 : device.flashCapacity();
    return footprint - Math.max(device.memoryCapacity(), flash);
  }

  private static boolean fitsSram(DeviceForm device, double need) {
    return !Double.isNaN(device.sramBandwidth()) && Ties.fits(need, device.sramCapacity());
  }

  private static MemoryLevel mainLevel(DeviceForm device, double footprint) {
    return Ties.fits(footprint, device.memoryCapacity())
        ? MemoryLevel.MAIN
        : MemoryLevel.MAIN_AND_HOST;
  }

  private Placement() {}
}

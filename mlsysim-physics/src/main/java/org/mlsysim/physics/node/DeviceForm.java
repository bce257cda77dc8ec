package org.mlsysim.physics.node;

/**
 * One accelerator at one precision, as plain numbers.
 *
 * <p>NaN means "not stated".
 *
 * @param peakFlops dense rate at the precision used [FLOP/s], &gt; 0
 * @param memoryCapacity main memory [B], &ge; 0
 * @param memoryBandwidth main memory [B/s], &gt; 0
 * @param sramCapacity on-chip memory that can hold a model [B], or NaN
 * @param sramBandwidth rate of that memory [B/s], or NaN
 * @param flashCapacity memory the weights are executed from [B], or NaN
 * @param flashBandwidth rate of that memory [B/s], or NaN
 * @param hostLinkBandwidth one-way rate to the host's memory [B/s], or NaN for {@link
 *     #DEFAULT_HOST_LINK}
 * @param tdp thermal design power [W], or NaN
 * @param dispatchTax fixed cost of starting a pass [s], &ge; 0
 */
public record DeviceForm(
    double peakFlops,
    double memoryCapacity,
    double memoryBandwidth,
    double sramCapacity,
    double sramBandwidth,
    double flashCapacity,
    double flashBandwidth,
    double hostLinkBandwidth,
    double tdp,
    double dispatchTax) {

  /** One-way rate of a PCIe Gen5 x16 link [B/s], for devices that state no host link. */
  public static final double DEFAULT_HOST_LINK = 64e9;

  /** Dispatch tax of a device that states none [s]. */
  public static final double DEFAULT_DISPATCH_TAX = 1e-5;

  /** A device with one level of memory; everything else can be added by {@code with...}. */
  public static DeviceForm of(double peakFlops, double memoryCapacity, double memoryBandwidth) {
    return new DeviceForm(
        peakFlops,
        memoryCapacity,
        memoryBandwidth,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        DEFAULT_DISPATCH_TAX);
  }

  /** This device at another peak rate [FLOP/s]. */
  public DeviceForm withPeakFlops(double flops) {
    return new DeviceForm(
        flops,
        memoryCapacity,
        memoryBandwidth,
        sramCapacity,
        sramBandwidth,
        flashCapacity,
        flashBandwidth,
        hostLinkBandwidth,
        tdp,
        dispatchTax);
  }

  /** This device with on-chip memory of a capacity [B] and a rate [B/s]; either may be NaN. */
  public DeviceForm withSram(double capacity, double bandwidth) {
    return new DeviceForm(
        peakFlops,
        memoryCapacity,
        memoryBandwidth,
        capacity,
        bandwidth,
        flashCapacity,
        flashBandwidth,
        hostLinkBandwidth,
        tdp,
        dispatchTax);
  }

  /** This device with flash of a capacity [B] and a rate [B/s]; either may be NaN. */
  public DeviceForm withFlash(double capacity, double bandwidth) {
    return new DeviceForm(
        peakFlops,
        memoryCapacity,
        memoryBandwidth,
        sramCapacity,
        sramBandwidth,
        capacity,
        bandwidth,
        hostLinkBandwidth,
        tdp,
        dispatchTax);
  }

  /** This device with a one-way host link [B/s], a power [W] and a dispatch tax [s]. */
  public DeviceForm withHost(double linkBandwidth, double designPower, double tax) {
    return new DeviceForm(
        peakFlops,
        memoryCapacity,
        memoryBandwidth,
        sramCapacity,
        sramBandwidth,
        flashCapacity,
        flashBandwidth,
        linkBandwidth,
        designPower,
        tax);
  }

  /** One-way rate to the host's memory [B/s], the default where none is stated. */
  public double hostLinkOrDefault() {
    return Double.isNaN(hostLinkBandwidth) ? DEFAULT_HOST_LINK : hostLinkBandwidth;
  }

  /** Whether weights may be executed from flash. */
  public boolean hasFlash() {
    return !Double.isNaN(flashCapacity) || !Double.isNaN(flashBandwidth);
  }

  /** What flash holds [B]; the main memory's capacity where flash states only a rate. */
  public double flashCapacityOrMain() {
    return Double.isNaN(flashCapacity) ? memoryCapacity : flashCapacity;
  }

  /** Rate of the flash [B/s]; the main memory's where flash states only a capacity. */
  public double flashBandwidthOrMain() {
    return Double.isNaN(flashBandwidth) ? memoryBandwidth : flashBandwidth;
  }
}

package org.mlsysim.physics.analysis;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.MemoryLevel;
import org.mlsysim.physics.node.NodeProfile;
import org.mlsysim.physics.node.SingleNode;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * Which hardware number matters: the relative change of latency when one of them changes.
 *
 * <pre>s = (T(f x) - T(x)) / T(x),  f = 1 + perturbation</pre>
 *
 * <p>Latency is that of one inference at batch 1. Bandwidth is changed at the level of memory that
 * serves the baseline, because no other can matter; capacity is changed where weights can rest.
 *
 * @see <a href="https://doi.org/10.1109/ISPASS.2014.6844463">Ofenbeck et al., Applying the Roofline
 *     Model, ISPASS 2014</a>
 */
public final class Sensitivity {
  /** Relative change below which a number does not matter [1]. */
  public static final double NOTHING = 1e-12;

  /** The number that binds. */
  public enum Constraint {
    PEAK_FLOPS,
    MEMORY_BANDWIDTH,
    MEMORY_CAPACITY,
    /** None of the three: the latency is overhead. */
    NONE
  }

  /**
   * Sensitivities; negative ones are improvements.
   *
   * @param baseline the unchanged device
   * @param peakFlops of the peak rate [1]
   * @param memoryBandwidth of the bandwidth in use [1]
   * @param memoryCapacity of the capacity for weights [1]
   * @param binding the largest by magnitude, the first of equals; capacity when the model does not
   *     fit
   */
  public record Result(
      NodeProfile baseline,
      double peakFlops,
      double memoryBandwidth,
      double memoryCapacity,
      Constraint binding) {}

  /**
   * Perturbs a device number by number.
   *
   * @param model the model
   * @param device the accelerator, its peak at the precision used
   * @param bytesPerElement b, width of the weights [B]
   * @param efficiency share of peak the arithmetic reaches [1], in (0, 1]
   * @param perturbation relative change [1], &gt; -1 and not 0
   * @param activationFraction activation traffic of a sample over the weights where no architecture
   *     is known [1], &ge; 0
   * @return sensitivities
   */
  public static Result solve(
      WorkloadForm model,
      DeviceForm device,
      double bytesPerElement,
      double efficiency,
      double perturbation,
      double activationFraction) {
    double factor = 1.0 + perturbation;
    NodeProfile baseline = profile(model, device, bytesPerElement, efficiency, activationFraction);
    double flops =
        change(
            baseline,
            profile(
                model,
                device.withPeakFlops(device.peakFlops() * factor),
                bytesPerElement,
                efficiency,
                activationFraction));
    double bandwidth =
        change(
            baseline,
            profile(
                model,
                withBandwidth(device, baseline.level(), factor),
                bytesPerElement,
                efficiency,
                activationFraction));
    double capacity =
        change(
            baseline,
            profile(
                model,
                withCapacity(device, factor),
                bytesPerElement,
                efficiency,
                activationFraction));
    return new Result(
        baseline,
        flops,
        bandwidth,
        capacity,
        binding(baseline.feasible(), flops, bandwidth, capacity));
  }

  private static NodeProfile profile(
      WorkloadForm model,
      DeviceForm device,
      double bytesPerElement,
      double efficiency,
      double activationFraction) {
    return SingleNode.inference(
        model, device, bytesPerElement, 1.0, efficiency, 0.0, activationFraction);
  }

  private static double change(NodeProfile before, NodeProfile after) {
    return (after.latency() - before.latency()) / before.latency();
  }

  /** The device with another rate of the memory that served the baseline. */
  private static DeviceForm withBandwidth(DeviceForm device, MemoryLevel level, double factor) {
    if (level == MemoryLevel.SRAM) {
      return device.withSram(device.sramCapacity(), device.sramBandwidth() * factor);
    }
    if (level == MemoryLevel.FLASH && !Double.isNaN(device.flashBandwidth())) {
      return device.withFlash(device.flashCapacity(), device.flashBandwidth() * factor);
    }
    return withMain(device, device.memoryCapacity(), device.memoryBandwidth() * factor);
  }

  /** The device with another capacity wherever weights can rest. */
  private static DeviceForm withCapacity(DeviceForm device, double factor) {
    return withMain(device, device.memoryCapacity() * factor, device.memoryBandwidth())
        .withFlash(device.flashCapacity() * factor, device.flashBandwidth());
  }

  private static DeviceForm withMain(DeviceForm device, double capacity, double bandwidth) {
    return new DeviceForm(
        device.peakFlops(),
        capacity,
        bandwidth,
        device.sramCapacity(),
        device.sramBandwidth(),
        device.flashCapacity(),
        device.flashBandwidth(),
        device.hostLinkBandwidth(),
        device.tdp(),
        device.dispatchTax());
  }

  private static Constraint binding(
      boolean feasible, double flops, double bandwidth, double capacity) {
    if (!feasible) {
      return Constraint.MEMORY_CAPACITY;
    }
    double most = Math.max(Math.max(Math.abs(flops), Math.abs(bandwidth)), Math.abs(capacity));
    if (most < NOTHING) {
      return Constraint.NONE;
    }
    if (Math.abs(flops) == most) {
      return Constraint.PEAK_FLOPS;
    }
    return Math.abs(bandwidth) == most ? Constraint.MEMORY_BANDWIDTH : Constraint.MEMORY_CAPACITY;
  }

  private Sensitivity() {}
}

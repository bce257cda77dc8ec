package org.mlsysim.physics.analysis;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.InferencePass;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * The hardware that a latency target needs: the inverse of single-node inference on a device with
 * one level of memory.
 *
 * <pre>
 * room      = target - overhead
 * bandwidth = traffic / room
 * rate      = ops / (room efficiency)
 * memory    = footprint
 * </pre>
 *
 * <p>A device of just these three numbers meets the target with arithmetic and memory in balance.
 */
public final class Synthesis {
  /**
   * What the target needs.
   *
   * @param feasible whether the overhead leaves room for any work
   * @param requiredBandwidth [B/s]; NaN when infeasible
   * @param requiredFlops peak rate [FLOP/s]; NaN when infeasible
   * @param requiredMemory footprint [B]
   * @param computeMemoryRatio required rate over required bandwidth [FLOP/B]
   * @param latencyFloor overhead, the latency of endless hardware [s]
   * @param modelSize weights [B]
   * @param totalOps work of the batch [FLOP]
   * @param traffic bytes the batch moves [B]
   */
  public record Result(
      boolean feasible,
      double requiredBandwidth,
      double requiredFlops,
      double requiredMemory,
      double computeMemoryRatio,
      double latencyFloor,
      double modelSize,
      double totalOps,
      double traffic) {}

  /**
   * Synthesizes the hardware.
   *
   * @param model the model
   * @param bytesPerElement b, width of the weights [B]
   * @param targetLatency [s], &gt; 0
   * @param efficiency share of peak the arithmetic will reach [1], in (0, 1]
   * @param batch units per pass, &ge; 1
   * @param contextLength cached tokens a decoded token attends to, &ge; 0
   * @param dispatchTax fixed cost of starting a pass [s], &ge; 0
   * @param activationFraction activation traffic of a sample over the weights where no architecture
   *     is known [1], &ge; 0
   * @return the three numbers
   */
  public static Result solve(
      WorkloadForm model,
      double bytesPerElement,
      double targetLatency,
      double efficiency,
      double batch,
      double contextLength,
      double dispatchTax,
      double activationFraction) {
    // Only the dispatch tax of the device enters; its rates are what is asked for.
    DeviceForm wanted = DeviceForm.of(1.0, 1.0, 1.0).withHost(Double.NaN, Double.NaN, dispatchTax);
    InferencePass pass =
        InferencePass.of(model, wanted, bytesPerElement, contextLength, activationFraction);
    double ops = pass.ops(batch);
    double traffic = pass.traffic(batch);
    double room = targetLatency - pass.overhead();
    boolean feasible = room > 0.0;
    return new Result(
        feasible,
        feasible ? traffic / room : Double.NaN,
        feasible ? ops / (room * efficiency) : Double.NaN,
        pass.footprint(batch),
        ops / (traffic * efficiency),
        pass.overhead(),
        pass.storedBytes(),
        ops,
        traffic);
  }

  private Synthesis() {}
}

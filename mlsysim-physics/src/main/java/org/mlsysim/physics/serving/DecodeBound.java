package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.Bound;
import org.mlsysim.physics.node.Roofline;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * The bound of one decode step by weights alone: no cache, no overhead, no derating.
 *
 * <pre>
 * t_c = 2 P_a B / tp / F       t_m = touched(B) / tp / bandwidth
 * </pre>
 *
 * @see <a href="https://doi.org/10.1145/1498765.1498785">Williams, Waterman, Patterson, Roofline,
 *     CACM 52(4), 2009</a>
 * @see <a href="https://arxiv.org/abs/2001.08361">Kaplan et al., Scaling Laws for Neural Language
 *     Models, 2020</a>
 */
public final class DecodeBound {
  /**
   * Where the step stands on the roofline of one device.
   *
   * @param weightBytes weights one device reads [B]
   * @param flops work of one device [FLOP]
   * @param computeTime t_c [s]
   * @param memoryTime t_m [s]
   * @param memoryShare t_m over t_m + t_c [1]
   * @param boundRatio t_m over t_c [1]
   * @param intensity work per byte [FLOP/B]
   * @param attainableFlops rate the roofline allows [FLOP/s]
   * @param peakFraction that rate over the peak [1]
   * @param bound the wall that binds
   */
  public record Result(
      double weightBytes,
      double flops,
      double computeTime,
      double memoryTime,
      double memoryShare,
      double boundRatio,
      double intensity,
      double attainableFlops,
      double peakFraction,
      Bound bound) {}

  /**
   * Bounds one step.
   *
   * @param model the model; its parameters are known
   * @param bytesPerElement b, width of the weights [B]
   * @param peakFlops F, rate at the precision used [FLOP/s], &gt; 0
   * @param memoryBandwidth bandwidth of one device [B/s], &gt; 0
   * @param batch B, sequences, &ge; 1
   * @param tensorParallel tp, devices that share every weight, &ge; 1
   * @return bound
   */
  public static Result solve(
      WorkloadForm model,
      double bytesPerElement,
      double peakFlops,
      double memoryBandwidth,
      double batch,
      double tensorParallel) {
    double weights = model.touchedBytes(batch, bytesPerElement) / tensorParallel;
    double flops = 2.0 * model.activeParametersOrAll() * batch / tensorParallel;
    double compute = flops / peakFlops;
    double memory = weights / memoryBandwidth;
    double intensity = flops / weights;
    double attainable = Roofline.attainable(peakFlops, memoryBandwidth, intensity);
    return new Result(
        weights,
        flops,
        compute,
        memory,
        memory / (memory + compute),
        memory / compute,
        intensity,
        attainable,
        attainable / peakFlops,
        Roofline.bound(compute, memory));
  }

  private DecodeBound() {}
}

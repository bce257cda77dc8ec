package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.Ties;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * Weight streaming: the weights of one layer after another flow over a link to a wafer that keeps
 * the caches.
 *
 * <pre>
 * t_inj  = touched(tokens) / L / link
 * t_comp = B x + dispatch,  x = (2 P_a tau + attention) / L / (peak efficiency)
 * </pre>
 *
 * @see "Lie, Cerebras Architecture Deep Dive, Hot Chips 34, 2022"
 */
public final class WeightStreaming {
  /** Rate of a link that is not stated [B/s]; a judgement. */
  public static final double DEFAULT_LINK = 100e9;

  /** Memory a cache takes on the wafer over its own size [1]; a judgement. */
  public static final double WORKING_SET = 1.1;

  /** Largest batch the search for a balanced one considers; beyond it the number says nothing. */
  private static final double LARGEST_BATCH = 0x1p53;

  /** Which half of a request runs. */
  public enum Phase {
    PREFILL,
    DECODE
  }

  /** The slower side of a layer. */
  public enum Side {
    COMPUTE,
    LINK
  }

  /**
   * A streamed model.
   *
   * @param feasible whether the caches fit the wafer
   * @param throughput tokens [1/s]; 0 when infeasible
   * @param slower the slower side of a layer; a tie is compute
   * @param layerComputeTime t_comp [s]
   * @param layerInjectionTime t_inj [s]
   * @param optimalBatch largest batch whose compute hides behind the stream, at least 1, whole
   * @param memoryUtilization share of the wafer's memory [1]; above 1 when infeasible
   */
  public record Result(
      boolean feasible,
      double throughput,
      Side slower,
      double layerComputeTime,
      double layerInjectionTime,
      double optimalBatch,
      double memoryUtilization) {}

  /**
   * Streams one pass.
   *
   * @param model the model; keeps a KV cache or a state
   * @param device the wafer, its peak at the precision used
   * @param link one-way rate of the link that brings the weights [B/s]; NaN for {@link
   *     #DEFAULT_LINK}
   * @param bytesPerElement b, width of weights and cache [B]
   * @param efficiency share of peak the arithmetic reaches [1], in (0, 1]
   * @param seqLen tokens of each sequence, &ge; 1
   * @param batch B, sequences, &ge; 1
   * @param phase which half of a request runs
   * @return rate, memory and the balanced batch
   */
  public static Result solve(
      WorkloadForm model,
      DeviceForm device,
      double link,
      double bytesPerElement,
      double efficiency,
      double seqLen,
      double batch,
      Phase phase) {
    double layers = model.layersOrOne();
    double rate = Double.isNaN(link) ? DEFAULT_LINK : link;
    double tokensPerSequence = phase == Phase.PREFILL ? seqLen : 1.0;
    double attention =
        phase == Phase.PREFILL
            ? model.attentionFlops(seqLen, seqLen, true)
            : model.decodeAttentionFlops(seqLen);
    double perSequence =
        (2.0 * model.activeParametersOrAll() * tokensPerSequence + attention)
            / layers
            / (device.peakFlops() * efficiency);
    double injection = injection(model, bytesPerElement, tokensPerSequence, batch, rate);
    double compute = batch * perSequence + device.dispatchTax();

    double memory = WORKING_SET * model.cacheBytes(seqLen, batch, bytesPerElement);
    boolean feasible = Ties.fits(memory, device.memoryCapacity());
    double utilization = memory / device.memoryCapacity();
    double tokens = batch * tokensPerSequence;
    return new Result(
        feasible,
        feasible ? tokens / (Math.max(compute, injection) * layers) : 0.0,
        Ties.secondBinds(compute, injection) ? Side.LINK : Side.COMPUTE,
        compute,
        injection,
        optimalBatch(
            model, bytesPerElement, tokensPerSequence, rate, perSequence, device.dispatchTax()),
        feasible ? Math.min(1.0, utilization) : utilization);
  }

  /** Time the link needs for one layer's weights [s]. */
  private static double injection(
      WorkloadForm model,
      double bytesPerElement,
      double tokensPerSequence,
      double batch,
      double link) {
    return model.touchedBytes(batch * tokensPerSequence, bytesPerElement)
        / model.layersOrOne()
        / link;
  }

  /**
   * Largest batch with t_comp(B) &le; t_inj(B). A dense model streams the same weights for every
   * batch, which gives it in closed form; experts are streamed as they are touched.
   */
  private static double optimalBatch(
      WorkloadForm model,
      double bytesPerElement,
      double tokensPerSequence,
      double link,
      double perSequence,
      double dispatchTax) {
    if (model.expertShare() == 0.0) {
      double injection = injection(model, bytesPerElement, tokensPerSequence, 1.0, link);
      return Math.max(1.0, Ties.wholeTimes((injection - dispatchTax) / perSequence));
    }
    if (!hides(model, bytesPerElement, tokensPerSequence, link, perSequence, dispatchTax, 1.0)) {
      return 1.0;
    }
    double low = 1.0;
    double high = 2.0;
    while (high < LARGEST_BATCH
        && hides(model, bytesPerElement, tokensPerSequence, link, perSequence, dispatchTax, high)) {
      low = high;
      high *= 2.0;
    }
    while (high - low > 1.0) {
      double middle = Math.floor(0.5 * (low + high));
      if (hides(
          model, bytesPerElement, tokensPerSequence, link, perSequence, dispatchTax, middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean hides(
      WorkloadForm model,
      double bytesPerElement,
      double tokensPerSequence,
      double link,
      double perSequence,
      double dispatchTax,
      double batch) {
    return batch * perSequence + dispatchTax
        <= injection(model, bytesPerElement, tokensPerSequence, batch, link);
  }

  private WeightStreaming() {}
}

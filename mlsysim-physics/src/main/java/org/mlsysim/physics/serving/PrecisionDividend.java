package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.KvCache;
import org.mlsysim.physics.node.Ties;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * The batch that narrower weights and a narrower cache buy on a tensor-parallel replica.
 *
 * <p>Weights are split over all tp devices. The cache is split by key-value heads: beyond as many
 * devices as heads, and always for latent attention, it is replicated.
 */
public final class PrecisionDividend {
  /**
   * One precision on one device.
   *
   * @param weightsPerDevice weights [B]
   * @param kvBudgetPerDevice memory left for the cache [B]; negative when the weights do not fit
   * @param kvPerRequest cache of one request on all devices, each element once [B]
   * @param kvPerRequestPerDevice share of it that one device holds [B]
   * @param maxBatch requests that fit, whole
   */
  public record Side(
      double weightsPerDevice,
      double kvBudgetPerDevice,
      double kvPerRequest,
      double kvPerRequestPerDevice,
      double maxBatch) {}

  /**
   * Both precisions and what lies between them.
   *
   * @param feasible whether at least one request fits at the base precision
   * @param base the wider precision
   * @param low the narrower precision
   * @param dividend batch at the low over batch at the base precision [1]; NaN if the latter is 0
   * @param budgetGain memory for the cache, low over base [1]; NaN if the latter is not positive
   */
  public record Result(boolean feasible, Side base, Side low, double dividend, double budgetGain) {}

  /**
   * Compares two precisions.
   *
   * @param model an attention model
   * @param tensorParallel tp, devices of the replica, &ge; 1
   * @param hbmPerAccelerator memory of one [B], &ge; 0
   * @param contextTokens length of a request [tokens], &ge; 1
   * @param kvHeads key-value heads, &ge; 1; not read with latent attention
   * @param weightBytes width of a weight [B], &gt; 0
   * @param weightBytesLow the same, narrower [B], &gt; 0
   * @param kvBytes width of a cached element [B], &gt; 0
   * @param kvBytesLow the same, narrower [B], &gt; 0
   * @return both precisions
   */
  public static Result solve(
      WorkloadForm model,
      double tensorParallel,
      double hbmPerAccelerator,
      double contextTokens,
      double kvHeads,
      double weightBytes,
      double weightBytesLow,
      double kvBytes,
      double kvBytesLow) {
    Side base =
        side(
            model, tensorParallel, hbmPerAccelerator, contextTokens, kvHeads, weightBytes, kvBytes);
    Side low =
        side(
            model,
            tensorParallel,
            hbmPerAccelerator,
            contextTokens,
            kvHeads,
            weightBytesLow,
            kvBytesLow);
    return new Result(
        base.maxBatch() >= 1.0,
        base,
        low,
        base.maxBatch() > 0.0 ? low.maxBatch() / base.maxBatch() : Double.NaN,
        base.kvBudgetPerDevice() > 0.0
            ? low.kvBudgetPerDevice() / base.kvBudgetPerDevice()
            : Double.NaN);
  }

  private static Side side(
      WorkloadForm model,
      double tensorParallel,
      double hbmPerAccelerator,
      double contextTokens,
      double kvHeads,
      double weightBytes,
      double kvBytes) {
    boolean latent = model.hasLatentAttention();
    double elements =
        latent ? model.cachedElements() : KvCache.elementsPerToken(kvHeads, model.headWidth());
    double weights = model.storedBytes(weightBytes) / tensorParallel;
    double budget = hbmPerAccelerator - weights;
    double perRequest = KvCache.bytes(model.layersOrOne(), elements, contextTokens, 1.0, kvBytes);
    double perDevice = latent ? perRequest : perRequest / Math.min(tensorParallel, kvHeads);
    return new Side(
        weights, budget, perRequest, perDevice, Math.max(0.0, Ties.wholeTimes(budget / perDevice)));
  }

  private PrecisionDividend() {}
}

package org.mlsysim.physics.training;

import org.mlsysim.physics.network.Collectives;

/**
 * Activation all-reduces of tensor parallelism, per step and per layer, by bytes alone (no
 * start-up).
 *
 * @see <a href="https://arxiv.org/abs/1909.08053">Shoeybi et al., Megatron-LM, 2019 (two
 *     all-reduces per layer and pass)</a>
 * @see <a href="https://doi.org/10.1016/j.jpdc.2008.09.002">Patarasuk, Yuan 2009 (ring volume)</a>
 */
public final class TensorParallelism {
  /** All-reduces of one layer in a training step: two forward, two backward. */
  public static final int ALL_REDUCES_PER_LAYER_AND_STEP = 4;

  /** All-reduces of one layer in a forward pass. */
  public static final int ALL_REDUCES_PER_LAYER_AND_PASS = 2;

  /** Width of an activation element on the wire [B]: 16-bit mixed precision. */
  public static final double ACTIVATION_BYTES = 2.0;

  /**
   * A step, split into its own work and its all-reduces.
   *
   * @param payload activations of one all-reduce [B]
   * @param trafficPerDevice what one device sends for it [B]
   * @param ringFactor f = 2(t-1)/t
   * @param collectivesPerStep all-reduces of the step
   * @param perCollectiveTime one all-reduce [s]
   * @param communicationTime all of them [s]
   * @param stepTime compute and communication [s]
   * @param computeFraction share of the step that computes; NaN for a step of no time
   * @param communicationFraction share of the step that communicates; NaN for a step of no time
   */
  public record Step(
      double payload,
      double trafficPerDevice,
      double ringFactor,
      double collectivesPerStep,
      double perCollectiveTime,
      double communicationTime,
      double stepTime,
      double computeFraction,
      double communicationFraction) {}

  /**
   * Prices a step's all-reduces on one link.
   *
   * <pre>
   * payload = mb S h 2 B,  comm = c L 2(t-1)/t payload / beta,  step = compute + comm
   * </pre>
   *
   * @param ranks t, ranks of the group, t &ge; 1
   * @param tokens mb S, tokens of the micro-batch, &ge; 1
   * @param hiddenDim h, width of a token, &ge; 1
   * @param layers L, &ge; 1
   * @param collectivesPerLayer c, 4 for a training step, 2 for a forward pass
   * @param bandwidth beta, one-way link rate [B/s], &gt; 0
   * @param computeTime the step's own work [s], &ge; 0
   */
  public static Step step(
      int ranks,
      double tokens,
      double hiddenDim,
      double layers,
      double collectivesPerLayer,
      double bandwidth,
      double computeTime) {
    double payload = tokens * hiddenDim * ACTIVATION_BYTES;
    double factor = Collectives.ringFactor(ranks);
    double traffic = factor * payload;
    double collectives = collectivesPerLayer * layers;
    double each = traffic / bandwidth;
    double communication = collectives * each;
    double step = computeTime + communication;
    return new Step(
        payload,
        traffic,
        factor,
        collectives,
        each,
        communication,
        step,
        step > 0.0 ? computeTime / step : Double.NaN,
        step > 0.0 ? communication / step : Double.NaN);
  }

  /**
   * Work of one layer's forward pass over a batch, attention scores excluded.
   *
   * <pre>2 (P_a / L) T</pre>
   *
   * @param activeParameters P_a, parameters a token touches; embeddings are spread over the layers
   * @param layers L, &ge; 1
   * @param tokens T, &ge; 1
   * @return [FLOP]
   */
  public static double layerFlops(double activeParameters, double layers, double tokens) {
    return 2.0 * (activeParameters / layers) * tokens;
  }

  /**
   * Time of that work, split over the ranks.
   *
   * <pre>F / t / (peak eta)</pre>
   *
   * @param layerFlops F [FLOP]
   * @param ranks t, &ge; 1
   * @param peakFlops rate of one device [FLOP/s], &gt; 0
   * @param efficiency eta, share of the peak reached, in (0, 1]
   * @return [s]
   */
  public static double layerComputeTime(
      double layerFlops, int ranks, double peakFlops, double efficiency) {
    return layerFlops / ranks / (peakFlops * efficiency);
  }

  /**
   * What one device sends for one layer.
   *
   * <pre>c T h 2 B 2(t-1)/t</pre>
   *
   * @param collectivesPerLayer c, 2 for a forward pass
   * @param tokens T, &ge; 1
   * @param hiddenDim h, &ge; 1
   * @param ranks t, &ge; 1
   * @return [B]
   */
  public static double layerBytes(
      double collectivesPerLayer, double tokens, double hiddenDim, int ranks) {
    return collectivesPerLayer
        * tokens
        * hiddenDim
        * ACTIVATION_BYTES
        * Collectives.ringFactor(ranks);
  }

  private TensorParallelism() {}
}

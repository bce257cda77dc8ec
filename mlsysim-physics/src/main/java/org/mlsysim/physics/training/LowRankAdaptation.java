package org.mlsysim.physics.training;

import org.mlsysim.physics.node.WorkloadForm;

/**
 * Share of the parameters that low-rank adaptation trains.
 *
 * @see <a href="https://arxiv.org/abs/2106.09685">Hu et al., LoRA, 2021</a>
 */
public final class LowRankAdaptation {
  /** Rank of the adapters where none is given; convention. */
  public static final double DEFAULT_RANK = 16;

  /** Adapter state as a share of the weight bytes, outside transformers; convention. */
  public static final double OTHER_STATE_SHARE = 0.1;

  /**
   * Share of a transformer's parameters in square adapters on its four attention projections.
   *
   * <pre>f = min(2 r h 4 L / P, 1)</pre>
   */
  public static double transformerFraction(
      double rank, double hiddenDim, double layers, double parameters) {
    return Math.min(2 * rank * hiddenDim * 4 * layers / parameters, 1);
  }

  /**
   * Share elsewhere: what makes the trained state a tenth of the weights, {@code 0.1 b / (g + o)}.
   *
   * @param bytesPerElement b, width of a weight [B]
   * @param gradientBytes g, width of a gradient [B]
   * @param optimizerBytes o, optimizer state per trained parameter [B]
   */
  public static double otherFraction(
      double bytesPerElement, double gradientBytes, double optimizerBytes) {
    return OTHER_STATE_SHARE * bytesPerElement / (gradientBytes + optimizerBytes);
  }

  /** Share f of a workload at the default rank. */
  public static double trainableFraction(
      WorkloadForm workload, double bytesPerElement, double gradientBytes, double optimizerBytes) {
    return workload.hasAttention()
        ? transformerFraction(
            DEFAULT_RANK, workload.width(), workload.layersOrOne(), workload.parameters())
        : otherFraction(bytesPerElement, gradientBytes, optimizerBytes);
  }

  private LowRankAdaptation() {}
}

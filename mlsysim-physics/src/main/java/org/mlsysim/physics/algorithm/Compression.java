package org.mlsysim.physics.algorithm;

import org.mlsysim.physics.node.Bound;
import org.mlsysim.physics.node.Roofline;

/**
 * Size, speed and accuracy of a model stored in fewer bits or with fewer weights.
 *
 * <p>Accuracy changes are piecewise: medians of surveys at the published widths, carried unchanged
 * to the widths between them, where they are only an order of magnitude.
 *
 * @see <a href="https://arxiv.org/abs/2103.13630">Gholami et al., A Survey of Quantization Methods,
 *     2021</a>
 * @see <a href="https://arxiv.org/abs/2003.03033">Blalock et al., What is the State of Neural
 *     Network Pruning?, MLSys 2020</a>
 */
public final class Compression {
  /** Bits from which on a narrower format is taken to cost no accuracy. */
  public static final int LOSSLESS_BITS = 16;

  /** Accuracy change of 8 bits [1]. */
  public static final double DELTA_8_BIT = -0.002;

  /** Accuracy change of 4 to 15 bits other than 8 [1]. */
  public static final double DELTA_4_BIT = -0.025;

  /** Accuracy change below 4 bits [1]. */
  public static final double DELTA_BELOW_4_BIT = -0.05;

  /** Sparsity up to which pruning is mild [1]. */
  public static final double MILD_SPARSITY = 0.5;

  /** Accuracy change of mild pruning [1]. */
  public static final double DELTA_MILD_PRUNING = -0.001;

  /** Compression ratio of a model without any weight left [1]; a stand-in for the pole. */
  public static final double RATIO_OF_FULL_SPARSITY = 100.0;

  /** Speedup of sparse units on two weights out of four [1]. */
  public static final double N_OF_M_SPEEDUP = 2.0;

  /** How far a sparsity may be from one half and still count as two out of four [1]. */
  public static final double N_OF_M_BAND = 0.05;

  /** How the weights to drop are chosen. */
  public enum Sparsity {
    /** Anywhere: smaller, but no faster on dense units. */
    UNSTRUCTURED,
    /** Whole channels or heads: the model becomes a smaller dense one. */
    STRUCTURED,
    /** N of M neighbours, as sparse tensor units want them. */
    N_OF_M
  }

  /**
   * A compressed model beside its original.
   *
   * @param originalBytes size before [B]
   * @param compressedBytes size after [B]
   * @param ratio before over after [1]
   * @param accuracyDelta change of accuracy, negative is a loss [1]
   * @param memorySavingsPct share of memory saved [%]
   * @param speedup inference time before over after [1]
   */
  public record Result(
      double originalBytes,
      double compressedBytes,
      double ratio,
      double accuracyDelta,
      double memorySavingsPct,
      double speedup) {}

  /**
   * Accuracy change of a bit width.
   *
   * @param bits stored bits per weight, &ge; 1
   * @return signed change [1]
   */
  public static double quantizationDelta(int bits) {
    if (bits >= LOSSLESS_BITS) {
      return 0.0;
    }
    if (bits == 8) {
      return DELTA_8_BIT;
    }
    return bits >= 4 ? DELTA_4_BIT : DELTA_BELOW_4_BIT;
  }

  /**
   * Accuracy change of pruning.
   *
   * <pre>-0.001 up to sparsity 0.5 (also at 0), then -0.01 e^(2 sparsity)</pre>
   *
   * @param sparsity share of weights dropped [1], in [0, 1]
   * @return signed change [1]
   */
  public static double pruningDelta(double sparsity) {
    return sparsity <= MILD_SPARSITY ? DELTA_MILD_PRUNING : -0.01 * StrictMath.exp(2.0 * sparsity);
  }

  /**
   * Stores the weights in fewer bits.
   *
   * <pre>
   * ratio   = original bits / bits
   * speedup = ratio                               when one pass is bound by memory
   *           min(peak at the width / peak, ratio) when it is bound by compute and such units exist
   *           1                                   otherwise
   * </pre>
   *
   * @param originalBytes size at the baseline precision [B], &gt; 0
   * @param originalBits bits per weight of the baseline, &gt; 0
   * @param bits bits per weight wanted, &ge; 1
   * @param passFlops O, work of one pass [FLOP], &ge; 0
   * @param passBytes weights that pass touches at the baseline precision [B], &ge; 0
   * @param peakFlops rate of the device [FLOP/s], &gt; 0
   * @param bandwidth memory bandwidth of the device [B/s], &gt; 0
   * @param peakFlopsAtBits rate of its units of the wanted width [FLOP/s]; NaN if it has none
   * @return the quantized model
   */
  public static Result quantize(
      double originalBytes,
      double originalBits,
      int bits,
      double passFlops,
      double passBytes,
      double peakFlops,
      double bandwidth,
      double peakFlopsAtBits) {
    double ratio = originalBits / bits;
    double speedup = ratio;
    if (Roofline.bound(passFlops / peakFlops, passBytes / bandwidth) == Bound.COMPUTE) {
      speedup = Double.isNaN(peakFlopsAtBits) ? 1.0 : Math.min(peakFlopsAtBits / peakFlops, ratio);
    }
    return compressed(originalBytes, ratio, quantizationDelta(bits), speedup);
  }

  /**
   * Drops weights.
   *
   * <pre>
   * ratio   = 1 / (1 - sparsity), 100 at sparsity 1
   * speedup = ratio structured; 2 for two of four; 1 otherwise
   * </pre>
   *
   * @param originalBytes size at the baseline precision [B], &gt; 0
   * @param sparsity share of weights dropped [1], in [0, 1]
   * @param pattern how they are chosen
   * @return the pruned model
   */
  public static Result prune(double originalBytes, double sparsity, Sparsity pattern) {
    double ratio = sparsity < 1.0 ? 1.0 / (1.0 - sparsity) : RATIO_OF_FULL_SPARSITY;
    double speedup =
        switch (pattern) {
          case STRUCTURED -> ratio;
          case N_OF_M -> Math.abs(sparsity - MILD_SPARSITY) < N_OF_M_BAND ? N_OF_M_SPEEDUP : 1.0;
          case UNSTRUCTURED -> 1.0;
        };
    return compressed(originalBytes, ratio, pruningDelta(sparsity), speedup);
  }

  /**
   * Leaves the model as it is; what a student of distillation weighs is stated by its own model.
   *
   * @param originalBytes size at the baseline precision [B], &gt; 0
   * @return the same model
   */
  public static Result keep(double originalBytes) {
    return compressed(originalBytes, 1.0, 0.0, 1.0);
  }

  /**
   * Whether one candidate is at least as small, fast and accurate as another and better in one.
   *
   * @param candidate the one that may dominate
   * @param other the one that may be dominated
   * @return whether {@code other} is off the Pareto frontier because of {@code candidate}
   */
  public static boolean dominates(Result candidate, Result other) {
    boolean noWorse =
        candidate.compressedBytes() <= other.compressedBytes()
            && candidate.speedup() >= other.speedup()
            && candidate.accuracyDelta() >= other.accuracyDelta();
    return noWorse
        && (candidate.compressedBytes() < other.compressedBytes()
            || candidate.speedup() > other.speedup()
            || candidate.accuracyDelta() > other.accuracyDelta());
  }

  private static Result compressed(
      double originalBytes, double ratio, double accuracyDelta, double speedup) {
    return new Result(
        originalBytes,
        originalBytes / ratio,
        ratio,
        accuracyDelta,
        (1.0 - 1.0 / ratio) * 100.0,
        speedup);
  }

  private Compression() {}
}

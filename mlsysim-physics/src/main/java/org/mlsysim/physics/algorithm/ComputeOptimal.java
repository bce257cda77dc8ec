package org.mlsysim.physics.algorithm;

/**
 * How to spend a training budget: parameters against tokens.
 *
 * @see <a href="https://arxiv.org/abs/2203.15556">Hoffmann et al., Training compute-optimal large
 *     language models, 2022 (about 20 tokens per parameter)</a>
 * @see <a href="https://arxiv.org/abs/2001.08361">Kaplan et al., 2020 (6 P D)</a>
 */
public final class ComputeOptimal {
  /** Tokens per parameter of a compute-optimal model; a rule of thumb. */
  public static final double TOKENS_PER_PARAMETER = 20.0;

  /** Operations per parameter and token. */
  public static final double FLOPS_PER_PARAMETER_AND_TOKEN = 6.0;

  /** Rate that one accelerator-second stands for [FLOP/s]: an H100 at 40 percent of its peak. */
  public static final double ACCELERATOR_RATE = 989e12 * 0.40;

  /**
   * Work that a time of one accelerator stands for.
   *
   * <pre>C = t 989e12 0.40</pre>
   *
   * @param acceleratorTime t, accelerators times time [s], &gt; 0
   * @return C [FLOP]
   */
  public static double flopsOfAcceleratorTime(double acceleratorTime) {
    return acceleratorTime * ACCELERATOR_RATE;
  }

  /**
   * Parameters of the best model for a budget.
   *
   * <pre>P* = sqrt(C / 120),   from C = 6 P D and D = 20 P</pre>
   *
   * @param flops C [FLOP], &gt; 0
   * @return P*
   */
  public static double parameters(double flops) {
    return Math.sqrt(flops / (FLOPS_PER_PARAMETER_AND_TOKEN * TOKENS_PER_PARAMETER));
  }

  /**
   * Tokens that a budget buys for a model.
   *
   * <pre>D = C / (6 P)</pre>
   *
   * @param flops C [FLOP], &gt; 0
   * @param parameters P, &gt; 0
   * @return D
   */
  public static double tokens(double flops, double parameters) {
    return flops / (FLOPS_PER_PARAMETER_AND_TOKEN * parameters);
  }

  private ComputeOptimal() {}
}

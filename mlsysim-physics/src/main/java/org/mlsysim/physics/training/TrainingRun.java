package org.mlsysim.physics.training;

/**
 * A whole training run: its work, and what is left of the time at peak once efficiency, scaling and
 * overheads are taken off.
 *
 * @see <a href="https://arxiv.org/abs/2001.08361">Kaplan et al., Scaling laws for neural language
 *     models, 2020 (6 P D)</a>
 * @see <a href="https://arxiv.org/abs/2203.15556">Hoffmann et al., Training compute-optimal large
 *     language models, 2022</a>
 */
public final class TrainingRun {
  /** Operations per parameter and token of a training step: 2 forward, 4 backward. */
  public static final double FLOPS_PER_PARAMETER_AND_TOKEN = 6.0;

  /**
   * Work of training, attention scores excluded.
   *
   * <pre>F = 6 P_a D</pre>
   *
   * @param activeParameters P_a, parameters a token touches (all of a dense model), &gt; 0
   * @param tokens D, &ge; 0
   * @return F [FLOP]
   */
  public static double flops(double activeParameters, double tokens) {
    return FLOPS_PER_PARAMETER_AND_TOKEN * activeParameters * tokens;
  }

  /**
   * Time of that work on a fleet.
   *
   * <pre>t = F / (n P eta)</pre>
   *
   * @param flops F [FLOP], &ge; 0
   * @param accelerators n, &ge; 1
   * @param peakFlops P, rate of one accelerator at the precision used [FLOP/s], &gt; 0
   * @param efficiency eta, share of the peak reached, in (0, 1]
   * @return t [s]
   */
  public static double time(
      double flops, double accelerators, double peakFlops, double efficiency) {
    return flops / (accelerators * peakFlops * efficiency);
  }

  /**
   * Time once an overhead is added; overheads compound in the order in which they are given.
   *
   * <pre>t (1 + o)</pre>
   *
   * @param time t [s]
   * @param overhead o, share added, o &ge; 0
   * @return [s]
   */
  public static double withOverhead(double time, double overhead) {
    return time * (1.0 + overhead);
  }

  private TrainingRun() {}
}

package org.mlsysim.physics.economics;

/** What privacy and coverage of small groups add to a training. */
public final class ResponsibleEngineering {
  /** Coefficient of the privacy slowdown, 2: a teaching value, no measurement. */
  public static final double DEFAULT_SLOWDOWN_COEFFICIENT = 2.0;

  /**
   * How many times longer a private training takes.
   *
   * <pre>k = 1 + a / epsilon</pre>
   *
   * <p>A teaching device: no law gives training time as a function of epsilon alone. Clipping costs
   * a constant factor (Yousefpour et al., Opacus, 2021; Li et al., 2022), and the noise of Abadi et
   * al. trades accuracy, batch size and data rather than time.
   *
   * @param coefficient a, &ge; 0
   * @param epsilon privacy budget, &gt; 0
   * @return k, &ge; 1
   * @see <a href="https://arxiv.org/abs/1607.00133">Abadi et al., Deep Learning with Differential
   *     Privacy, 2016</a>
   */
  public static double privacySlowdown(double coefficient, double epsilon) {
    return 1.0 + coefficient / epsilon;
  }

  /**
   * How many times more samples must be drawn for one of the group in expectation.
   *
   * <pre>d = 1 / p</pre>
   *
   * <p>Exact: N samples of a group of prevalence p take N / p draws in expectation.
   *
   * @param prevalence p, share of the smallest group in the data, 0 (exclusive) to 1
   * @return d, &ge; 1
   */
  public static double coverageDataRatio(double prevalence) {
    return 1.0 / prevalence;
  }

  private ResponsibleEngineering() {}
}

package org.mlsysim.physics.node;

/**
 * Electric energy of a busy accelerator: an idle share and a share that follows the executed work.
 *
 * @see <a href="https://doi.org/10.1109/MC.2007.443">Barroso, Hölzle, The Case for
 *     Energy-Proportional Computing, IEEE Computer 40(12), 2007</a>
 */
public final class Power {
  /** Share of the design power drawn whatever the load. */
  public static final double IDLE_FRACTION = 0.3;

  /** Share of the design power that grows with the executed work. */
  public static final double DYNAMIC_FRACTION = 0.7;

  /**
   * Energy of a pass.
   *
   * <pre>E = TDP (0.3 + 0.7 HFU) t</pre>
   *
   * @param tdp thermal design power [W]; NaN gives 0 J, because nothing is known
   * @param hfu share of the peak rate that executes, [0, 1]
   * @param time t [s], &ge; 0
   * @return E [J]
   */
  public static double energy(double tdp, double hfu, double time) {
    return Double.isNaN(tdp) ? 0 : tdp * (IDLE_FRACTION + DYNAMIC_FRACTION * hfu) * time;
  }

  private Power() {}
}

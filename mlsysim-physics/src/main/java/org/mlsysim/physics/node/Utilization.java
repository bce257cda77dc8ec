package org.mlsysim.physics.node;

/**
 * Share of the peak rate that a run achieves: MFU counts the model's own work, HFU also what is
 * computed again.
 *
 * @see <a href="https://arxiv.org/abs/2204.02311">Chowdhery et al., PaLM, appendix B, 2022</a>
 */
public final class Utilization {
  /** {@code ops / (t F)}, within [0, 1]; 0 in no time. */
  public static double of(double ops, double time, double peakFlops) {
    return time > 0 ? Math.max(0, Math.min(1, ops / (time * peakFlops))) : 0;
  }

  private Utilization() {}
}

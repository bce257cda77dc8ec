package org.mlsysim.physics.training;

/**
 * How much of an exchange runs behind the work of a step. Hidden time never exceeds the work it
 * hides behind, and no work hides two exchanges.
 */
public final class Overlap {
  /**
   * Work behind which the exchange of ZeRO can run [s].
   *
   * <pre>stages 0, 1   s_b W / u    gradients are final in the last micro-step's backward pass
   * stage 2       s_b W        gradients are reduced in every backward pass
   * stage 3       W            weights are gathered in forward passes too</pre>
   *
   * @param work W, time of arithmetic and traffic in the step [s]
   * @param backwardShare s_b, share of it in backward passes and recomputation, [0, 1]
   * @param microSteps u
   */
  public static double gradientWindow(
      int zeroStage, double work, double backwardShare, double microSteps) {
    if (zeroStage >= 3) {
      return work;
    }
    return zeroStage == 2 ? backwardShare * work : backwardShare * work / microSteps;
  }

  /**
   * Work behind which pipeline messages can run [s]: all but the first chunk's, {@code W (1 - 1 /
   * (v u))}.
   */
  public static double pipelineWindow(double work, double chunks, double microSteps) {
    return work * (1 - 1 / (chunks * microSteps));
  }

  /**
   * Attention behind which ring attention passes keys and values on [s]: {@code (cp - 1)/cp W
   * share}, the attention of all blocks but the first.
   *
   * @param attentionShare share of the executed work that is attention, [0, 1]
   */
  public static double contextWindow(double work, double ranks, double attentionShare) {
    return (ranks - 1) / ranks * work * attentionShare;
  }

  /**
   * Hidden part of an exchange [s].
   *
   * @param exchange its time [s]
   * @param efficiency share that can be hidden at best, [0, 1]
   * @param window work it may run behind [s]
   * @param free work that nothing else hides behind yet [s]
   */
  public static double hidden(double exchange, double efficiency, double window, double free) {
    return Math.min(efficiency * exchange, Math.min(window, free));
  }

  private Overlap() {}
}

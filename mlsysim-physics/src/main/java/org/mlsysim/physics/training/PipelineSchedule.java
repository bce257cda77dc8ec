package org.mlsysim.physics.training;

/**
 * One-forward-one-backward pipeline schedules, plain or interleaved.
 *
 * <p>Symbols: p stages, m micro-batches, v chunks of layers per stage, L layers.
 *
 * @see <a href="https://arxiv.org/abs/1811.06965">Huang et al., GPipe, NeurIPS 2019</a>
 * @see <a href="https://doi.org/10.1145/3458817.3476209">Narayanan et al., SC 2021</a>
 */
public final class PipelineSchedule {
  /** Idle share of the whole step: {@code (p - 1) / (v m + p - 1)}. */
  public static double bubbleFraction(double stages, double microbatches, double chunks) {
    return (stages - 1) / (chunks * microbatches + stages - 1);
  }

  /**
   * Idle time of a stage that is busy for a time T [s]: {@code T (p - 1) / (v m)}; the idle slots
   * are as long as a micro-step, with everything that happens in it.
   */
  public static double bubble(double busy, double stages, double microbatches, double chunks) {
    return busy * (stages - 1) / (chunks * microbatches);
  }

  /**
   * Micro-batches whose activations are alive on the first stage.
   *
   * <pre>min(m, p)                  plain, or one stage
   * min(m, p + (p - 1) / v)    interleaved</pre>
   *
   * @see <a href="https://arxiv.org/abs/2205.05198">Korthikanti et al., MLSys 2023</a>
   */
  public static double inFlight(double stages, double microbatches, double chunks) {
    double window = chunks == 1 || stages == 1 ? stages : stages + (stages - 1) / chunks;
    return Math.min(microbatches, window);
  }

  /** Layers of the fullest stage: {@code v ceil(L / (p v))}. */
  public static double stageLayers(double layers, double stages, double chunks) {
    return chunks * Math.ceil(layers / (stages * chunks));
  }

  /** How much longer the fullest stage works than the mean one, {@code L_s p / L}; 1 if p = 1. */
  public static double imbalance(double layers, double stages, double chunks) {
    return stages > 1 ? stageLayers(layers, stages, chunks) * stages / layers : 1;
  }

  private PipelineSchedule() {}
}

package org.mlsysim.physics.training;

/**
 * A data-parallel step's gradient exchange on one link, for many workers: twice the gradients.
 *
 * <p>The worker count is not known here, so the ring's factor 2(N-1)/N is taken at its limit 2,
 * which overstates by N/(N-1).
 *
 * @see <a href="https://doi.org/10.1016/j.jpdc.2008.09.002">Patarasuk, Yuan 2009 (ring volume)</a>
 */
public final class GradientSync {
  /** Buffers a worker sends in an all-reduce over many workers. */
  public static final double LARGE_RING_FACTOR = 2.0;

  /**
   * What one worker sends per step.
   *
   * <pre>2 G</pre>
   *
   * @param gradientBytes G, gradients of the model [B], &ge; 0
   * @return [B]
   */
  public static double syncBytes(double gradientBytes) {
    return LARGE_RING_FACTOR * gradientBytes;
  }

  /**
   * Share of a step without overlap that computes.
   *
   * <pre>c / (c + t)</pre>
   *
   * @param computeTime c [s], &ge; 0
   * @param transferTime t [s], &ge; 0
   * @return in [0, 1]; NaN when both are 0
   */
  public static double computeFraction(double computeTime, double transferTime) {
    return computeTime / (computeTime + transferTime);
  }

  /**
   * Energy of moving the gradients once.
   *
   * @param syncBytes bytes moved [B]
   * @param energyPerByte [J/B]; a figure per bit is eight times as much per byte
   * @return [J]
   */
  public static double energy(double syncBytes, double energyPerByte) {
    return syncBytes * energyPerByte;
  }

  /**
   * Bytes a training step moves per operation; above the machine's balance the fabric binds.
   *
   * <pre>I = 2 G / F</pre>
   *
   * @param syncBytes 2 G of {@link #syncBytes} [B]
   * @param stepFlops F of {@link TrainingRun#flops} for the worker's own tokens [FLOP], &gt; 0
   * @return [B/FLOP]
   */
  public static double bytesPerFlop(double syncBytes, double stepFlops) {
    return syncBytes / stepFlops;
  }

  /**
   * Bytes a machine can move per operation it can do.
   *
   * <pre>beta / P</pre>
   *
   * @param linkBandwidth beta [B/s], &gt; 0
   * @param peakFlops P [FLOP/s], &gt; 0
   * @return [B/FLOP]
   */
  public static double machineBalance(double linkBandwidth, double peakFlops) {
    return linkBandwidth / peakFlops;
  }

  private GradientSync() {}
}

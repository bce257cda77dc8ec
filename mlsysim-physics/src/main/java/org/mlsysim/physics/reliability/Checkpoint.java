package org.mlsysim.physics.reliability;

import org.mlsysim.physics.training.Optimizer;

/**
 * One checkpoint: its size, the time to write it, and the share of training that waits for it.
 *
 * @see <a href="https://www.usenix.org/conference/nsdi22/presentation/eisenman">Eisenman et al.,
 *     Check-N-Run, NSDI 2022</a>
 */
public final class Checkpoint {
  /** Rate of a storage device that states none [B/s]. */
  public static final double DEFAULT_STORAGE_BANDWIDTH = 1e9;

  /** A write longer than this is called a storage bottleneck [s]; a convention. */
  public static final double SLOW_WRITE = 60.0;

  /**
   * A checkpoint and its price in time.
   *
   * @param size [B]
   * @param writerBandwidth rate of one writer's storage [B/s]
   * @param writeTime [s]
   * @param storageBottleneck whether the write takes longer than {@link #SLOW_WRITE}
   * @param penalty share of training that waits, at most 1
   * @param intervalExceeded whether the write takes the interval or longer
   */
  public record Write(
      double size,
      double writerBandwidth,
      double writeTime,
      boolean storageBottleneck,
      double penalty,
      boolean intervalExceeded) {}

  /**
   * Prices a checkpoint.
   *
   * <pre>
   * t = P s / min(b n, limit),  penalty = min(1, t / interval)   (1 at interval 0)
   * </pre>
   *
   * @param parameters P, &gt; 0
   * @param optimizer gives s, bytes per parameter
   * @param storageBandwidth b, rate of one writer's storage [B/s]; NaN or 0 where not stated, which
   *     takes {@link #DEFAULT_STORAGE_BANDWIDTH}
   * @param writers n, &ge; 1
   * @param filesystemLimit rate of the shared file system [B/s], &gt; 0
   * @param interval between checkpoints [s], &ge; 0
   */
  public static Write of(
      double parameters,
      Optimizer optimizer,
      double storageBandwidth,
      double writers,
      double filesystemLimit,
      double interval) {
    double size = parameters * bytesPerParameter(optimizer);
    double bandwidth = storageBandwidth > 0.0 ? storageBandwidth : DEFAULT_STORAGE_BANDWIDTH;
    double time = size / Math.min(bandwidth * writers, filesystemLimit);
    boolean exceeded = time >= interval;
    return new Write(
        size, bandwidth, time, time > SLOW_WRITE, exceeded ? 1.0 : time / interval, exceeded);
  }

  /**
   * What is saved per parameter [B]: 16-bit weights, and with Adam a 32-bit master copy and two
   * 32-bit moments; plain SGD adds two bytes. Gradients are not saved, the next step makes them.
   */
  public static double bytesPerParameter(Optimizer optimizer) {
    return switch (optimizer) {
      case ADAM, ADAMW -> 2.0 + 4.0 + 8.0;
      case SGD -> 2.0 + 2.0;
      case NONE -> 2.0;
    };
  }

  private Checkpoint() {}
}

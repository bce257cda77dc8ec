package org.mlsysim.physics.data;

import org.mlsysim.physics.node.Ties;

/**
 * A step that waits for its input: one after the other, or overlapped by perfect prefetch.
 *
 * @see <a href="https://arxiv.org/abs/2007.06775">Mohan et al., data stalls, PVLDB 14(5)</a>
 * @see <a href="https://arxiv.org/abs/2101.12127">Murray et al., tf.data, 2021</a>
 */
public final class InputStage {
  /** Relative slack of a whole number of batches. */
  private static final double WHOLE = 1e-9;

  /**
   * Input and compute, with and without overlap.
   *
   * @param sequentialStep io + c [s]
   * @param overlappedStep max(io, c) [s]
   * @param sequentialStall share of the sequential step that waits; 0 for a step of no time
   * @param overlappedStall share of the overlapped step that waits; 0 for a step of no time
   */
  public record Stall(
      double sequentialStep,
      double overlappedStep,
      double sequentialStall,
      double overlappedStall) {}

  /**
   * Preprocessing held against the accelerator's step.
   *
   * @param transformTime [s]
   * @param bottleneck whether preprocessing takes longer than the step
   * @param utilization share of the time the accelerator works; 0 when both times are 0
   * @param slowdown factor on the step; NaN for a step of no time
   */
  public record Preprocessing(
      double transformTime, boolean bottleneck, double utilization, double slowdown) {}

  /**
   * Input wait of one step.
   *
   * <pre>io/(io + c)  and  (max(c, io) - c)/max(c, io)</pre>
   *
   * @param computeTime c [s], &ge; 0
   * @param ioTime io [s], &ge; 0
   */
  public static Stall stall(double computeTime, double ioTime) {
    double sequential = ioTime + computeTime;
    double overlapped = Math.max(computeTime, ioTime);
    return new Stall(
        sequential,
        overlapped,
        sequential > 0.0 ? ioTime / sequential : 0.0,
        overlapped > 0.0 ? (overlapped - computeTime) / overlapped : 0.0);
  }

  /**
   * Preprocessing on the host, perfectly prefetched.
   *
   * <pre>t = B S / C,  slowdown = max(t, step) / step</pre>
   *
   * @param batchSize B, &ge; 1
   * @param sampleBytes S [B], &ge; 0
   * @param throughput C, rate at which the host transforms [B/s], &gt; 0
   * @param stepTime of the accelerator [s], &ge; 0
   */
  public static Preprocessing preprocessing(
      double batchSize, double sampleBytes, double throughput, double stepTime) {
    double transform = batchSize * sampleBytes / throughput;
    double total = Math.max(transform, stepTime);
    return new Preprocessing(
        transform,
        Ties.secondBinds(stepTime, transform),
        total > 0.0 ? stepTime / total : 0.0,
        stepTime > 0.0 ? total / stepTime : Double.NaN);
  }

  /**
   * Steps that pass while one slow read is under way.
   *
   * <pre>latency / compute</pre>
   *
   * @param tailLatency of a read [s], &ge; 0
   * @param computeTime of a step [s], &gt; 0
   */
  public static double span(double tailLatency, double computeTime) {
    return tailLatency / computeTime;
  }

  /**
   * Batches that must be ready so that a slow read is not felt.
   *
   * <pre>ceil(span (1 - 1e-9))</pre>
   *
   * <p>The slack keeps the last digit of a quotient from adding a batch at whole multiples.
   *
   * @param span of {@link #span}, &ge; 0
   */
  public static double prefetchDepth(double span) {
    return Math.ceil(span * (1.0 - WHOLE));
  }

  private InputStage() {}
}

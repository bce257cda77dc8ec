package org.mlsysim.physics.analysis;

/**
 * The iron law of a step: moving data, computing and overhead, one after the other or overlapped,
 * before and after an upgrade.
 *
 * <pre>
 * sequential = m + c + o
 * overlapped = max(m, c) + o
 * </pre>
 *
 * @see <a href="https://shop.elsevier.com/books/computer-architecture/hennessy/978-0-12-811905-1">
 *     Hennessy, Patterson, Computer Architecture: A Quantitative Approach, 2017</a>
 */
public final class IronLaw {
  /**
   * A step before and after an upgrade.
   *
   * @param sequentialTime m + c + o [s]
   * @param overlappedTime max(m, c) + o [s]
   * @param upgradedMemoryTime m' = m / memory speedup [s]
   * @param upgradedComputeTime c' = c / compute speedup [s]
   * @param upgradedSequentialTime m' + c' + o [s]
   * @param upgradedOverlappedTime max(m', c') + o [s]
   * @param naiveUpgradedTime sequential time over both speedups [s]: the estimate the law corrects,
   *     because neither upgrade touches the other's part nor the overhead
   * @param sequentialReduction share of the sequential time that the upgrade saves [1]
   */
  public record Result(
      double sequentialTime,
      double overlappedTime,
      double upgradedMemoryTime,
      double upgradedComputeTime,
      double upgradedSequentialTime,
      double upgradedOverlappedTime,
      double naiveUpgradedTime,
      double sequentialReduction) {}

  /** Time of the three parts one after the other [s]. */
  public static double sequential(double memoryTime, double computeTime, double overhead) {
    return memoryTime + computeTime + overhead;
  }

  /** Time when moving data hides behind computing, or the reverse [s]. */
  public static double overlapped(double memoryTime, double computeTime, double overhead) {
    return Math.max(memoryTime, computeTime) + overhead;
  }

  /**
   * Upgrades memory and compute of a step.
   *
   * @param memoryTime m [s], &ge; 0
   * @param computeTime c [s], &ge; 0
   * @param overhead o [s], &ge; 0; m + c + o &gt; 0
   * @param memorySpeedup factor by which memory becomes faster [1], &gt; 0
   * @param computeSpeedup factor by which compute becomes faster [1], &gt; 0
   * @return before and after
   */
  public static Result solve(
      double memoryTime,
      double computeTime,
      double overhead,
      double memorySpeedup,
      double computeSpeedup) {
    double memory = memoryTime / memorySpeedup;
    double compute = computeTime / computeSpeedup;
    double before = sequential(memoryTime, computeTime, overhead);
    double after = sequential(memory, compute, overhead);
    return new Result(
        before,
        overlapped(memoryTime, computeTime, overhead),
        memory,
        compute,
        after,
        overlapped(memory, compute, overhead),
        before / (memorySpeedup * computeSpeedup),
        1.0 - after / before);
  }

  private IronLaw() {}
}

package org.mlsysim.physics.node;

/**
 * Columns that a sweep writes, one entry per point; allocated once and reused.
 *
 * @param latency time of the pass [s]
 * @param latencyCompute time the arithmetic needs [s]
 * @param latencyMemory time the traffic needs [s]
 * @param throughput units per second [1/s]
 * @param mfu share of the peak rate, [0, 1]
 * @param energy energy of the pass [J]
 * @param memoryFootprint bytes to be held [B]
 * @param bound the wall that binds
 * @param level the status of a point: which memory serves it, and with it whether it is feasible
 */
@SuppressWarnings("ArrayRecordComponent") // identity is all that two sets of columns may share
public record ProfileColumns(
    double[] latency,
    double[] latencyCompute,
    double[] latencyMemory,
    double[] throughput,
    double[] mfu,
    double[] energy,
    double[] memoryFootprint,
    Bound[] bound,
    MemoryLevel[] level) {

  /** Columns for this many points. */
  public static ProfileColumns allocate(int points) {
    return new ProfileColumns(
        new double[points],
        new double[points],
        new double[points],
        new double[points],
        new double[points],
        new double[points],
        new double[points],
        new Bound[points],
        new MemoryLevel[points]);
  }

  /** Points the columns hold. */
  public int size() {
    return latency.length;
  }

  /** Whether the device holds all of a point itself. */
  public boolean feasibleAt(int point) {
    return level[point].feasible();
  }
}

package org.mlsysim.core.node;

import org.apiguardian.api.API;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.physics.node.ProfileColumns;

/**
 * The points of one device at one precision, as columns; every point keeps its status.
 *
 * <p>Numbers are in base units: s, 1/s, J, B.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SweepBlock {
  private final HardwareNode hardware;
  private final Precision precision;
  private final double[] batches;
  private final double[] efficiencies;
  private final ProfileColumns columns;

  SweepBlock(
      HardwareNode hardware,
      Precision precision,
      double[] batches,
      double[] efficiencies,
      ProfileColumns columns) {
    this.hardware = hardware;
    this.precision = precision;
    this.batches = batches;
    this.efficiencies = efficiencies;
    this.columns = columns;
  }

  /** The device of all points. */
  public HardwareNode hardware() {
    return hardware;
  }

  /** The precision of all points. */
  public Precision precision() {
    return precision;
  }

  /** How many points there are. */
  public int size() {
    return batches.length;
  }

  /** The batch size of a point. */
  public int batchSize(int point) {
    return (int) batches[point];
  }

  /** The efficiency of a point. */
  public double efficiency(int point) {
    return efficiencies[point];
  }

  /** Whether the device holds all of a point itself. */
  public boolean feasible(int point) {
    return columns.feasibleAt(point);
  }

  /** Time of a point [s]. */
  public double latency(int point) {
    return columns.latency()[point];
  }

  /** Time of a point's arithmetic [s]. */
  public double latencyCompute(int point) {
    return columns.latencyCompute()[point];
  }

  /** Time of a point's memory traffic [s]. */
  public double latencyMemory(int point) {
    return columns.latencyMemory()[point];
  }

  /** Units of work a second of a point [1/s]. */
  public double throughput(int point) {
    return columns.throughput()[point];
  }

  /** Share of the peak rate that a point reaches. */
  public double mfu(int point) {
    return columns.mfu()[point];
  }

  /** Energy of a point [J]. */
  public double energy(int point) {
    return columns.energy()[point];
  }

  /** Bytes that a point holds [B]. */
  public double memoryFootprint(int point) {
    return columns.memoryFootprint()[point];
  }

  /** The wall that binds a point. */
  public Bottleneck bottleneck(int point) {
    return Bottleneck.of(columns.bound()[point]);
  }
}

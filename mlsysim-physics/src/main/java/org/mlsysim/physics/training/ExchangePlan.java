package org.mlsysim.physics.training;

import org.mlsysim.physics.network.AllReduceTopology;

/**
 * How ranks exchange data in a training step.
 *
 * @param topology algorithm of the gradient exchange
 * @param overlap whether gradient and pipeline transfers run behind the work of the step
 * @param overlapEfficiency share of such a transfer that can be hidden at best, [0, 1]
 * @param congestion factor on every exchange, &ge; 1
 * @param straggler factor on the whole step, set by the slowest rank, &ge; 1
 * @param routingImbalance load of the busiest expert over the mean, &ge; 1
 */
public record ExchangePlan(
    AllReduceTopology topology,
    boolean overlap,
    double overlapEfficiency,
    double congestion,
    double straggler,
    double routingImbalance) {

  /** Share of a transfer that can be hidden where nothing is stated; a judgement. */
  public static final double DEFAULT_OVERLAP_EFFICIENCY = 0.85;

  /** No overlap, no congestion, no stragglers, even routing. */
  public static final ExchangePlan DEFAULT =
      new ExchangePlan(AllReduceTopology.AUTOMATIC, false, DEFAULT_OVERLAP_EFFICIENCY, 1, 1, 1);
}

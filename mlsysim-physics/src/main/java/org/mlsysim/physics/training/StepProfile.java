package org.mlsysim.physics.training;

import org.mlsysim.physics.node.NodeProfile;

/**
 * A training step of a fleet. Times are in seconds; NaN means "has no value".
 *
 * <p>A layout that cannot exist has no numbers but {@code idleShare}; one that exceeds the memory
 * is priced with the spilled share on the host link. What the step consists of sums to {@code
 * stepLatency}: the replica's latency, tensor and expert exchange, the exposed part of context,
 * pipeline and data exchange, the bubble, the stragglers.
 *
 * @param microbatchesExceedLocalBatch more micro-steps than samples per rank
 * @param stagesExceedLayers more chunks of layers than layers
 * @param tensorDoesNotDivideHeads heads cannot be split evenly over the tensor-parallel ranks
 * @param exceedsMemory the busiest accelerator cannot hold its share
 * @param node the busiest replica before any exchange
 * @param memory what fills one of its accelerators
 * @param dataExchange gradients, and weights with ZeRO, between replicas
 * @param tensorExchange all-reduces of activations
 * @param expertExchange tokens to their experts and back
 * @param contextExchange keys and values around the ring
 * @param pipelineExchange activations between stages
 * @param dataHidden part of the data exchange behind the work
 * @param contextHidden part of the context exchange behind the attention
 * @param pipelineHidden part of the pipeline exchange behind the work
 * @param bubble idle slots of the pipeline
 * @param bubbleFraction idle share of the pipelined step, [0, 1)
 * @param stragglerLatency what the slowest rank adds
 * @param stepLatency the whole step
 * @param scalingEfficiency replica latency over step latency, [0, 1]
 * @param throughput samples of the whole fleet per second [1/s]
 * @param mfu share of the fleet's peak that the model's work reaches, [0, 1]
 * @param hfu the same with recomputed work, [0, 1]
 * @param idleShare share of the sample slots that the batch leaves empty, [0, 1)
 */
public record StepProfile(
    boolean microbatchesExceedLocalBatch,
    boolean stagesExceedLayers,
    boolean tensorDoesNotDivideHeads,
    boolean exceedsMemory,
    NodeProfile node,
    MemoryBudget memory,
    double dataExchange,
    double tensorExchange,
    double expertExchange,
    double contextExchange,
    double pipelineExchange,
    double dataHidden,
    double contextHidden,
    double pipelineHidden,
    double bubble,
    double bubbleFraction,
    double stragglerLatency,
    double stepLatency,
    double scalingEfficiency,
    double throughput,
    double mfu,
    double hfu,
    double idleShare) {

  /** Whether the layout can exist, so that the step has a price. */
  public boolean priced() {
    return !(microbatchesExceedLocalBatch || stagesExceedLayers || tensorDoesNotDivideHeads);
  }

  /** Whether the layout can exist and fits the memory. */
  public boolean feasible() {
    return priced() && !exceedsMemory;
  }

  /** All five exchanges, hidden or not [s]. */
  public double exchange() {
    return dataExchange + tensorExchange + expertExchange + contextExchange + pipelineExchange;
  }

  /** Part of the data exchange that the step waits for [s]. */
  public double dataExposed() {
    return dataExchange - dataHidden;
  }

  /** Part of the context exchange that the step waits for [s]. */
  public double contextExposed() {
    return contextExchange - contextHidden;
  }

  /** Part of the pipeline exchange that the step waits for [s]. */
  public double pipelineExposed() {
    return pipelineExchange - pipelineHidden;
  }
}

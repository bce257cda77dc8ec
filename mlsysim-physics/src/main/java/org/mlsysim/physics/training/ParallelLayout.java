package org.mlsysim.physics.training;

/**
 * How a training step is spread over accelerators; all components are whole and at least 1.
 *
 * <p>Rank order, innermost first: tensor, context, expert, pipeline, data.
 *
 * @param tensor tp, ranks that split every layer
 * @param pipeline pp, stages
 * @param context cp, ranks that split a sequence
 * @param expert ep, ranks that split the experts; they hold different samples
 * @param data dp, replicas
 * @param microbatches m, micro-batches in a pipeline run
 * @param virtualStages v, chunks of layers per stage (interleaving); counts only with a pipeline
 * @param accumulation ga, pipeline runs per step
 */
public record ParallelLayout(
    double tensor,
    double pipeline,
    double context,
    double expert,
    double data,
    double microbatches,
    double virtualStages,
    double accumulation) {

  /** Everything on one accelerator, in one micro-batch. */
  public static final ParallelLayout SINGLE = new ParallelLayout(1, 1, 1, 1, 1, 1, 1, 1);

  /** Plain data parallelism over dp replicas. */
  public static ParallelLayout dataParallel(double replicas) {
    return new ParallelLayout(1, 1, 1, 1, replicas, 1, 1, 1);
  }

  /** R, accelerators of one replica. */
  public double ranksPerReplica() {
    return tensor * pipeline * expert * context;
  }

  /** u, micro-steps of a rank in a step. */
  public double microSteps() {
    return accumulation * microbatches;
  }

  /** v, chunks of layers per stage; 1 without a pipeline. */
  public double chunks() {
    return pipeline > 1 ? virtualStages : 1;
  }

  /** B_r, samples of the busiest rank: {@code ceil(batch / (dp ep))}. */
  public double samplesPerRank(double batch) {
    return Math.ceil(batch / (data * expert));
  }

  /** Samples of one micro-batch of a rank: {@code max(1, ceil(batch / (dp ep ga m)))}. */
  public double microbatchSamples(double batch) {
    return Math.max(1, Math.ceil(batch / (data * expert * accumulation * microbatches)));
  }

  /** Ranks among which the state shared by all experts can be sharded. */
  public double sharedStateRanks() {
    return data * context * expert;
  }

  /** Ranks among which the state of one expert group can be sharded. */
  public double expertStateRanks() {
    return data * context;
  }
}

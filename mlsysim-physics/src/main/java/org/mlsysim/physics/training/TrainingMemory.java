package org.mlsysim.physics.training;

import org.mlsysim.physics.node.WorkloadForm;

/**
 * Memory of one rank in a training step: state sharded by ZeRO, tensor, pipeline and expert
 * parallelism, activations on the first pipeline stage.
 *
 * <p>Activations are known for transformers only; elsewhere the budget is state and buffers, a
 * lower bound.
 *
 * @see <a href="https://arxiv.org/abs/1910.02054">Rajbhandari et al., ZeRO, SC 2020</a>
 * @see <a href="https://arxiv.org/abs/2205.05198">Korthikanti et al., MLSys 2023</a>
 */
public final class TrainingMemory {
  /**
   * The memory of a rank.
   *
   * @param batch samples of the whole step
   */
  public static MemoryBudget of(
      WorkloadForm workload, TrainingPlan plan, ParallelLayout layout, double batch) {
    double shared = sharedParameters(workload, plan, layout);
    double experts = expertParameters(workload, plan, layout);
    double gradients =
        plan.gradientBytesPerElement()
            * plan.trainableFraction()
            * sharded(shared, experts, layout, plan.zeroStage() >= 2);
    return new MemoryBudget(
        weights(workload, plan, layout, shared, experts),
        gradients,
        plan.optimizerBytes() * updatedParameters(plan, layout, shared, experts),
        activations(workload, plan, layout, batch),
        buffers(workload, plan, layout, batch, gradients));
  }

  /** Parameters outside the experts that a rank holds before ZeRO: {@code P (1 - x) / (tp pp)}. */
  public static double sharedParameters(
      WorkloadForm workload, TrainingPlan plan, ParallelLayout layout) {
    double all = workload.storedParameters(plan.bytesPerElement());
    double share = layout.expert() > 1 ? 1 - workload.expertShare() : 1;
    return all * share / (layout.tensor() * layout.pipeline());
  }

  /**
   * Parameters of the largest expert group that a rank holds before ZeRO.
   *
   * <pre>P x / (tp pp) ceil(E / ep) / E</pre>
   *
   * <p>0 without expert parallelism, where the experts count as shared.
   */
  public static double expertParameters(
      WorkloadForm workload, TrainingPlan plan, ParallelLayout layout) {
    if (layout.expert() <= 1) {
      return 0;
    }
    return workload.storedParameters(plan.bytesPerElement())
        * workload.expertShare()
        / (layout.tensor() * layout.pipeline())
        * expertGroupShare(workload, layout);
  }

  /** Share of the experts in the largest group: {@code ceil(E / ep) / E}. */
  public static double expertGroupShare(WorkloadForm workload, ParallelLayout layout) {
    return Math.ceil(workload.experts() / layout.expert()) / workload.experts();
  }

  /** Parameters whose optimizer state a rank holds and updates. */
  public static double updatedParameters(
      TrainingPlan plan, ParallelLayout layout, double shared, double experts) {
    return plan.trainableFraction() * sharded(shared, experts, layout, plan.zeroStage() >= 1);
  }

  private static double sharded(
      double shared, double experts, ParallelLayout layout, boolean byZero) {
    return byZero
        ? shared / layout.sharedStateRanks() + experts / layout.expertStateRanks()
        : shared + experts;
  }

  private static double weights(
      WorkloadForm workload,
      TrainingPlan plan,
      ParallelLayout layout,
      double shared,
      double experts) {
    boolean byZero = plan.zeroStage() >= 3;
    if (workload.hasAttention()) {
      return plan.bytesPerElement() * sharded(shared, experts, layout, byZero);
    }
    double stored =
        workload.storedBytes(plan.bytesPerElement()) / (layout.tensor() * layout.pipeline());
    return sharded(stored, 0, layout, byZero);
  }

  private static double activations(
      WorkloadForm workload, TrainingPlan plan, ParallelLayout layout, double batch) {
    if (!workload.hasAttention()) {
      return 0;
    }
    double layer =
        ActivationMemory.perLayer(
            plan.checkpointing(),
            plan.seqLen() / layout.context(),
            plan.seqLen(),
            layout.microbatchSamples(batch),
            workload.width(),
            workload.headsOrDefault(),
            plan.bytesPerElement(),
            layout.tensor(),
            plan.sequenceParallel());
    return layer
        * Math.ceil(workload.layersOrOne() / layout.pipeline())
        * PipelineSchedule.inFlight(layout.pipeline(), layout.microbatches(), layout.chunks());
  }

  private static double buffers(
      WorkloadForm workload,
      TrainingPlan plan,
      ParallelLayout layout,
      double batch,
      double gradients) {
    // A rank that exchanges no gradients needs no bucket for them.
    double buckets = layout.sharedStateRanks() > 1 ? gradients * plan.bufferFraction() : 0;
    if (layout.pipeline() <= 1 || !workload.keepsCache()) {
      return buckets;
    }
    double message =
        2
            * layout.microbatchSamples(batch)
            * (plan.seqLen() / layout.context())
            * workload.width()
            * plan.bytesPerElement();
    return buckets + (plan.sequenceParallel() ? message / layout.tensor() : message);
  }

  private TrainingMemory() {}
}

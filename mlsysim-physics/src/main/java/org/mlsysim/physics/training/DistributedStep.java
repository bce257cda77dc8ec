package org.mlsysim.physics.training;

import org.mlsysim.physics.network.FleetForm;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.NodeProfile;
import org.mlsysim.physics.node.Utilization;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * One synchronous training step of a fleet: the plain form behind distributed training.
 *
 * <pre>busy = replica + tensor + expert + exposed context + exposed pipeline
 * t    = (busy + bubble + exposed data) straggler</pre>
 *
 * <p>On one accelerator nothing is exchanged and the step is the replica's, {@link TrainingStep}.
 *
 * @see <a href="https://doi.org/10.1145/3458817.3476209">Narayanan et al., Efficient Large-Scale
 *     Language Model Training on GPU Clusters, SC 2021</a>
 */
public final class DistributedStep {
  /**
   * Prices a step.
   *
   * @param workload tensor and context parallelism need a transformer, expert parallelism experts
   * @param device one of the fleet's equal accelerators
   * @param fleet the accelerators and their network
   * @param plan how the model is trained
   * @param layout how the step is spread; its ranks are the fleet's accelerators
   * @param exchange how ranks exchange data
   * @param batch samples of the whole step, whole, &ge; 1
   */
  public static StepProfile of(
      WorkloadForm workload,
      DeviceForm device,
      FleetForm fleet,
      TrainingPlan plan,
      ParallelLayout layout,
      ExchangePlan exchange,
      double batch) {
    double samplesPerRank = layout.samplesPerRank(batch);
    double idleShare = 1 - batch / (layout.data() * layout.expert() * samplesPerRank);
    boolean tooManyMicrobatches = layout.microSteps() > samplesPerRank;
    boolean tooManyStages = stagesExceedLayers(workload, layout);
    boolean unevenHeads = tensorDoesNotDivideHeads(workload, layout);
    if (tooManyMicrobatches || tooManyStages || unevenHeads) {
      return unpriced(tooManyMicrobatches, tooManyStages, unevenHeads, idleShare);
    }

    MemoryBudget memory =
        TrainingMemory.of(workload, plan, layout, TrainingStep.batchOfBusiest(layout, batch));
    NodeProfile node =
        TrainingStep.ofReplica(workload, device, plan, layout, batch, memory.total());
    double modelOps = TrainingStep.modelOps(workload, plan);
    double executedOps = modelOps + TrainingStep.recomputedOps(workload, plan);

    double congestion = exchange.congestion();
    double data =
        congestion * ZeroExchange.time(workload, plan, layout, fleet, exchange.topology());
    double tensor =
        congestion * ModelParallelExchange.tensor(workload, plan, layout, fleet, samplesPerRank);
    double expert =
        congestion
            * ModelParallelExchange.expert(
                workload, plan, layout, fleet, samplesPerRank, exchange.routingImbalance());
    double context =
        congestion * ModelParallelExchange.context(workload, plan, layout, fleet, samplesPerRank);
    double pipeline =
        congestion * ModelParallelExchange.pipeline(workload, plan, layout, fleet, samplesPerRank);

    double work = node.work();
    double contextHidden = contextHidden(workload, plan, layout, context, work, executedOps);
    double dataHidden = 0;
    double pipelineHidden = 0;
    if (exchange.overlap()) {
      double efficiency = exchange.overlapEfficiency();
      double window =
          Overlap.gradientWindow(
              plan.zeroStage(), work, backwardShare(workload, plan), layout.microSteps());
      dataHidden = Overlap.hidden(data, efficiency, window, work - contextHidden);
      pipelineHidden =
          Overlap.hidden(
              pipeline,
              efficiency,
              Overlap.pipelineWindow(work, layout.chunks(), layout.microSteps()),
              work - contextHidden - dataHidden);
    }

    double busy =
        node.latency() + tensor + expert + (context - contextHidden) + (pipeline - pipelineHidden);
    double bubble =
        PipelineSchedule.bubble(busy, layout.pipeline(), layout.microbatches(), layout.chunks());
    double unhindered = busy + bubble + (data - dataHidden);
    double step = unhindered * exchange.straggler();
    double fleetPeak = device.peakFlops() * fleet.accelerators();
    return new StepProfile(
        false,
        false,
        false,
        !node.feasible(),
        node,
        memory,
        data,
        tensor,
        expert,
        context,
        pipeline,
        dataHidden,
        contextHidden,
        pipelineHidden,
        bubble,
        PipelineSchedule.bubbleFraction(layout.pipeline(), layout.microbatches(), layout.chunks()),
        unhindered * (exchange.straggler() - 1),
        step,
        node.latency() / step,
        batch / step,
        Utilization.of(modelOps * batch, step, fleetPeak),
        Utilization.of(executedOps * batch, step, fleetPeak),
        idleShare);
  }

  /** Whether there are more chunks of layers than layers; one layer where none are stated. */
  public static boolean stagesExceedLayers(WorkloadForm workload, ParallelLayout layout) {
    return layout.pipeline() > 1
        && layout.pipeline() * layout.virtualStages() > workload.layersOrOne();
  }

  /** Whether the query heads cannot be split evenly over the tensor-parallel ranks. */
  public static boolean tensorDoesNotDivideHeads(WorkloadForm workload, ParallelLayout layout) {
    return layout.tensor() > 1 && workload.headsOrDefault() % layout.tensor() != 0;
  }

  /** Ring attention always runs behind the attention of the block before, asked to or not. */
  private static double contextHidden(
      WorkloadForm workload,
      TrainingPlan plan,
      ParallelLayout layout,
      double context,
      double work,
      double executedOps) {
    if (layout.context() <= 1) {
      return 0;
    }
    double attention =
        TrainingWork.attentionPasses(plan.checkpointing())
            * TrainingWork.forwardAttention(workload, plan.seqLen(), plan.causalAttention());
    return Math.min(
        context, Overlap.contextWindow(work, layout.context(), attention / executedOps));
  }

  /**
   * s_b, share of the executed work in the backward pass, with what it computes again. A workload
   * without arithmetic has the share of one with very little.
   */
  private static double backwardShare(WorkloadForm workload, TrainingPlan plan) {
    double attention =
        TrainingWork.forwardAttention(workload, plan.seqLen(), plan.causalAttention());
    double stated = TrainingWork.forwardWeights(workload, plan.seqLen());
    double weights = stated + attention > 0 ? stated : 1;
    double after =
        TrainingWork.backward(weights, attention, plan.trainableFraction())
            + TrainingWork.recomputed(weights, attention, plan.checkpointing());
    return after / (weights + attention + after);
  }

  private static StepProfile unpriced(
      boolean tooManyMicrobatches, boolean tooManyStages, boolean unevenHeads, double idleShare) {
    double none = Double.NaN;
    return new StepProfile(
        tooManyMicrobatches,
        tooManyStages,
        unevenHeads,
        false,
        NodeProfile.UNPRICED,
        new MemoryBudget(none, none, none, none, none),
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        idleShare);
  }

  private DistributedStep() {}
}

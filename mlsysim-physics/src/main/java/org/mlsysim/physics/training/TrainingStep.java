package org.mlsysim.physics.training;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.MemoryLevel;
import org.mlsysim.physics.node.NodeProfile;
import org.mlsysim.physics.node.Overhead;
import org.mlsysim.physics.node.Placement;
import org.mlsysim.physics.node.Power;
import org.mlsysim.physics.node.Roofline;
import org.mlsysim.physics.node.Utilization;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * One training step of one replica, before any exchange: arithmetic against traffic, plus overhead.
 *
 * <p>One accelerator is a replica of one rank, so single-node training and the step of a fleet are
 * one law.
 *
 * <pre>t = max(kappa F B / (peak e R), M / BW) + overhead</pre>
 */
public final class TrainingStep {
  /**
   * Training on one accelerator.
   *
   * @param samples samples the accelerator works on in a step, whole, &ge; 1
   * @param replicas ranks among which ZeRO shards the state, whole, &ge; 1
   */
  public static NodeProfile onOneAccelerator(
      WorkloadForm workload,
      DeviceForm device,
      TrainingPlan plan,
      double samples,
      double replicas) {
    return ofReplica(
        workload, device, plan, ParallelLayout.dataParallel(replicas), samples * replicas);
  }

  /**
   * The busiest replica of a fleet.
   *
   * @param batch samples of the whole step, whole, &ge; 1
   */
  public static NodeProfile ofReplica(
      WorkloadForm workload,
      DeviceForm device,
      TrainingPlan plan,
      ParallelLayout layout,
      double batch) {
    return ofReplica(
        workload, device, plan, layout, batch, footprint(workload, plan, layout, batch));
  }

  /**
   * Whether the busiest accelerator of a fleet holds its share of a step.
   *
   * @param batch samples of the whole step, whole, &ge; 1
   */
  public static boolean fits(
      WorkloadForm workload,
      DeviceForm device,
      TrainingPlan plan,
      ParallelLayout layout,
      double batch) {
    return Placement.trainingLevel(device, footprint(workload, plan, layout, batch)).feasible();
  }

  static NodeProfile ofReplica(
      WorkloadForm workload,
      DeviceForm device,
      TrainingPlan plan,
      ParallelLayout layout,
      double batch,
      double footprint) {
    double ranks = layout.ranksPerReplica();
    double samplesPerRank = layout.samplesPerRank(batch);
    double samples = layout.expert() * samplesPerRank;
    double modelOps = modelOps(workload, plan);
    double executedOps = modelOps + recomputedOps(workload, plan);

    MemoryLevel level = Placement.trainingLevel(device, footprint);
    boolean feasible = level.feasible();
    double spill = footprint - device.memoryCapacity();
    double local = Placement.levelBandwidth(device, level);
    double bandwidth =
        feasible
            ? local
            : Placement.spilledBandwidth(local, device.hostLinkOrDefault(), spill / footprint);

    double weightTraffic = weightTraffic(workload, plan, layout, samplesPerRank);
    double stateTraffic = stateTraffic(workload, plan, layout);
    double activationTraffic = activationTraffic(workload, plan, layout, samplesPerRank);
    double traffic = weightTraffic + stateTraffic + activationTraffic;

    double ops = executedOps * samples / ranks;
    double flops = device.peakFlops() * plan.efficiency();
    double slowest =
        PipelineSchedule.imbalance(workload.layersOrOne(), layout.pipeline(), layout.chunks());
    double computeTime = slowest * ops / flops;
    double memoryTime = traffic / bandwidth;
    double overhead = Overhead.training(device.dispatchTax(), workload.layersOrOne());
    double work = Math.max(computeTime, memoryTime);
    double latency = work + overhead;
    double hfu = Utilization.of(ops, latency, device.peakFlops());
    return new NodeProfile(
        latency,
        computeTime,
        memoryTime,
        overhead,
        latency > 0 ? samples / latency : 0,
        Roofline.bound(computeTime, memoryTime),
        Roofline.intensity(ops, traffic),
        Power.energy(device.tdp(), hfu, ranks * latency),
        footprint,
        flops,
        bandwidth,
        Utilization.of(modelOps * samples / ranks, latency, device.peakFlops()),
        hfu,
        feasible,
        feasible ? Double.NaN : spill,
        feasible ? Double.NaN : bandwidth,
        overhead > work,
        ops,
        weightTraffic,
        stateTraffic,
        activationTraffic,
        0,
        level);
  }

  /** F_model, forward and backward work of one sample [FLOP]. */
  public static double modelOps(WorkloadForm workload, TrainingPlan plan) {
    double weights = TrainingWork.forwardWeights(workload, plan.seqLen());
    double attention =
        TrainingWork.forwardAttention(workload, plan.seqLen(), plan.causalAttention());
    return weights
        + attention
        + TrainingWork.backward(weights, attention, plan.trainableFraction());
  }

  /** F_r, work of one sample that is computed again [FLOP]. */
  public static double recomputedOps(WorkloadForm workload, TrainingPlan plan) {
    return TrainingWork.recomputed(
        TrainingWork.forwardWeights(workload, plan.seqLen()),
        TrainingWork.forwardAttention(workload, plan.seqLen(), plan.causalAttention()),
        plan.checkpointing());
  }

  /**
   * Weights a rank reads in a step [B]: {@code u z q touched(n)}, once per pass and micro-step, q
   * being its share of the model and n the tokens of a micro-step.
   */
  public static double weightTraffic(
      WorkloadForm workload, TrainingPlan plan, ParallelLayout layout, double samplesPerRank) {
    double microSteps = layout.microSteps();
    double tokens =
        layout.expert() * samplesPerRank * (plan.seqLen() / layout.context()) / microSteps;
    double share =
        heldParameters(workload, plan, layout) / workload.storedParameters(plan.bytesPerElement());
    return microSteps
        * plan.checkpointing().weightPasses()
        * (share * workload.touchedBytes(tokens, plan.bytesPerElement()));
  }

  /**
   * Gradients and optimizer state a rank moves in a step [B].
   *
   * <pre>(2 u - 1) g f q P + n_o (2 o + g + b)</pre>
   *
   * <p>Gradients are written once and then accumulated. For the n_o parameters it updates, a rank
   * reads and writes the optimizer state, reads the gradient and writes the weight.
   */
  public static double stateTraffic(
      WorkloadForm workload, TrainingPlan plan, ParallelLayout layout) {
    double shared = TrainingMemory.sharedParameters(workload, plan, layout);
    double experts = TrainingMemory.expertParameters(workload, plan, layout);
    double gradients =
        (2 * layout.microSteps() - 1)
            * plan.gradientBytesPerElement()
            * plan.trainableFraction()
            * (shared + experts);
    return gradients
        + TrainingMemory.updatedParameters(plan, layout, shared, experts)
            * (2 * plan.optimizerBytes() + plan.gradientBytesPerElement() + plan.bytesPerElement());
  }

  /**
   * Activations a rank moves in a step [B]: {@code (z + 1) a B_r / (tp pp cp)}, once forward, twice
   * backward, and again where the forward pass is repeated.
   */
  public static double activationTraffic(
      WorkloadForm workload, TrainingPlan plan, ParallelLayout layout, double samplesPerRank) {
    return (plan.checkpointing().weightPasses() + 1)
        * sampleActivations(workload, plan)
        * samplesPerRank
        / (layout.tensor() * layout.pipeline() * layout.context());
  }

  /** a, activation traffic of one sample in one forward pass [B]. */
  public static double sampleActivations(WorkloadForm workload, TrainingPlan plan) {
    return workload.keepsCache()
        ? plan.seqLen() * workload.activationTrafficPerToken(plan.bytesPerElement())
        : workload.activationTrafficPerUnit(plan.bytesPerElement(), plan.activationFraction());
  }

  private static double footprint(
      WorkloadForm workload, TrainingPlan plan, ParallelLayout layout, double batch) {
    return TrainingMemory.of(workload, plan, layout, batchOfBusiest(layout, batch)).total();
  }

  /** Every rank is given the samples of the busiest one. */
  static double batchOfBusiest(ParallelLayout layout, double batch) {
    return layout.samplesPerRank(batch) * layout.data() * layout.expert();
  }

  private static double heldParameters(
      WorkloadForm workload, TrainingPlan plan, ParallelLayout layout) {
    return TrainingMemory.sharedParameters(workload, plan, layout)
        + TrainingMemory.expertParameters(workload, plan, layout);
  }

  private TrainingStep() {}
}

package org.mlsysim.physics.training;

import org.mlsysim.physics.network.Collectives;
import org.mlsysim.physics.node.Ties;

/**
 * One layout of a run on paper: step time, efficiency and state of a split over tensor, pipeline
 * and data parallelism.
 *
 * <p>Tensor-parallel exchanges are not counted; the training step on a fleet counts them.
 *
 * @see <a href="https://arxiv.org/abs/2104.04473">Narayanan et al. 2021</a>
 * @see <a href="https://arxiv.org/abs/1910.02054">Rajbhandari et al., ZeRO, 2020 (state)</a>
 * @see <a href="https://arxiv.org/abs/1811.06965">Huang et al., GPipe, 2019 (bubble)</a>
 */
public final class LayoutEstimate {
  /** Mixed-precision Adam: bytes of state per parameter. */
  private static final double STATE_BYTES = 16.0;

  /**
   * A model, its split and its machine.
   *
   * @param parameters P, all parameters
   * @param activeParameters P_a, parameters a token touches
   * @param gradientBytes G, all gradients in their precision [B]
   * @param tensorParallel t, &ge; 1
   * @param pipelineParallel p, &ge; 1
   * @param dataParallel d, &ge; 1
   * @param microbatches m, &ge; 1
   * @param batchTokens D, tokens of one update
   * @param flopsPerParameterToken w, 6 for training, 8 with full recomputation, &gt; 0
   * @param peakFlops rate of one device [FLOP/s]
   * @param localEfficiency eta, share of the peak a device reaches, in (0, 1]
   * @param linkBandwidth beta, one-way link rate [B/s]
   * @param overlapFraction o, share of the exchange that may be hidden, in [0, 1]
   * @param windowResolution compute time is rounded to a multiple of this, half to even [s]; NaN
   *     where it is not rounded
   * @param deviceMemory memory of one device [B]; NaN where not stated
   */
  public record Plan(
      double parameters,
      double activeParameters,
      double gradientBytes,
      int tensorParallel,
      int pipelineParallel,
      int dataParallel,
      double microbatches,
      double batchTokens,
      double flopsPerParameterToken,
      double peakFlops,
      double localEfficiency,
      double linkBandwidth,
      double overlapFraction,
      double windowResolution,
      double deviceMemory) {}

  /**
   * The plan worked out.
   *
   * @param devices t p d
   * @param stepFlops work of one update [FLOP]
   * @param computeTime its time on all devices [s]
   * @param dpShard gradients of one device [B]
   * @param ringBytes what it sends in the exchange [B]
   * @param allReduceTime time of the exchange [s]
   * @param hiddenTime part behind the last micro-batch's backward pass [s]
   * @param exposedTime the rest [s]
   * @param bubble idle share of the pipelined step
   * @param efficiency compute over step; NaN for a step of no time
   * @param efficiencyNoOverlap the same with nothing hidden
   * @param overlapShare hidden over exchange, 0 without an exchange
   * @param stepTime [s]
   * @param stateTotal 16 P [B]
   * @param statePerDevice 16 P/(t p) [B]
   * @param zero1StatePerDevice with optimizer state sharded over d [B]
   * @param fleetMfu eta times efficiency
   * @param doubleCountedMfu eta times efficiency squared: the mistake of counting it twice
   * @param minDevicesForState devices that hold 16 P; NaN without device memory
   */
  public record Outcome(
      double devices,
      double stepFlops,
      double computeTime,
      double dpShard,
      double ringBytes,
      double allReduceTime,
      double hiddenTime,
      double exposedTime,
      double bubble,
      double efficiency,
      double efficiencyNoOverlap,
      double overlapShare,
      double stepTime,
      double stateTotal,
      double statePerDevice,
      double zero1StatePerDevice,
      double fleetMfu,
      double doubleCountedMfu,
      double minDevicesForState) {}

  /**
   * Works a plan out.
   *
   * <pre>
   * compute   = w P_a D / (t p d peak eta)
   * allreduce = 2(d-1)/d G/(t p) / beta
   * hidden    = min(o allreduce, max(0, (w-2)/w) compute/m)
   * step      = compute/(1-b) + allreduce - hidden,   b = (p-1)/(m+p-1)
   * </pre>
   *
   * <p>The window is the backward pass of the last micro-batch: a gradient is final only there, and
   * 2 of the w operations per parameter and token are the forward pass.
   *
   * @param plan the plan
   */
  public static Outcome of(Plan plan) {
    double modelRanks = (double) plan.tensorParallel * plan.pipelineParallel;
    double d = plan.dataParallel;
    double devices = modelRanks * d;
    double w = plan.flopsPerParameterToken;
    double flops = w * plan.activeParameters * plan.batchTokens;
    double unrounded = flops / (devices * plan.peakFlops * plan.localEfficiency);
    double compute =
        Double.isNaN(plan.windowResolution)
            ? unrounded
            : HalfEven.round(unrounded / plan.windowResolution) * plan.windowResolution;
    double shard = plan.gradientBytes / modelRanks;
    double ringBytes = Collectives.ringFactor(d) * shard;
    double allReduce = ringBytes / plan.linkBandwidth;
    double window = Math.max(0.0, (w - 2.0) / w) * compute / plan.microbatches;
    double hidden = Math.min(plan.overlapFraction * allReduce, window);
    double exposed = allReduce - hidden;
    double stretched =
        compute + PipelineSchedule.bubble(compute, plan.pipelineParallel, plan.microbatches, 1);
    double step = stretched + exposed;
    double efficiency = compute / step;
    double state = STATE_BYTES * plan.parameters;
    double unsharded = 4.0 * plan.parameters / modelRanks;
    double optimizer = 12.0 * plan.parameters / modelRanks;
    return new Outcome(
        devices,
        flops,
        compute,
        shard,
        ringBytes,
        allReduce,
        hidden,
        exposed,
        PipelineSchedule.bubbleFraction(plan.pipelineParallel, plan.microbatches, 1),
        efficiency,
        compute / (stretched + allReduce),
        allReduce > 0.0 ? hidden / allReduce : 0.0,
        step,
        state,
        state / modelRanks,
        unsharded + optimizer / d,
        plan.localEfficiency * efficiency,
        plan.localEfficiency * efficiency * efficiency,
        Math.ceil(state / (plan.deviceMemory * (1.0 + Ties.BAND))));
  }

  private LayoutEstimate() {}
}

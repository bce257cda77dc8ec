package org.mlsysim.physics.training;

import org.mlsysim.physics.network.AllReduceTopology;
import org.mlsysim.physics.network.FleetForm;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * What replicas exchange in a training step: gradients, and with ZeRO also weights.
 *
 * <p>Half an all-reduce is a reduce-scatter (of gradients) or an all-gather (of weights). With X(y)
 * the all-reduce of y bytes, G the gradients and W the weights of a rank, f the trained share and u
 * the micro-steps:
 *
 * <pre>stage 0   X(G)
 * stage 1   X(G)/2 + X(f W)/2
 * stage 2   u X(G)/2 + X(f W)/2
 * stage 3   u X(G)/2 + u X(W)</pre>
 *
 * @see <a href="https://arxiv.org/abs/1910.02054">Rajbhandari et al., ZeRO, SC 2020</a>
 */
public final class ZeroExchange {
  /** Time of the exchange of one step [s], before congestion and overlap. */
  public static double time(
      WorkloadForm workload,
      TrainingPlan plan,
      ParallelLayout layout,
      FleetForm fleet,
      AllReduceTopology topology) {
    double ranks = layout.tensor() * layout.pipeline();
    double trained = plan.trainableFraction();
    double gradients =
        plan.gradientBytesPerElement()
            * trained
            * workload.storedParameters(plan.bytesPerElement())
            / ranks;
    double weights = workload.storedBytes(plan.bytesPerElement()) / ranks;
    double gradientTime = allReduce(gradients, workload, layout, fleet, topology);
    double microSteps = layout.microSteps();
    return switch (plan.zeroStage()) {
      case 0 -> gradientTime;
      case 1 ->
          gradientTime / 2 + allReduce(trained * weights, workload, layout, fleet, topology) / 2;
      case 2 ->
          microSteps * gradientTime / 2
              + allReduce(trained * weights, workload, layout, fleet, topology) / 2;
      default ->
          microSteps * gradientTime / 2
              + microSteps * allReduce(weights, workload, layout, fleet, topology);
    };
  }

  /**
   * X, all-reduce of the state of one rank; with expert parallelism the shared part goes over all
   * ranks, a group of experts only over the ranks that hold the same one.
   */
  private static double allReduce(
      double bytes,
      WorkloadForm workload,
      ParallelLayout layout,
      FleetForm fleet,
      AllReduceTopology topology) {
    double groupRanks = layout.expertStateRanks();
    double inNode = ranksPerNode(layout, fleet, layout.context());
    if (layout.expert() <= 1) {
      return fleet.allReduce(bytes, groupRanks, inNode, topology);
    }
    double expertShare = workload.expertShare();
    double group = TrainingMemory.expertGroupShare(workload, layout);
    return fleet.allReduce(
            bytes * (1 - expertShare),
            layout.sharedStateRanks(),
            ranksPerNode(layout, fleet, layout.context() * layout.expert()),
            topology)
        + fleet.allReduce(bytes * expertShare * group, groupRanks, inNode, topology);
  }

  /**
   * Ranks of a gradient group on one node, if k neighbouring ranks of a replica belong to it.
   *
   * <pre>max(1, node div R) max(1, min(k, node div tp))</pre>
   */
  static double ranksPerNode(ParallelLayout layout, FleetForm fleet, double neighbours) {
    double node = fleet.acceleratorsPerNode();
    double replicas = Math.max(1, Math.floor(node / layout.ranksPerReplica()));
    return replicas * Math.max(1, Math.min(neighbours, Math.floor(node / layout.tensor())));
  }

  private ZeroExchange() {}
}

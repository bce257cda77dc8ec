package org.mlsysim.core.distributed;

import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.training.AdapterTraining;
import org.mlsysim.physics.node.Activations;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.ExchangePlan;
import org.mlsysim.physics.training.Optimizer;
import org.mlsysim.physics.training.ParallelLayout;
import org.mlsysim.physics.training.TrainingPlan;

/** The inputs of a training step on a fleet as plain forms of the law. */
final class DistributedForms {
  /** What the accelerators compute and keep. */
  static TrainingPlan plan(DistributedModel.Inputs inputs, WorkloadForm workload) {
    return new TrainingPlan(
        inputs.seqLen(),
        inputs.causalAttention(),
        inputs.precision().bytesPerElement(),
        inputs.gradientPrecision().bytesPerElement(),
        Optimizer.ADAM,
        inputs.checkpointing(),
        AdapterTraining.trainedShare(
            inputs.isLora(), workload, inputs.precision(), inputs.gradientPrecision()),
        inputs.zeroStage(),
        inputs.sequenceParallel(),
        inputs.efficiency(),
        Activations.DEFAULT_FRACTION,
        TrainingPlan.DEFAULT_BUFFER_FRACTION);
  }

  /** How the step is split. */
  static ParallelLayout layout(DistributedModel.Inputs inputs) {
    return new ParallelLayout(
        inputs.tpSize(),
        inputs.ppSize(),
        inputs.cpSize(),
        inputs.epSize(),
        replicas(inputs),
        inputs.microbatchCount(),
        inputs.vStages(),
        inputs.gradientAccumulationSteps());
  }

  /** Copies of the model; refuses a split that does not divide the accelerators. */
  static long replicas(DistributedModel.Inputs inputs) {
    long accelerators = inputs.fleet().acceleratorTotal();
    double ranks = inputs.ranks();
    if (accelerators % ranks != 0) {
      throw BadInputException.conflict(
          "tp_size",
          "TP %d, PP %d, EP %d and CP %d take %s accelerators, which do not divide n = %d of %s."
              .formatted(
                  inputs.tpSize(),
                  inputs.ppSize(),
                  inputs.epSize(),
                  inputs.cpSize(),
                  Units.number(ranks),
                  accelerators,
                  inputs.fleet().id()));
    }
    return (long) (accelerators / ranks);
  }

  /** How the ranks exchange what they computed. */
  static ExchangePlan exchange(DistributedModel.Inputs inputs) {
    return new ExchangePlan(
        TopologyOverride.topology(inputs.topologyOverride()),
        inputs.overlapComm(),
        inputs.overlapEfficiency(),
        inputs.congestionFactor(),
        inputs.stragglerFactor(),
        inputs.moeRoutingImbalanceFactor());
  }

  private DistributedForms() {}
}

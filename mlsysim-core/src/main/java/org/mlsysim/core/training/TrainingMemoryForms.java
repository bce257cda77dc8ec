package org.mlsysim.core.training;

import org.mlsysim.api.error.BadInputException;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.MemoryBudget;
import org.mlsysim.physics.training.ParallelLayout;
import org.mlsysim.physics.training.TrainingMemory;
import org.mlsysim.physics.training.TrainingPlan;

/** The inputs of a training step's memory as plain forms of the law. */
final class TrainingMemoryForms {
  /** What an accelerator holds; refuses a model or a split that the law does not know. */
  static MemoryBudget budget(TrainingMemoryModel.Inputs inputs) {
    WorkloadForm workload = LayoutRules.trainable(inputs.model(), inputs.activationCheckpointing());
    if (!workload.hasAttention()) {
      throw BadInputException.refused(
          "model",
          inputs.model().id(),
          "what a training step stores is known of transformers only.");
    }
    LayoutRules.splittable(
        inputs.model(),
        workload,
        inputs.tpSize(),
        inputs.epSize(),
        inputs.cpSize(),
        inputs.seqLen());
    return TrainingMemory.of(workload, plan(inputs), layout(inputs), inputs.batchSize());
  }

  static TrainingPlan plan(TrainingMemoryModel.Inputs inputs) {
    // Efficiency and activation traffic say how fast a step is, not what it holds.
    return new TrainingPlan(
        inputs.seqLen(),
        true,
        inputs.precision().bytesPerElement(),
        inputs.gradientPrecision().bytesPerElement(),
        inputs.optimizer(),
        inputs.activationCheckpointing(),
        inputs.trainableFraction(),
        inputs.zeroStage(),
        inputs.sequenceParallel(),
        1,
        0,
        inputs.communicationBufferFraction());
  }

  static ParallelLayout layout(TrainingMemoryModel.Inputs inputs) {
    return new ParallelLayout(
        inputs.tpSize(),
        inputs.ppSize(),
        inputs.cpSize(),
        inputs.epSize(),
        inputs.dpSize(),
        inputs.microbatchCount(),
        inputs.vStages(),
        inputs.gradientAccumulationSteps());
  }

  private TrainingMemoryForms() {}
}

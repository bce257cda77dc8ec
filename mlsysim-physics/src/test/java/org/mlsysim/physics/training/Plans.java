package org.mlsysim.physics.training;

import org.mlsysim.physics.network.AllReduceTopology;
import org.mlsysim.physics.node.Draws;

/** Training plans that differ from the default in one thing, and random ones. */
final class Plans {
  static TrainingPlan with(TrainingPlan plan, int zeroStage) {
    return with(plan, plan.checkpointing(), plan.trainableFraction(), zeroStage);
  }

  static TrainingPlan with(TrainingPlan plan, ActivationCheckpointing checkpointing) {
    return with(plan, checkpointing, plan.trainableFraction(), plan.zeroStage());
  }

  static TrainingPlan with(
      TrainingPlan plan, ActivationCheckpointing checkpointing, double trainable, int zeroStage) {
    return new TrainingPlan(
        plan.seqLen(),
        plan.causalAttention(),
        plan.bytesPerElement(),
        plan.gradientBytesPerElement(),
        plan.optimizer(),
        checkpointing,
        trainable,
        zeroStage,
        plan.sequenceParallel(),
        plan.efficiency(),
        plan.activationFraction(),
        plan.bufferFraction());
  }

  static TrainingPlan withoutSequenceParallelism(TrainingPlan plan, Optimizer optimizer) {
    return new TrainingPlan(
        plan.seqLen(),
        plan.causalAttention(),
        plan.bytesPerElement(),
        plan.gradientBytesPerElement(),
        optimizer,
        plan.checkpointing(),
        plan.trainableFraction(),
        plan.zeroStage(),
        false,
        plan.efficiency(),
        plan.activationFraction(),
        plan.bufferFraction());
  }

  static TrainingPlan random(Draws any) {
    return new TrainingPlan(
        256 * any.whole(1, 32),
        any.coin(),
        any.pick(1.0, 2.0, 4.0),
        any.pick(2.0, 4.0),
        Optimizer.ADAM,
        any.pick(ActivationCheckpointing.values()),
        any.coin() ? 1 : any.uniform(0.001, 0.5),
        (int) any.whole(0, 3),
        any.coin(),
        any.uniform(0.1, 1),
        0.1,
        0.05);
  }

  static ExchangePlan randomExchange(Draws any) {
    return new ExchangePlan(
        any.pick(AllReduceTopology.values()),
        any.coin(),
        any.uniform(0, 1),
        any.uniform(1, 2),
        any.uniform(1, 1.2),
        any.uniform(1, 3));
  }

  private Plans() {}
}

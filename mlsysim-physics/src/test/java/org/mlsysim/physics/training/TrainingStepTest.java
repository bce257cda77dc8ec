package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mlsysim.physics.node.Bound;
import org.mlsysim.physics.node.Known;
import org.mlsysim.physics.node.NodeProfile;

/** The worked examples of training on one accelerator, computed independently of this code. */
class TrainingStepTest {
  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, Math.abs(expected) * 1e-12);
  }

  @Test
  void llama8bWithFullRecomputation() {
    TrainingPlan plan =
        Plans.with(TrainingPlan.of(2048, 2, 0.5), ActivationCheckpointing.FULL, 1, 3);

    NodeProfile step = TrainingStep.onOneAccelerator(Known.LLAMA3_8B, Known.H200, plan, 1, 64);

    assertClose(0.2749475561397452, step.latencyCompute());
    assertClose(0.0257901062475, step.latencyMemory());
    assertClose(0.2759175561397452, step.latency());
    assertClose(0.3736816714199375, step.mfu());
    assertClose(0.49824222855991673, step.hfu());
    assertEquals(2_820_402_162.0, step.memoryFootprint());
  }

  @Test
  void llama8bWithSelectiveRecomputation() {
    TrainingPlan plan = Plans.with(TrainingPlan.of(2048, 2, 0.5), 3);

    NodeProfile step = TrainingStep.onOneAccelerator(Known.LLAMA3_8B, Known.H200, plan, 1, 64);

    assertClose(0.20843414865743984, step.latencyCompute());
    assertClose(0.4923748369525976, step.mfu());
    assertClose(0.4976839045305, step.hfu());
    assertEquals(11_410_336_754.0, step.memoryFootprint());
  }

  @Test
  void gpt2OnAnA100() {
    TrainingPlan plan =
        Plans.with(TrainingPlan.of(1024, 2, 0.5), ActivationCheckpointing.FULL, 1, 1);

    NodeProfile step = TrainingStep.onOneAccelerator(Known.GPT2, Known.A100, plan, 4, 8);

    assertEquals(12_622_751_840.0, step.memoryFootprint());
    assertClose(0.3451523344820513, step.latency());
    assertClose(0.03518823050514958, step.latencyMemory());
    assertClose(0.3734191762723587, step.mfu());
    assertClose(89.53590696533333, step.energy());
  }

  @Test
  void resnet50OnAnA100() {
    NodeProfile step =
        TrainingStep.onOneAccelerator(
            Known.RESNET50, Known.A100, TrainingPlan.of(2048, 2, 0.5), 64, 1);

    assertClose(0.01009230769230769, step.latencyCompute());
    assertClose(0.0009576053186856303, step.latencyMemory());
    assertClose(0.011607307692307691, step.latency());
    assertEquals(Bound.COMPUTE, step.bound());
    assertClose(0.4347393883163789, step.mfu());
    assertClose(2.8058, step.energy());
  }

  @Test
  void aParameterCostsThirtyEightBytesOfTrafficPerStep() {
    TrainingPlan plan = TrainingPlan.of(2048, 2, 0.5);

    NodeProfile step = TrainingStep.onOneAccelerator(Known.LLAMA3_8B, Known.H200, plan, 1, 1);

    // two reads of the weight, the gradient written, 24 for the optimizer, read 4, write 2
    assertEquals(38 * 8.03e9, step.weightTraffic() + step.stateTraffic(), 1);
  }

  @Test
  void aDiffusionSampleIsOneDenoisingStep() {
    TrainingPlan plan = TrainingPlan.of(2048, 2, 0.5);

    NodeProfile step =
        TrainingStep.onOneAccelerator(Known.STABLE_DIFFUSION, Known.A100, plan, 1, 1);

    assertEquals(3 * 803.3e9, step.ops(), 1);
  }

  @Test
  void weightsWithoutArithmeticStillMove() {
    NodeProfile step =
        TrainingStep.onOneAccelerator(Known.DLRM, Known.A100, TrainingPlan.of(2048, 2, 0.5), 1, 1);

    assertEquals(Bound.MEMORY, step.bound());
    assertEquals(0, step.mfu());
    assertTrue(step.latencyMemory() > 0);
  }
}

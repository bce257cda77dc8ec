package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlsysim.physics.node.Known;

/** Worked examples of what a step holds and how it is sharded. */
class TrainingMemoryTest {
  private static final TrainingPlan AT_2048 = TrainingPlan.of(2048, 2, 0.5);
  private static final TrainingPlan AT_4096 = TrainingPlan.of(4096, 2, 0.5);

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, Math.abs(expected) * 1e-11);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 175141641984",
    "SELECTIVE, 153666805504",
    "FULL, 145076870912",
  })
  void llama8bOnOneAccelerator(ActivationCheckpointing strategy, double total) {
    assertEquals(
        total,
        TrainingMemory.of(Known.LLAMA3_8B, Plans.with(AT_2048, strategy), ParallelLayout.SINGLE, 1)
            .total());
  }

  @Test
  void adaptersLeaveTheWeightsAndLittleElse() {
    double fraction = LowRankAdaptation.trainableFraction(Known.LLAMA3_8B, 2, 4, 12);
    TrainingPlan adapters = Plans.with(AT_2048, ActivationCheckpointing.SELECTIVE, fraction, 0);

    assertEquals(
        25_455_240_960.0,
        TrainingMemory.of(Known.LLAMA3_8B, adapters, ParallelLayout.SINGLE, 1).total());
  }

  @Test
  void llama70bOverTensorPipelineAndData() {
    MemoryBudget memory =
        TrainingMemory.of(
            Known.LLAMA3_70B, AT_4096, new ParallelLayout(8, 4, 1, 1, 16, 1, 1, 32), 512);

    assertEquals(4_412_500_000.0, memory.weights());
    assertEquals(8_825_000_000.0, memory.gradients());
    assertEquals(26_475_000_000.0, memory.optimizerState());
    assertEquals(2_852_126_720.0, memory.activations());
    assertEquals(458_027_216, memory.communicationBuffers(), 1);
    assertEquals(43_022_653_936.0, memory.total(), 1);
  }

  @Test
  void aPipelineKeepsAMicrobatchPerStage() {
    MemoryBudget memory =
        TrainingMemory.of(
            Known.LLAMA3_70B, AT_4096, new ParallelLayout(8, 4, 1, 1, 16, 32, 1, 1), 512);

    assertEquals(11_408_506_880.0, memory.activations());
    assertEquals(51_579_034_096.0, memory.total(), 1);
  }

  @Test
  void withoutSequenceParallelismTensorRanksRepeatTheBlockBorders() {
    MemoryBudget memory =
        TrainingMemory.of(
            Known.LLAMA3_70B,
            Plans.withoutSequenceParallelism(AT_4096, Optimizer.SGD),
            new ParallelLayout(8, 4, 1, 1, 16, 1, 1, 32),
            512);

    assertEquals(8_825_000_000.0, memory.optimizerState());
    assertEquals(8_724_152_320.0, memory.activations());
    assertEquals(575_467_728, memory.communicationBuffers(), 1);
    assertEquals(31_362_120_048.0, memory.total(), 1);
  }

  @Test
  void zeroShardsAllOfTheStateAtStageThree() {
    MemoryBudget memory =
        TrainingMemory.of(
            Known.LLAMA3_8B,
            Plans.with(AT_4096, ActivationCheckpointing.NONE, 1, 3),
            ParallelLayout.dataParallel(64),
            64);

    assertEquals(250_937_500, memory.weights());
    assertEquals(501_875_000, memory.gradients());
    assertEquals(1_505_625_000, memory.optimizerState());
    assertEquals(104_152_956_928.0, memory.activations());
    assertEquals(25_093_750, memory.communicationBuffers());
  }

  @Test
  void expertsAreShardedOverExpertRanksAndTheRestOverAll() {
    MemoryBudget memory =
        TrainingMemory.of(
            Known.MIXTRAL, Plans.with(AT_2048, 1), new ParallelLayout(1, 1, 1, 8, 8, 1, 1, 1), 64);

    assertClose(14_533_333_333.3, memory.weights());
    assertClose(29_066_666_666.7, memory.gradients());
    assertClose(8_756_250_000.0, memory.optimizerState());
    assertClose(9_126_805_504.0, memory.activations());
    assertClose(1_453_333_333.33, memory.communicationBuffers());
  }

  @Test
  void otherFamiliesHoldStateAlone() {
    MemoryBudget memory = TrainingMemory.of(Known.RESNET50, AT_2048, ParallelLayout.SINGLE, 64);

    assertEquals(460_026_576, memory.total()); // 25 557 032 parameters at 18 B
    assertEquals(0, memory.activations());
  }
}

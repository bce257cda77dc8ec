package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlsysim.physics.node.Known;
import org.mlsysim.physics.node.WorkloadForm;

/** Published memory of trained transformers, and worked examples of the sharding. */
class TrainingMemoryTest {
  private static final double GIB = 1024.0 * 1024 * 1024;
  private static final TrainingPlan AT_2048 = TrainingPlan.of(2048, 2, 0.5);
  private static final TrainingPlan AT_4096 = TrainingPlan.of(4096, 2, 0.5);

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, Math.abs(expected) * 1e-11);
  }

  private static WorkloadForm gpt(double layers, double width, double heads) {
    return WorkloadForm.builder(WorkloadForm.Family.TRANSFORMER)
        .parameters(12 * layers * width * width)
        .layers(layers)
        .hiddenDim(width)
        .heads(heads)
        .build();
  }

  /** Korthikanti et al. 2023, figure 1: GiB on the first pipeline stage, tensor parallelism 8. */
  @ParameterizedTest
  @CsvSource({
    "48, 6144, 64, 1, 1, 4, 45.5625, 59.2500, 9.5625",
    "96, 12288, 96, 8, 3, 1, 45.5625, 66.8438, 12.3516",
    "105, 20480, 128, 35, 3, 1, 31.6406, 114.0234, 23.0762",
    "128, 25600, 160, 64, 1, 1, 32.9590, 131.2500, 26.5625"
  })
  void publishedMemoryOfGptModels(
      double layers,
      double width,
      double heads,
      double stages,
      double chunks,
      double samples,
      double state,
      double everything,
      double selective) {
    WorkloadForm model = gpt(layers, width, heads);
    double microbatches = 512;
    ParallelLayout layout = new ParallelLayout(8, stages, 1, 1, 1, microbatches, chunks, 1);
    double batch = samples * microbatches;
    TrainingPlan none =
        Plans.withoutSequenceParallelism(
            Plans.with(AT_2048, ActivationCheckpointing.NONE), Optimizer.ADAM);

    MemoryBudget stored = TrainingMemory.of(model, none, layout, batch);
    MemoryBudget selected = TrainingMemory.of(model, AT_2048, layout, batch);

    double held = stored.weights() + stored.gradients() + stored.optimizerState();
    assertEquals(state, held / GIB, 6e-5); // printed with four decimals
    assertEquals(everything, stored.activations() / GIB, 6e-5);
    assertEquals(selective, selected.activations() / GIB, 6e-5);
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

package org.mlsysim.core.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import org.junit.jupiter.api.Test;
import org.mlsysim.core.algorithm.InferenceScalingModel.InferenceScalingResult;
import org.mlsysim.core.serving.ServingModel;
import org.mlsysim.physics.algorithm.KernelEfficiency.KernelClass;

/** Numbers are the worked examples of the specification unless a comment says otherwise. */
class AlgorithmResolversTest {
  private static final double DIGITS = 1e-12;

  private static EfficiencyModelInputsBuilder kernels() {
    return EfficiencyModel.Inputs.builder().model("Llama3_8B").hardware("H100");
  }

  private static InferenceScalingResult reason(int steps) {
    return new InferenceScalingModel()
        .resolve(
            InferenceScalingModel.Inputs.builder()
                .model("Llama3_8B")
                .hardware("H100")
                .reasoningSteps(steps)
                .build());
  }

  @Test
  void eightStepsOfReasoningTakeTwoSeconds() {
    InferenceScalingResult result = reason(8);

    assertThat(in(SECOND, result.totalReasoningTime()))
        .isCloseTo(2.1498530764976227, within(DIGITS));
    assertThat(in(SECOND, result.itl())).isCloseTo(0.005201965468656716, within(DIGITS));
    assertThat(result.tokensGenerated()).isEqualTo(400);
    assertThat(in(JOULE, result.energyPerQuery())).isCloseTo(471.72597721160923, within(1e-9));
    assertThat(in(BYTE, result.peakMemoryRequired())).isEqualTo(16_380_864_256.0);
  }

  @Test
  void withoutReasoningOnlyThePromptIsServed() {
    InferenceScalingResult result = reason(0);

    var served =
        new ServingModel()
            .resolve(
                ServingModel.Inputs.builder()
                    .model("Llama3_8B")
                    .hardware("H100")
                    .seqLen(2048)
                    .build());
    assertThat(result.totalReasoningTime()).isEqualTo(served.ttft());
    assertThat(result.itl()).isEqualTo(served.itl());
    assertThat(result.servingDetail()).isEqualTo(served);
  }

  @Test
  void feedForwardKernelsReachHalfOfThePeak() {
    var result = new EfficiencyModel().resolve(kernels().build());

    assertThat(result.mfu()).isEqualTo(0.5);
    assertThat(in(FLOP_PER_SECOND, result.achievableFlops())).isEqualTo(494.5e12);
    assertThat(result.overheadBreakdown().occupancyLoss()).isCloseTo(0.45, within(DIGITS));
    assertThat(result.overheadTotal()).isEqualTo(0.5);
  }

  @Test
  void fusionHelpsAttentionAlone() {
    var attention =
        new EfficiencyModel()
            .resolve(kernels().workloadType(KernelClass.ATTENTION).useFlashAttention(true).build());
    var other = new EfficiencyModel().resolve(kernels().useFlashAttention(true).build());

    assertThat(attention.mfu()).isEqualTo(0.75);
    assertThat(other.mfu()).isEqualTo(0.5);
    assertThat(other.caveats()).anyMatch(text -> text.contains("use_flash_attention"));
  }
}

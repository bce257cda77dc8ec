package org.mlsysim.physics.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.physics.serving.Examples.DEEPSEEK_V3;
import static org.mlsysim.physics.serving.Examples.FP16;
import static org.mlsysim.physics.serving.Examples.H100;
import static org.mlsysim.physics.serving.Examples.LLAMA3_8B;
import static org.mlsysim.physics.serving.Examples.MAMBA_2_8B;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.serving.DecodeStep;

class InferenceScalingTest {
  @Test
  void eightStepsMatchTheWorkedExample() {
    // Specification, InferenceScalingModel.
    InferenceScaling.Result result = InferenceScaling.solve(LLAMA3_8B, H100, FP16, 0.5, 2048, 8);

    assertClose(result.totalTime(), 2.1498530764976227);
    assertClose(result.ttft(), 0.0690668890349363);
    assertClose(result.itl(), 0.005201965468656716);
    assertThat(result.tokens()).isEqualTo(400.0);
    assertClose(result.timePerStep(), 0.2600982734328358);
    assertClose(result.energy(), 471.72597721160923);
    assertThat(result.peakMemory()).isEqualTo(16_380_864_256.0);
    assertThat(result.feasible()).isTrue();
  }

  @Test
  void noStepsLeaveThePromptAlone() {
    InferenceScaling.Result result = InferenceScaling.solve(LLAMA3_8B, H100, FP16, 0.5, 2048, 0);

    assertThat(result.totalTime()).isEqualTo(result.ttft());
    assertThat(result.itl()).isEqualTo(result.serving().itl());
    assertThat(result.tokens()).isZero();
  }

  @Test
  void nothingIsKnownOfTheEnergyWithoutADesignPower() {
    DeviceForm unstated = DeviceForm.of(989e12, 8e10, 3.35e12);

    assertThat(InferenceScaling.solve(LLAMA3_8B, unstated, FP16, 0.5, 2048, 8).energy()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void theClosedSumEqualsTheSumTokenByToken(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    WorkloadForm[] models = {LLAMA3_8B, DEEPSEEK_V3, MAMBA_2_8B};
    WorkloadForm model = models[random.nextInt(models.length)];
    // Rates around the balance of one sequence, so that memory and compute change places.
    double peak = 1e12 * Math.exp(8 * random.nextDouble());
    DeviceForm device = DeviceForm.of(peak, 1e12, peak * Math.exp(-4 + 8 * random.nextDouble()));
    double context = 1 + random.nextInt(100_000);
    int tokens = 1 + random.nextInt(20_000);

    double sum = 0.0;
    for (int i = 0; i < tokens; i++) {
      sum += DecodeStep.solve(model, device, FP16, 0.5, 1, 1, context + i).time();
    }

    assertThat(InferenceScaling.decodeTime(model, device, FP16, 0.5, context, tokens))
        .as("seed %d", seed)
        .isCloseTo(sum, within(1e-10 * sum));
  }

  @Test
  void theClosedSumHoldsWhereComputeOvertakesMemory() {
    // Latent attention works more per cached byte than it moves: the lines cross inside the run.
    DeviceForm device = DeviceForm.of(4.27e14, 2e12, 1e14);
    DecodeStep.Result first = DecodeStep.solve(DEEPSEEK_V3, device, FP16, 0.5, 1, 1, 10);
    DecodeStep.Result last = DecodeStep.solve(DEEPSEEK_V3, device, FP16, 0.5, 1, 1, 10 + 9999);
    double sum = 0.0;
    for (int i = 0; i < 10_000; i++) {
      sum += DecodeStep.solve(DEEPSEEK_V3, device, FP16, 0.5, 1, 1, 10 + i).time();
    }

    assertThat(
            (first.memoryTime() - first.computeTime()) * (last.memoryTime() - last.computeTime()))
        .isNegative();
    assertThat(InferenceScaling.decodeTime(DEEPSEEK_V3, device, FP16, 0.5, 10, 10_000))
        .isCloseTo(sum, within(1e-10 * sum));
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * expected));
  }
}

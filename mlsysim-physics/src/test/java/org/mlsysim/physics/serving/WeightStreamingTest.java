package org.mlsysim.physics.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.physics.serving.Examples.CS3;
import static org.mlsysim.physics.serving.Examples.FP16;
import static org.mlsysim.physics.serving.Examples.LLAMA3_70B;
import static org.mlsysim.physics.serving.Examples.MIXTRAL_8X7B;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.serving.WeightStreaming.Phase;
import org.mlsysim.physics.serving.WeightStreaming.Side;

class WeightStreamingTest {
  private static final double LINK = 150e9;

  @Test
  void decodingMatchesTheWorkedExample() {
    // Decisions, WeightStreamingModel [D37].
    WeightStreaming.Result result = stream(LLAMA3_70B, 16, Phase.DECODE);

    assertThat(result.feasible()).isTrue();
    assertThat(result.slower()).isEqualTo(Side.LINK);
    assertClose(result.layerComputeTime(), 1.469019869184e-06);
    assertClose(result.layerInjectionTime(), 0.011766666666666667);
    assertThat(result.optimalBatch()).isEqualTo(401_370.0);
    assertClose(result.throughput(), 16.997167138810198);
    assertClose(result.memoryUtilization(), 0.25);
  }

  @Test
  void prefillMatchesTheWorkedExample() {
    WeightStreaming.Result result = stream(LLAMA3_70B, 16, Phase.PREFILL);

    assertClose(result.layerComputeTime(), 0.000943960506044416);
    assertThat(result.optimalBatch()).isEqualTo(199.0);
    assertClose(result.throughput(), 34810.198300283286);
  }

  @Test
  void aCacheThatFillsTheWaferExactlyFits() {
    // 64 sequences of a quarter of the wafer per 16.
    assertThat(stream(LLAMA3_70B, 64, Phase.DECODE).feasible()).isTrue();
    WeightStreaming.Result over = stream(LLAMA3_70B, 65, Phase.DECODE);
    assertThat(over.feasible()).isFalse();
    assertThat(over.throughput()).isZero();
    assertThat(over.memoryUtilization()).isGreaterThan(1.0);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void theOptimalBatchIsTheLastThatHides(Phase phase) {
    for (WorkloadForm model : new WorkloadForm[] {LLAMA3_70B, MIXTRAL_8X7B}) {
      double best = stream(model, 1, phase).optimalBatch();
      WeightStreaming.Result at = stream(model, best, phase);
      WeightStreaming.Result beyond = stream(model, best + 1, phase);

      assertThat(at.layerComputeTime()).isLessThanOrEqualTo(at.layerInjectionTime() * (1 + 1e-12));
      assertThat(beyond.layerComputeTime()).isGreaterThan(beyond.layerInjectionTime());
    }
  }

  @Test
  void aLinkThatIsNotStatedTakesTheDefault() {
    WeightStreaming.Result unstated =
        WeightStreaming.solve(LLAMA3_70B, CS3, Double.NaN, FP16, 0.5, 2048, 16, Phase.DECODE);

    // By hand: 141.2 GB over 80 layers at 100 GB/s.
    assertClose(unstated.layerInjectionTime(), 141.2e9 / 80 / 100e9);
  }

  @Test
  void noBatchHidesBehindALinkFasterThanTheDispatch() {
    WeightStreaming.Result result =
        WeightStreaming.solve(MIXTRAL_8X7B, CS3, 1e18, FP16, 0.5, 2048, 1, Phase.DECODE);

    assertThat(result.optimalBatch()).isEqualTo(1.0);
    assertThat(result.slower()).isEqualTo(Side.COMPUTE);
  }

  private static WeightStreaming.Result stream(WorkloadForm model, double batch, Phase phase) {
    return WeightStreaming.solve(model, CS3, LINK, FP16, 0.5, 2048, batch, phase);
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * expected));
  }
}

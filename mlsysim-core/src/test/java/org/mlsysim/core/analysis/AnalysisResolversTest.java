package org.mlsysim.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.analysis.NetworkRooflineModel.Ceiling;

/** Numbers are the worked examples of the specification unless a comment says otherwise. */
class AnalysisResolversTest {
  private static final double DIGITS = 1e-12;

  private static NetworkRooflineModelInputsBuilder training(int batch) {
    return NetworkRooflineModel.Inputs.builder()
        .model("Llama3_70B")
        .fleet("Research_256")
        .batchSize(batch);
  }

  private static IronLawModelInputsBuilder step(String memory, String compute, String overhead) {
    return IronLawModel.Inputs.builder().memoryTime(memory).computeTime(compute).overhead(overhead);
  }

  private static AmdahlModelInputsBuilder path(double pre, double infer, double post) {
    Map<String, Quantity<Time>> stages = new LinkedHashMap<>();
    stages.put("pre", Units.of(pre, SECOND));
    stages.put("infer", Units.of(infer, SECOND));
    stages.put("post", Units.of(post, SECOND));
    return AmdahlModel.Inputs.builder().stages(stages).stage("infer").speedup(5);
  }

  @Test
  void oneSampleWaitsForTheNetwork() {
    var result = new NetworkRooflineModel().resolve(training(1).build());

    assertThat(result.bottleneck()).isEqualTo(Ceiling.NETWORK);
    assertThat(in(SECOND, result.latency())).isCloseTo(22.50375, within(DIGITS));
    assertThat(in(SECOND, result.latencyCompute())).isCloseTo(1.7877158228850152, within(DIGITS));
    assertThat(in(BYTE, result.memoryFootprint())).isEqualTo(281_296_875_000.0);
    assertThat(in(BYTE_PER_SECOND, result.peakBwActual())).isEqualTo(1.25e10);
    assertThat(result.mfu()).isCloseTo(0.039720398219963676, within(DIGITS));
  }

  @Test
  void sixteenSamplesKeepTheAcceleratorsBusy() {
    var result = new NetworkRooflineModel().resolve(training(16).build());

    assertThat(result.bottleneck()).isEqualTo(Ceiling.COMPUTE);
    assertThat(in(SECOND, result.latency())).isCloseTo(28.603453166160243, within(DIGITS));
    assertThat(result.mfu()).isCloseTo(0.5, within(DIGITS));
  }

  @Test
  void anUpgradeTouchesItsOwnPartAlone() {
    var result =
        new IronLawModel()
            .resolve(step("10 ms", "4 ms", "2 ms").memorySpeedup(2).computeSpeedup(1.5).build());

    assertThat(in(SECOND, result.sequentialTime())).isCloseTo(0.016, within(DIGITS));
    assertThat(in(SECOND, result.upgradedOverlappedTime())).isCloseTo(0.007, within(DIGITS));
    assertThat(in(SECOND, result.naiveUpgradedTime())).isCloseTo(0.016 / 3, within(DIGITS));
    assertThat(result.sequentialReduction()).isCloseTo(0.39583333333333337, within(DIGITS));
  }

  @Test
  void aStepThatTakesNoTimeIsRefused() {
    assertThatThrownBy(() -> step("0 s", "0 s", "0 s").build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("memory_time, compute_time and overhead are all 0");
  }

  @Test
  void fiveTimesFasterInferenceHalvesThePath() {
    var result = new AmdahlModel().resolve(path(0.02, 0.06, 0.02).build());

    assertThat(result.overallSpeedup()).isCloseTo(1.923076923076923, within(DIGITS));
    assertThat(result.endToEndReduction()).isCloseTo(0.48, within(DIGITS));
    assertThat(result.speedupBound().orElseThrow()).isCloseTo(2.5, within(DIGITS));
  }

  @Test
  void aPathOfOneStageHasNoBound() {
    assertThat(new AmdahlModel().resolve(path(0, 0.06, 0).build()).speedupBound()).isEmpty();
  }

  @Test
  void anUnknownStageIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> path(0.02, 0.06, 0.02).stage("decode").build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("stage is decode")
        .hasMessageContaining("pre, infer, post");
    assertThatThrownBy(() -> path(0, 0, 0).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("stages");
  }
}

package org.mlsysim.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Registry;

/** Failures of identical parts and of a series. */
class FailureResolversTest {
  private static SeriesFailureModelInputsBuilder series(Map<String, Integer> perNode) {
    return SeriesFailureModel.Inputs.builder()
        .nDevices(8192)
        .devicesPerNode(8)
        .componentMttf(Map.of("gpu", of(50_000 * 3600.0, SECOND)))
        .perNode(perNode);
  }

  @Test
  void sixteenThousandAcceleratorsFailEightTimesADay() {
    var result =
        new FailureIntervalModel()
            .resolve(
                FailureIntervalModel.Inputs.builder()
                    .componentMtbf("50000 h")
                    .nComponents(16_384)
                    .runDuration("54 d")
                    .build());

    // The specification's example; the published run of that size reports 419 interruptions.
    assertThat(in(SECOND, result.interval())).isEqualTo(10986.328125);
    assertThat(result.expectedFailures()).isCloseTo(424.67328, within(1e-9));
    assertThat(result.failuresPerDay()).isCloseTo(7.86432, within(1e-12));
  }

  @Test
  void aBareNumberIsALifetimeInHours() {
    var inputs =
        new FailureIntervalModel()
            .contract()
            .inputs(
                Map.of("component_mtbf", 2, "n_components", 1, "run_duration", 0), Registry.EMPTY);

    assertThat(in(SECOND, new FailureIntervalModel().resolve(inputs).interval())).isEqualTo(7200);
  }

  @Test
  void partsThatNoNodeHasNeverFail() {
    var result = new SeriesFailureModel().resolve(series(Map.of("gpu", 0)).build());

    assertThat(result.mtbf()).isEmpty();
    assertThat(result.failuresPerDay()).isZero();
  }

  @Test
  void aComponentWithoutACountIsRefusedByTheTableThatLacksIt() {
    assertThatThrownBy(() -> series(Map.of()).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("component_mttf names [gpu], but per_node names []")
        .extracting(e -> ((BadInputException) e).findings().get(0).port())
        .isEqualTo("per_node");
  }

  @Test
  void aCountWithoutALifetimeIsRefusedByTheTableThatLacksIt() {
    assertThatThrownBy(() -> series(Map.of("gpu", 8, "nic", 8)).build())
        .isInstanceOf(BadInputException.class)
        .extracting(e -> ((BadInputException) e).findings().get(0).port())
        .isEqualTo("component_mttf");
  }
}

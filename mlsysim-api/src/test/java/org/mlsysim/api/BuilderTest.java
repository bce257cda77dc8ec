package org.mlsysim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Registry;
import org.mlsysim.api.units.Units;

class BuilderTest {
  @Test
  void whatIsLeftOutTakesItsDefault() {
    RidgePointModel.Inputs inputs =
        new RidgePointModelInputsBuilder()
            .peakFlops("989 TFLOP/s")
            .memoryBandwidth(Units.of(3.35e12, Units.BYTE_PER_SECOND))
            .build();

    assertThat(inputs)
        .isEqualTo(
            new RidgePointModel.Inputs(
                Units.of(989e12, Units.FLOP_PER_SECOND),
                Units.of(3.35e12, Units.BYTE_PER_SECOND),
                1,
                1,
                Optional.empty(),
                false));
  }

  @Test
  void aBuilderFromARecordChangesOnePortOfIt() {
    RidgePointModel.Inputs inputs =
        new RidgePointModelInputsBuilder()
            .peakFlops("1 TFLOP/s")
            .memoryBandwidth("1 TB/s")
            .label("one")
            .build(Registry.EMPTY);

    RidgePointModel.Inputs changed =
        RidgePointModelInputsBuilder.from(inputs).efficiency(0.5).build(Registry.EMPTY);

    assertThat(changed.efficiency()).isEqualTo(0.5);
    assertThat(changed.label()).contains("one");
    assertThat(changed.peakFlops()).isEqualTo(inputs.peakFlops());
  }

  @Test
  void everythingMissingOrWrongIsReportedAtOnce() {
    assertThatThrownBy(
            () -> new RidgePointModelInputsBuilder().efficiency(45).peakFlops("1 GB").build())
        .isInstanceOfSatisfying(
            BadInputException.class,
            e ->
                assertThat(e.findings())
                    .extracting(finding -> finding.port())
                    .containsExactlyInAnyOrder("efficiency", "peak_flops", "memory_bandwidth"));
  }
}

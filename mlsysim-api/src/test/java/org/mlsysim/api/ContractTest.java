package org.mlsysim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.InfeasibleException;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.Registry;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

class ContractTest {
  private final RidgePointModel model = new RidgePointModel();

  private RidgePointModel.RidgePointResult resolve(Map<String, ?> values) {
    return model.resolve(model.contract().inputs(values, Registry.EMPTY));
  }

  private List<Finding> findings(Map<String, ?> values) {
    try {
      resolve(values);
      return List.of();
    } catch (BadInputException e) {
      return e.findings();
    }
  }

  @Test
  void portsComeFromTheRecords() {
    assertThat(model.id()).isEqualTo("RidgePointModel");
    assertThat(model.tier()).isEqualTo(Tier.MODEL);
    assertThat(model.requires())
        .extracting(PortSpec::name)
        .containsExactly("peak_flops", "memory_bandwidth");
    assertThat(model.produces()).extracting(PortSpec::unit).containsExactly("FLOP/B", "", "", "");
  }

  @Test
  void textsNumbersAndQuantitiesAreReadAlike() {
    var text = resolve(Map.of("peak_flops", "989 TFLOP/s", "bandwidth", "3.35 TB/s"));
    var bare = resolve(Map.of("peak_flops", 989e12, "memory_bandwidth", 3.35e12));
    var given =
        resolve(
            Map.of(
                "peak_flops",
                Units.of(989e12, Units.FLOP_PER_SECOND),
                "memory_bandwidth",
                new Wire.Amount(3350, "GB/s")));

    assertThat(Units.in(Units.FLOP_PER_BYTE, text.ridgePoint())).isEqualTo(989e12 / 3.35e12);
    assertThat(bare).isEqualTo(text);
    assertThat(given).isEqualTo(text);
  }

  @Test
  void everythingWrongIsReportedAtOnce() {
    List<Finding> findings =
        findings(
            Map.of("peak_flop", 1, "bandwidth", "80 GB", "efficiency", 45, "kernel_count", 2.5));

    assertThat(findings)
        .extracting(Finding::code, Finding::port)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(ErrorCode.INPUT_UNKNOWN_KEY, "peak_flop"),
            org.assertj.core.groups.Tuple.tuple(ErrorCode.INPUT_UNIT_MISMATCH, "bandwidth"),
            org.assertj.core.groups.Tuple.tuple(ErrorCode.INPUT_OUT_OF_RANGE, "efficiency"),
            org.assertj.core.groups.Tuple.tuple(ErrorCode.INPUT_OUT_OF_RANGE, "kernel_count"),
            org.assertj.core.groups.Tuple.tuple(ErrorCode.INPUT_MISSING, "peak_flops"));
    assertThat(findings)
        .filteredOn(finding -> finding.code() == ErrorCode.INPUT_UNKNOWN_KEY)
        .singleElement()
        .extracting(Finding::nearest)
        .isEqualTo(List.of("peak_flops"));
  }

  @Test
  void aQuantityThatIsNotFiniteIsRefusedByName() {
    for (Object value :
        List.of(
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            new Wire.Amount(Double.POSITIVE_INFINITY, "B/s"),
            new Wire.Amount(Double.NaN, "GB/s"))) {
      assertThat(findings(Map.of("peak_flops", 1e12, "memory_bandwidth", value)))
          .extracting(Finding::code, Finding::port)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  ErrorCode.INPUT_OUT_OF_RANGE, "memory_bandwidth"));
    }
  }

  @Test
  void aRecordBuiltInJavaIsCheckedToo() {
    var inputs =
        new RidgePointModel.Inputs(
            Units.of(1, Units.FLOP_PER_SECOND),
            Units.of(1, Units.BYTE_PER_SECOND),
            Double.NaN,
            1,
            java.util.Optional.empty(),
            false);

    assertThatThrownBy(() -> model.resolve(inputs))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("efficiency")
        .hasMessageContaining("(0, 1]");
  }

  @Test
  void anInfeasibleResultIsAValueUnlessAnExceptionIsAskedFor() {
    var result = resolve(Map.of("peak_flops", 1e15, "memory_bandwidth", 1e11));

    assertThat(model.contract().feasible(result)).isFalse();
    assertThatThrownBy(
            () ->
                resolve(Map.of("peak_flops", 1e15, "memory_bandwidth", 1e11, "raise_errors", true)))
        .isInstanceOf(InfeasibleException.class)
        .hasMessageContaining("1000 FLOP/B");
  }

  @Test
  void aResultTravelsWithItsDeclaredUnits() {
    var result = resolve(Map.of("peak_flops", 2e12, "memory_bandwidth", 1e12));

    assertThat(model.contract().write(result).values())
        .containsExactly(
            Map.entry("ridge_point", new Wire.Amount(2, "FLOP/B")),
            Map.entry("bound", Wire.of("compute")),
            Map.entry("feasible", Wire.of(true)));
    assertThat(model.contract().metrics(result))
        .containsExactly(new Metric("ridge_point", 2, "FLOP/B"));
  }
}

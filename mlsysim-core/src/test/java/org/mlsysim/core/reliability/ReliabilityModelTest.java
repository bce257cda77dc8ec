package org.mlsysim.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.FleetBuilder;

class ReliabilityModelTest {
  private static final Fleet FRONTIER = Catalogs.installed().of(Fleet.class).get("Frontier_8K");

  private final ReliabilityModel model = new ReliabilityModel();

  private static ReliabilityModelInputsBuilder month(Fleet fleet) {
    return ReliabilityModel.Inputs.builder().fleet(fleet).jobDurationHours("720 h");
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @Test
  void eightThousandAcceleratorsLoseATenthOfTheirTime() {
    var result = model.resolve(month(FRONTIER).build());

    // The specification's example, by hand: 1/(1024 · (8/50000 + 8/150000)) h.
    assertThat(in(SECOND, result.fleetMtbf())).isCloseTo(16479.4921875, within(1e-9));
    assertThat(in(SECOND, result.optimalCheckpointInterval())).isCloseTo(1406.25, within(1e-9));
    assertThat(result.expectedFailures()).isCloseTo(157.2864, within(1e-9));
    assertThat(result.goodputRatio()).isCloseTo(0.896462222222, within(1e-12));
    assertThat(result.outOfRegime()).isFalse();
  }

  @Test
  void aMeasuredMeanTimeReplacesTheSumOverComponents() {
    Fleet measured = FleetBuilder.from(FRONTIER).mtbfHours("5 h").build();

    var result = model.resolve(month(measured).build());

    assertThat(in(SECOND, result.fleetMtbf())).isEqualTo(18_000);
    assertThat(result.caveats()).isEmpty();
  }

  @Test
  void theSumOverComponentsIsThatOfTheSeries() {
    var series =
        new SeriesFailureModel()
            .resolve(
                SeriesFailureModel.Inputs.builder()
                    .nDevices(8192)
                    .devicesPerNode(8)
                    .componentMttf(Map.of("gpu", hours(50_000), "nic", hours(150_000)))
                    .perNode(Map.of("gpu", 8, "nic", 8))
                    .build());

    assertThat(in(SECOND, model.resolve(month(FRONTIER).build()).fleetMtbf()))
        .isCloseTo(in(SECOND, series.mtbf().orElseThrow()), within(1e-9));
  }

  private static Quantity<Time> hours(double hours) {
    return of(hours * 3600, SECOND);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsNotLostIsGoodput(long seed) {
    var random = new SplittableRandom(seed);
    double mtbf = Math.exp(random.nextDouble(5, 15));
    double write = mtbf * random.nextDouble(1e-6, 0.1);
    Fleet fleet = FleetBuilder.from(FRONTIER).mtbfHours(of(mtbf, SECOND)).build();

    var result =
        model.resolve(
            month(fleet)
                .checkpointTimeS(of(write, SECOND))
                .avgRecoveryTimeS(of(mtbf * random.nextDouble(0.3), SECOND))
                .build());

    assertThat(
            result.goodputRatio()
                + result.checkpointShare()
                + result.reworkShare()
                + result.recoveryShare())
        .as("seed %d", seed)
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void aWriteOfTwoMeanTimesLeavesNothing() {
    Fleet fleet = FleetBuilder.from(FRONTIER).mtbfHours("1 h").build();

    var result = model.resolve(month(fleet).checkpointTimeS("3 h").build());

    assertThat(result.outOfRegime()).isTrue();
    assertThat(in(SECOND, result.optimalCheckpointInterval())).isEqualTo(3600);
    assertThat(result.goodputRatio()).isZero();
    assertThat(result.caveats()).anyMatch(caveat -> caveat.contains("no progress"));
  }

  @Test
  void theSharesOfTheExplanationAreWhatIsMissingFromOne() {
    var inputs = month(FRONTIER).build();
    var result = model.resolve(inputs);

    List<Explanation> explained = model.explain(inputs, result);

    assertThat(explained)
        .extracting(Explanation::port)
        .containsExactly("fleet_mtbf", "goodput_ratio");
    assertThat(explained.get(0).value()).isEqualTo(in(SECOND, result.fleetMtbf()));
    List<Explanation.Term> rate = explained.get(0).terms();
    assertThat(1 / (rate.get(0).value() * rate.get(1).value()))
        .isCloseTo(explained.get(0).value(), within(1e-9));
    Explanation goodput = explained.get(1);
    assertThat(goodput.value())
        .isEqualTo(
            1
                - goodput.terms().get(0).value()
                - goodput.terms().get(1).value()
                - goodput.terms().get(2).value());
  }

  @Test
  void aCheckpointOfNoTimeIsRefused() {
    assertThatThrownBy(() -> month(FRONTIER).checkpointTimeS("0 s").build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("checkpoint_time_s")
        .hasMessageContaining("(0, inf)");
  }
}

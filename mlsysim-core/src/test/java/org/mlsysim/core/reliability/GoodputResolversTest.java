package org.mlsysim.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.units.Units;

/** What is left as useful work, and how jobs wait for it. */
class GoodputResolversTest {
  private static GoodputModelInputsBuilder fleet() {
    return GoodputModel.Inputs.builder().scheduling(0.92).runtime(0.90).program(0.55);
  }

  private static OrchestrationModel.Inputs jobs(String arrivals, String duration) {
    return OrchestrationModel.Inputs.builder()
        .fleet("Lab_64_H100")
        .arrivalRateJobsPerDay(arrivals)
        .avgJobDurationDays(duration)
        .build();
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @Test
  void threeGoodFactorsLeaveLessThanHalf() {
    var result =
        new GoodputModel()
            .resolve(
                fleet().ceilings(Map.of("S", 0.97, "P", 0.65)).deviceHourRate("3 USD/h").build());

    // The specification's example, by hand.
    assertThat(result.mpg()).isCloseTo(0.4554, within(1e-15));
    assertThat(result.pointValue().keySet()).containsExactly("S", "R", "P");
    assertThat(result.ceilingGain()).containsOnlyKeys("S", "P");
    assertThat(result.ceilingGain().get("P")).isCloseTo(0.0828, within(1e-15));
    assertThat(result.mpgAtCeiling().get("S")).isCloseTo(0.48015, within(1e-15));
    assertThat(in(Units.USD_PER_SECOND, result.usefulRate().orElseThrow()) * 3600)
        .isCloseTo(6.58761528327, within(1e-10));
  }

  @Test
  void withoutCeilingsAndPriceNothingIsSaidOfThem() {
    var result = new GoodputModel().resolve(fleet().build());

    assertThat(result.ceilingRatio()).isEmpty();
    assertThat(result.usefulRate()).isEmpty();
  }

  @Test
  void aCeilingOfAnythingElseIsRefused() {
    assertThatThrownBy(() -> fleet().ceilings(Map.of("MFU", 0.5)).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("ceilings is MFU")
        .hasMessageContaining("S, R and P");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsLostAndWhatIsLeftIsAllThereWas(long seed) {
    var random = new SplittableRandom(seed);
    var result =
        new GoodputModel()
            .resolve(
                fleet()
                    .scheduling(1 - random.nextDouble())
                    .runtime(1 - random.nextDouble())
                    .program(1 - random.nextDouble())
                    .build());

    assertThat(
            result.mpg() + result.schedulingShare() + result.runtimeShare() + result.programShare())
        .as("seed %d", seed)
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void tenPointsOfUtilizationCostAFleetItsWeek() {
    var result =
        new UtilizationLossModel()
            .resolve(
                UtilizationLossModel.Inputs.builder()
                    .nDevices(512)
                    .deviceHourRate("3 USD/h")
                    .healthyUtilization(0.55)
                    .degradedUtilization(0.45)
                    .duration("7 d")
                    .build());

    assertThat(in(USD, result.fleetCostPerDay())).isCloseTo(36_864, within(1e-8));
    assertThat(in(USD, result.lossPerDay())).isCloseTo(3686.4, within(1e-8));
    assertThat(in(USD, result.lossTotal())).isCloseTo(25_804.8, within(1e-7));
    assertThat(result.caveats()).isEmpty();
  }

  @Test
  void aClusterBusyFourDaysOfFiveLetsJobsWaitFourDays() {
    var model = new OrchestrationModel();

    var result = model.resolve(jobs("0.4 1/d", "2 d"));

    // ρ = 0.8: 0.8 · 2 d / 0.4, and 0.64 / 0.4 jobs.
    assertThat(in(SECOND, result.avgWaitTimeDays().orElseThrow())).isCloseTo(345_600, within(1e-6));
    assertThat(result.avgQueueLength().orElseThrow()).isCloseTo(1.6, within(1e-12));
    assertThat(model.contract().feasible(result)).isTrue();
  }

  @Test
  void aLineWithoutEndHasNoWaitAndSaysWhy() {
    var model = new OrchestrationModel();

    var result = model.resolve(jobs("0.6 1/d", "2 d"));

    assertThat(result.clusterUtilization()).isCloseTo(1.2, within(1e-12));
    assertThat(result.avgWaitTimeDays()).isEmpty();
    assertThat(result.avgQueueLength()).isEmpty();
    assertThat(model.contract().feasible(result)).isFalse();
    assertThat(result.reasons()).singleElement().asString().contains("without end");
    assertThat(model.explain(jobs("0.6 1/d", "2 d"), result))
        .extracting(Explanation::port)
        .containsExactly("cluster_utilization");
  }

  @Test
  void aLoadOfExactlyOneHasNoEnd() {
    assertThat(new OrchestrationModel().resolve(jobs("0.1 1/d", "10 d")).isStable()).isFalse();
  }

  @Test
  void theWaitGrowsWithTheLoad() {
    double before = 0;
    for (int percent = 10; percent < 100; percent += 10) {
      double wait =
          in(
              SECOND,
              new OrchestrationModel()
                  .resolve(jobs(percent / 100.0 + " 1/d", "1 d"))
                  .avgWaitTimeDays()
                  .orElseThrow());
      assertThat(wait).as("load of %d %%", percent).isGreaterThan(before);
      before = wait;
    }
  }
}

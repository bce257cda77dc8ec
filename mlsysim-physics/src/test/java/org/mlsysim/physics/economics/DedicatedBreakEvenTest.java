package org.mlsysim.physics.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DedicatedBreakEvenTest {
  private static final double EQUAL = 1e-10; // percent

  @Test
  void halfLoadOfFiveThousandTokensASecondMatchesTheWorkedExample() {
    DedicatedBreakEven.Comparison c =
        DedicatedBreakEven.of(
            new DedicatedBreakEven.Inputs(10, 0.7, 3, 0.3, 15, 98.32, 0.05, 5000, 0.5));

    // The spec's worked example.
    assertThat(c.weightedInputPricePerMillion()).isCloseTo(1.11, withinPercentage(EQUAL));
    assertThat(c.apiPricePerMillion()).isCloseTo(26.1, withinPercentage(EQUAL));
    assertThat(c.referenceHourTokens()).isEqualTo(18_000_000);
    assertThat(c.deliveredHourTokens()).isEqualTo(9_000_000);
    assertThat(c.apiPerHour()).isCloseTo(234.9, withinPercentage(EQUAL));
    assertThat(c.dedicatedPerHour()).isCloseTo(98.77, withinPercentage(EQUAL));
    assertThat(c.crossing()).isCloseTo(0.20968223501812752, withinPercentage(EQUAL));
    assertThat(c.savingPerHour()).isCloseTo(136.13, withinPercentage(EQUAL));
    assertThat(c.apiPriceNoCachePerMillion()).isCloseTo(45, withinPercentage(EQUAL));
    assertThat(c.crossingNoCache()).isCloseTo(0.12151773575577801, withinPercentage(EQUAL));
    assertThat(c.crossingReachable()).isTrue();
  }

  @Test
  void ownedCapacityThatCostsAsMuchPerTokenNeverPays() {
    assertThat(DedicatedBreakEven.crossing(98, 9e6, 1.8, 1.8)).isNaN();
    assertThat(DedicatedBreakEven.crossing(98, 9e6, 1.8, 2.0)).isNaN();
    assertThat(
            DedicatedBreakEven.of(new DedicatedBreakEven.Inputs(0, 0, 0, 0, 1.8, 98, 1.8, 2500, 1))
                .crossingReachable())
        .isFalse();
  }

  @Test
  void aCrossingAboveFullLoadIsOutOfReach() {
    DedicatedBreakEven.Comparison c =
        DedicatedBreakEven.of(new DedicatedBreakEven.Inputs(0, 0, 0, 0, 1, 20, 0, 2500, 1));

    // 9 million tokens an hour at 1 USD per million earn 9 USD of the 20.
    assertThat(c.crossing()).isCloseTo(20.0 / 9.0, withinPercentage(EQUAL));
    assertThat(c.crossingReachable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void bothCostTheSameAtTheCrossing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DedicatedBreakEven.Inputs in =
        new DedicatedBreakEven.Inputs(
            random.nextDouble(0, 20),
            random.nextDouble(0, 1),
            random.nextDouble(0, 5),
            random.nextDouble(0, 1),
            random.nextDouble(1, 20),
            random.nextDouble(1, 200),
            random.nextDouble(0, 1),
            random.nextDouble(100, 10_000),
            0);
    double crossing = DedicatedBreakEven.of(in).crossing();

    DedicatedBreakEven.Comparison there =
        DedicatedBreakEven.of(
            new DedicatedBreakEven.Inputs(
                in.inputPerOutput(),
                in.cachedFraction(),
                in.inputPricePerMillion(),
                in.cachedPricePerMillion(),
                in.outputPricePerMillion(),
                in.fixedPerHour(),
                in.variablePricePerMillion(),
                in.referenceRate(),
                crossing));

    assertThat(there.apiPerHour())
        .as("seed %d", seed)
        .isCloseTo(there.dedicatedPerHour(), withinPercentage(1e-9));
  }
}

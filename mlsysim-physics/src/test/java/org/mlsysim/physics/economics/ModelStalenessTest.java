package org.mlsysim.physics.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.physics.facility.AccountingCalendar.YEAR;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStalenessTest {
  private static final double EQUAL = 1e-10; // percent

  @Test
  void skewAndLateDetectionCostInProportion() {
    assertThat(ModelStaleness.skewCost(0.02, 1e6, 0.5)).isCloseTo(10_000, withinPercentage(EQUAL));
    // A tenth of 365 000 USD a year, noticed after a tenth of a year.
    assertThat(ModelStaleness.detectionDelayLoss(365_000, 0.1, YEAR / 10))
        .isCloseTo(3_650, withinPercentage(EQUAL));
  }

  @Test
  void theBestIntervalIsTheOneOfTheEconomicOrderQuantity() {
    double slope = ModelStaleness.slope(10, 0.5, 0.8, 0.25); // 1 USD/s^2, by hand

    // sqrt(2 x 5000 / 1) = 100 s; there training and staleness cost 50 USD/s each.
    assertThat(slope).isCloseTo(1, withinPercentage(EQUAL));
    assertThat(ModelStaleness.optimalInterval(5000, slope)).isCloseTo(100, withinPercentage(EQUAL));
    assertThat(ModelStaleness.costRate(5000, 100, slope)).isCloseTo(100, withinPercentage(EQUAL));
  }

  @Test
  void aModelThatDoesNotAgeIsNeverTrainedAnew() {
    assertThat(ModelStaleness.optimalInterval(5000, 0)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void noOtherIntervalIsCheaperThanTheBest(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double cost = random.nextDouble(1, 1e6);
    double slope = random.nextDouble(1e-9, 1);
    double best = ModelStaleness.optimalInterval(cost, slope);
    double other = best * random.nextDouble(0.01, 100);

    assertThat(ModelStaleness.costRate(cost, best, slope))
        .as("seed %d", seed)
        .isLessThanOrEqualTo(ModelStaleness.costRate(cost, other, slope) * (1 + 1e-12));
  }
}

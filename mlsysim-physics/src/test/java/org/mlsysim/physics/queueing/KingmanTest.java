package org.mlsysim.physics.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KingmanTest {
  private static final double EQUAL = 1e-10; // percent

  @Test
  void goingFromHalfToNineTenthsMatchesTheWorkedExample() {
    Kingman.Comparison c = Kingman.compare(2, 1, 4, 0.5, 0.9, 0.001);

    // The spec's worked example.
    assertThat(c.variability()).isEqualTo(2.5);
    assertThat(c.waitLow()).isCloseTo(5, withinPercentage(EQUAL));
    assertThat(c.waitHigh()).isCloseTo(45, withinPercentage(EQUAL));
    assertThat(c.holdingLow()).isCloseTo(0.005, withinPercentage(EQUAL));
    assertThat(c.holdingHigh()).isCloseTo(0.045, withinPercentage(EQUAL));
    assertThat(c.waitRatio()).isCloseTo(9, withinPercentage(EQUAL));
    assertThat(c.throughputGain()).isCloseTo(0.8, withinPercentage(EQUAL));
    assertThat(c.unitWaitUtilization()).isCloseTo(0.2857142857142857, withinPercentage(EQUAL));
  }

  @Test
  void atHalfLoadAnExponentialServerMakesWaitOneServiceTime() {
    // M/M/1: W = S rho / (1 - rho).
    assertThat(Kingman.waitRatio(Kingman.variability(1, 1), 0.5)).isEqualTo(1);
  }

  @Test
  void withPoissonArrivalsTheLawIsPollaczekKhinchine() {
    double serviceScv = 3;
    double rho = 0.7;

    // M/G/1: W/S = rho (1 + c_s) / (2 (1 - rho)).
    assertThat(Kingman.waitRatio(Kingman.variability(1, serviceScv), rho))
        .isCloseTo(rho * (1 + serviceScv) / (2 * (1 - rho)), withinPercentage(EQUAL));
  }

  @Test
  void ratiosHaveNoValueWhereNobodyWaits() {
    Kingman.Comparison idle = Kingman.compare(1, 1, 1, 0, 0.5, 1);
    Kingman.Comparison clockwork = Kingman.compare(1, 0, 0, 0.5, 0.9, 1);

    assertThat(idle.waitRatio()).isNaN();
    assertThat(idle.throughputGain()).isNaN();
    assertThat(clockwork.waitRatio()).isNaN();
    assertThat(clockwork.throughputGain()).isCloseTo(0.8, withinPercentage(EQUAL));
    assertThat(clockwork.waitHigh()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void waitGrowsWithUtilizationAndPassesTheServiceTimeWhereItSays(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double v = Kingman.variability(random.nextDouble(0.01, 10), random.nextDouble(0.01, 10));
    double low = random.nextDouble(0, 0.98);
    double high = random.nextDouble(low, 0.99);

    assertThat(Kingman.waitRatio(v, low))
        .as("seed %d", seed)
        .isLessThanOrEqualTo(Kingman.waitRatio(v, high));
    assertThat(Kingman.waitRatio(v, Kingman.unitWaitUtilization(v)))
        .as("seed %d", seed)
        .isCloseTo(1, withinPercentage(1e-9));
  }
}

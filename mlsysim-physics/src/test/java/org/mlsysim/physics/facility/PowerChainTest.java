package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerChainTest {
  private static final double EQUAL = 1e-10; // percent

  @Test
  void aThousandAcceleratorsMatchTheWorkedExample() {
    PowerChain.Account a = PowerChain.account(1024, 700, 1.3, 1.12);

    // The spec's worked example [MW]: 0.7168, 0.93184, 1.0436608, 0.21504, 0.1118208.
    assertThat(a.acceleratorPower()).isCloseTo(716_800, withinPercentage(EQUAL));
    assertThat(a.itPower()).isCloseTo(931_840, withinPercentage(EQUAL));
    assertThat(a.facilityPower()).isCloseTo(1_043_660.8, withinPercentage(EQUAL));
    assertThat(a.supportPower()).isCloseTo(215_040, withinPercentage(EQUAL));
    assertThat(a.overheadPower()).isCloseTo(111_820.8, withinPercentage(EQUAL));
  }

  @Test
  void anIdealBuildingAddsNothing() {
    PowerChain.Account a = PowerChain.account(8, 700, 1, 1);

    assertThat(a.facilityPower()).isEqualTo(5_600);
    assertThat(a.supportPower()).isZero();
    assertThat(a.overheadPower()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void powerGrowsWithUtilizationBetweenItsTwoEnds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double rated = random.nextDouble(1, 30_000);
    double low = random.nextDouble(0, 1);
    double high = random.nextDouble(low, 1);

    assertThat(PowerChain.devicePower(rated, low))
        .as("seed %d", seed)
        .isBetween(0.3 * rated, PowerChain.devicePower(rated, high));
    assertThat(PowerChain.devicePower(rated, high)).as("seed %d", seed).isLessThanOrEqualTo(rated);
  }

  @Test
  void halfTheFrequencyTakesHalfOrAnEighthOfTheDynamicPower() {
    assertThat(PowerChain.dynamicRatioAtFixedVoltage(0.5)).isEqualTo(0.5);
    assertThat(PowerChain.dynamicRatioAtScaledVoltage(0.5)).isEqualTo(0.125);
  }
}

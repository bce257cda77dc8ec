package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.physics.facility.AccountingCalendar.DAY;
import static org.mlsysim.physics.facility.AccountingCalendar.YEAR;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbodiedCarbonTest {
  private static final double EQUAL = 1e-10; // percent
  private static final double KWH = 3.6e6;

  @Test
  void paybackTakesTwoMonthsOnADirtyGridAndYearsOnACleanOne() {
    double dirty = EmbodiedCarbon.avoidedPerDay(0.3 * 700, 0.429 / KWH);
    double clean = EmbodiedCarbon.avoidedPerDay(0.3 * 700, 0.020 / KWH);

    // 150 kg, 700 W, 0.3: the spec's worked example; 5.04 kWh x 0.429 kg/kWh = 2.16216 kg.
    assertThat(dirty).isCloseTo(2.16216, withinPercentage(EQUAL));
    assertThat(clean).isCloseTo(0.1008, withinPercentage(EQUAL));
    assertThat(EmbodiedCarbon.payback(150, dirty) / DAY)
        .isCloseTo(69.37506937506937, withinPercentage(EQUAL));
    assertThat(EmbodiedCarbon.payback(150, clean) / DAY)
        .isCloseTo(1488.095238095238, withinPercentage(EQUAL));
  }

  @Test
  void whatAvoidsNothingNeverPaysBack() {
    assertThat(EmbodiedCarbon.payback(150, 0)).isNaN();
    assertThat(EmbodiedCarbon.payback(0, 0)).isNaN();
    assertThat(EmbodiedCarbon.payback(0, 1)).isZero();
  }

  @Test
  void fiveYearsInsteadOfThreeSaveTwoFifths() {
    assertThat(EmbodiedCarbon.annualChargeReduction(3 * YEAR, 5 * YEAR))
        .isCloseTo(0.4, withinPercentage(EQUAL)); // the spec's worked example
    assertThat(EmbodiedCarbon.annualChargeReduction(5 * YEAR, 3 * YEAR)).isNegative();
  }

  @Test
  void theShareIsOneOnACarbonFreeGridAndHasNoValueForNothing() {
    assertThat(EmbodiedCarbon.share(0, 5)).isEqualTo(1);
    assertThat(EmbodiedCarbon.share(5, 0)).isZero();
    assertThat(EmbodiedCarbon.share(3, 1)).isEqualTo(0.25);
    assertThat(EmbodiedCarbon.share(0, 0)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void aLongerServiceLifeIsNeverChargedMore(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double made = random.nextDouble(0, 1e6);
    double duration = random.nextDouble(0, 10 * YEAR);
    double life = random.nextDouble(DAY, 50 * YEAR);
    double longer = life * random.nextDouble(1, 10);

    assertThat(EmbodiedCarbon.charged(made, duration, longer))
        .as("seed %d", seed)
        .isLessThanOrEqualTo(EmbodiedCarbon.charged(made, duration, life));
  }
}

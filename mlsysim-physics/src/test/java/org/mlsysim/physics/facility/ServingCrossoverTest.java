package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.physics.facility.AccountingCalendar.DAY;

import org.junit.jupiter.api.Test;

class ServingCrossoverTest {
  private static final double EQUAL = 1e-10; // percent
  private static final double KWH = 3.6e6;

  @Test
  void servingOvertakesTheTrainingOfGpt3InFourHundredDays() {
    double daily = ServingCrossover.dailyEnergy(1e7, 0.3e-3 * KWH);

    // 1 287 MWh against 1e7 requests of 0.3 Wh a day: 3 MWh and 429 days, by hand.
    assertThat(daily / KWH).isCloseTo(3_000, withinPercentage(EQUAL));
    assertThat(ServingCrossover.crossover(1.287e6 * KWH, daily) / DAY)
        .isCloseTo(429, withinPercentage(EQUAL));
  }

  @Test
  void servingNobodyNeverOvertakes() {
    assertThat(ServingCrossover.crossover(1, 0)).isNaN();
  }
}

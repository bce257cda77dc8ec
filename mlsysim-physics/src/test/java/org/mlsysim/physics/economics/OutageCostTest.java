package org.mlsysim.physics.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.physics.facility.AccountingCalendar.HOUR;

import org.junit.jupiter.api.Test;

class OutageCostTest {
  private static final double EQUAL = 1e-10; // percent

  @Test
  void eightFailedDevicesMakeSixteenThousandWait() {
    double rate = 2 / HOUR;

    // 8 of 16 384 devices for 4 h at 2 USD/h, rollbacks of 0.5 and 2 h: the spec's worked example.
    assertThat(OutageCost.standstill(8, rate, 4 * HOUR)).isCloseTo(64, withinPercentage(EQUAL));
    assertThat(OutageCost.standstill(16_384, rate, 4 * HOUR))
        .isCloseTo(131_072, withinPercentage(EQUAL));
    assertThat(OutageCost.withRollback(16_384, rate, 4 * HOUR, 0.5 * HOUR))
        .isCloseTo(147_456, withinPercentage(EQUAL));
    assertThat(OutageCost.withRollback(16_384, rate, 4 * HOUR, 2 * HOUR))
        .isCloseTo(196_608, withinPercentage(EQUAL));
  }

  @Test
  void withoutRollbackTheJobWaitsForTheRepairAlone() {
    assertThat(OutageCost.withRollback(100, 0.5, 60, 0))
        .isEqualTo(OutageCost.standstill(100, 0.5, 60));
  }
}

package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.physics.facility.AccountingCalendar.YEAR;

import org.junit.jupiter.api.Test;

class PueRetrofitTest {
  private static final double EQUAL = 1e-10; // percent
  private static final double KWH = 3.6e6;

  @Test
  void aYearAtALowerPueMatchesTheWorkedExample() {
    PueRetrofit.Saving s = PueRetrofit.of(10e6, 1.55, 1.12, YEAR, 0.12 / KWH);

    // 10 MW, 1.55 to 1.12: 4.3 MW x 8 760 h = 37 668 MWh, by hand and in the spec.
    assertThat(s.powerBefore()).isCloseTo(15.5e6, withinPercentage(EQUAL));
    assertThat(s.powerAfter()).isCloseTo(11.2e6, withinPercentage(EQUAL));
    assertThat(s.savedPower()).isCloseTo(4.3e6, withinPercentage(EQUAL));
    assertThat(s.savedEnergy() / KWH).isCloseTo(37_668e3, withinPercentage(EQUAL));
    assertThat(s.savedCost()).isCloseTo(4_520_160, withinPercentage(EQUAL));
  }

  @Test
  void aWorsePueCostsWhatTheReverseWouldSave() {
    assertThat(PueRetrofit.of(10e6, 1.12, 1.55, YEAR, 0.12 / KWH).savedCost())
        .isEqualTo(-PueRetrofit.of(10e6, 1.55, 1.12, YEAR, 0.12 / KWH).savedCost());
  }
}

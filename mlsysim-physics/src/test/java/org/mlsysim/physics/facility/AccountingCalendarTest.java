package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mlsysim.physics.facility.AccountingCalendar.DAY;
import static org.mlsysim.physics.facility.AccountingCalendar.HOUR;
import static org.mlsysim.physics.facility.AccountingCalendar.MONTH;
import static org.mlsysim.physics.facility.AccountingCalendar.YEAR;

import org.junit.jupiter.api.Test;

class AccountingCalendarTest {
  @Test
  void aYearHas8760HoursAndAMonth730() {
    assertThat(YEAR).isEqualTo(8_760 * HOUR);
    assertThat(MONTH).isEqualTo(730 * HOUR);
    assertThat(DAY).isEqualTo(86_400);
  }
}

package org.mlsysim.physics.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.physics.facility.AccountingCalendar.DAY;
import static org.mlsysim.physics.facility.AccountingCalendar.MONTH;

import org.junit.jupiter.api.Test;

class ObjectStorageBillTest {
  private static final double EQUAL = 1e-10; // percent

  private static ObjectStorageBill.Inputs hundredTerabytes(double period, double reads) {
    return new ObjectStorageBill.Inputs(
        1e14, 23 / 1e12 / MONTH, period, 0.09 / 1e9, 0.02 / 1e9, reads, 1e6, 0.0004, 1000);
  }

  @Test
  void aMonthOfHundredTerabytesMatchesTheWorkedExample() {
    ObjectStorageBill.Bill b = ObjectStorageBill.of(hundredTerabytes(MONTH, 3));

    // 23 USD/TB, 0.09 and 0.02 USD/GB, 1e6 files read three times: the spec's worked example.
    assertThat(b.storage()).isCloseTo(2300, withinPercentage(EQUAL));
    assertThat(b.egressPerRead()).isCloseTo(9000, withinPercentage(EQUAL));
    assertThat(b.egress()).isCloseTo(27_000, withinPercentage(EQUAL));
    assertThat(b.requests()).isCloseTo(1.2, withinPercentage(EQUAL));
    assertThat(b.archiveRetrieval()).isCloseTo(2000, withinPercentage(EQUAL));
    assertThat(b.archiveRestore()).isCloseTo(11_000, withinPercentage(EQUAL));
  }

  @Test
  void thirtyDaysAreALittleLessThanAMonth() {
    assertThat(ObjectStorageBill.of(hundredTerabytes(30 * DAY, 3)).storage())
        .isCloseTo(2268.493150684931, withinPercentage(EQUAL)); // 2300 x 720 h / 730 h
  }

  @Test
  void whatNobodyReadsCostsItsCapacity() {
    ObjectStorageBill.Bill b = ObjectStorageBill.of(hundredTerabytes(MONTH, 0));

    assertThat(b.egress()).isZero();
    assertThat(b.requests()).isZero();
    assertThat(b.storage()).isCloseTo(2300, withinPercentage(EQUAL));
  }

  @Test
  void aSteadyGigabyteASecondLeavesForAMonthOf730Hours() {
    // 1 GB/s x 2 628 000 s x 0.09 USD/GB, by hand.
    assertThat(ObjectStorageBill.monthlyEgress(1e9, 0.09 / 1e9))
        .isCloseTo(236_520, withinPercentage(EQUAL));
  }
}

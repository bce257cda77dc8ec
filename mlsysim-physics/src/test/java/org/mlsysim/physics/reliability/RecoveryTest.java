package org.mlsysim.physics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecoveryTest {
  @Test
  void aFailureEveryFiveHoursCostsHalfAnHourADay() {
    var budget = Recovery.budget(2.45e12, 100e9, 60, 180, 120, 18_000, 8192);

    assertEquals(24.5, budget.reload(), 0.0);
    assertEquals(384.5, budget.total(), 0.0); // 60 + 180 + 24.5 + 120
    assertEquals(4.8, budget.failuresPerDay(), 1e-15);
    assertEquals(1845.6, budget.lostPerDay(), 1e-11);
    assertEquals(1845.6 / 86_400, budget.dayShare(), 1e-16);
    assertEquals(4199.76533333333, budget.acceleratorHoursPerDay(), 1e-10);
    assertTrue(budget.sustainable());
  }

  @Test
  void failuresFasterThanRestartsLeaveNoDay() {
    var budget = Recovery.budget(0, 100e9, 60, 180, 120, 300, 8);

    assertTrue(budget.dayShare() > 1.0);
    assertFalse(budget.sustainable());
  }

  @Test
  void sixPreemptionsADayCostTwoHours() {
    var tax = Recovery.preemptionTax(988.4e9, 100e9, 180, 120, 900, 0.25 / 3600, 512, 3.0 / 3600);

    assertEquals(309.884, tax.relaunch(), 1e-12); // no detection
    assertEquals(1209.884, tax.perEvent(), 1e-12);
    assertEquals(516.217173333, tax.costPerEvent(), 1e-9);
    assertEquals(6.0, tax.eventsPerDay(), 1e-15);
    assertEquals(7259.304, tax.lostPerDay(), 1e-11);
    assertEquals(1032.43434666667, tax.acceleratorHoursPerDay(), 1e-10);
  }
}

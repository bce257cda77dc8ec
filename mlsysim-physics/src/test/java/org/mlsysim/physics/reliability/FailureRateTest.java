package org.mlsysim.physics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FailureRateTest {
  private static final double HOUR = 3600.0;

  @Test
  void aThousandNodesOfEightFailEveryFourAndAHalfHours() {
    double node =
        FailureRate.ofNode(
            8, 8, 0, FailureRate.ACCELERATOR_MTTF, FailureRate.NIC_MTTF, FailureRate.PSU_MTTF);

    assertEquals(1.0 / (4687.5 * HOUR), node, 1e-20); // 8/50000 + 8/150000 per hour
    assertEquals(16479.4921875, FailureRate.meanTimeBetweenFailures(node * 1024), 1e-8);
  }

  @Test
  void sixteenThousandPartsFailEightTimesADay() {
    double interval = FailureRate.interval(50_000 * HOUR, 16_384);

    assertEquals(10986.328125, interval, 0.0);
    assertEquals(7.86432, FailureRate.perDay(interval), 1e-14);
    assertEquals(424.67328, FailureRate.expectedFailures(54 * 86_400.0, interval), 1e-12);
  }

  @Test
  void whatNeverFailsHasNoMeanTime() {
    assertTrue(Double.isNaN(FailureRate.meanTimeBetweenFailures(FailureRate.of(0, HOUR))));
  }

  @Test
  void aRareFailureKeepsItsDigits() {
    assertEquals(1e-9 - 5e-19, FailureRate.probability(1e-9, 1.0), 1e-24); // x - x^2/2
    assertEquals(1e-17, FailureRate.probability(1e-17, 1.0), 0.0);
    assertEquals(0.0, FailureRate.probability(0.0, 1.0), 0.0);
  }

  @Test
  void aProbabilityIsThatOfTheExponentialLaw() {
    assertEquals(1 - Math.exp(-0.1), FailureRate.probability(0.1, 1.0), 1e-15);
    assertEquals(1 - Math.exp(-0.5), FailureRate.probability(0.5, 1.0), 1e-15);
    assertEquals(1 - Math.exp(-2.0), FailureRate.probability(2.0, 1.0), 1e-15);
    assertEquals(1.0, FailureRate.probability(1e6, 1.0), 0.0);
  }

  @Test
  void theProbabilityNeverFallsWithTime() {
    double before = 0.0;
    for (double time = 1e-12; time < 1e3; time *= 1.001) {
      double now = FailureRate.probability(time, 1.0);

      assertTrue(now >= before, "at " + time);
      before = now;
    }
  }
}

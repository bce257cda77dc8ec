package org.mlsysim.physics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointIntervalTest {
  @Test
  void aMinuteOfWritingAndFiveHoursBetweenFailuresWasteEightPercent() {
    var schedule = CheckpointInterval.of(60, 18_000);

    assertEquals(1469.69384567, schedule.interval(), 1e-8); // sqrt(2 x 60 x 18000)
    assertEquals(0.0408248290464, schedule.writeShare(), 1e-13);
    assertEquals(schedule.writeShare(), schedule.reworkShare(), 1e-16);
    assertEquals(0.0816496580928, schedule.waste(), 1e-13);
    assertFalse(schedule.outOfRegime());
  }

  @Test
  void aWriteLongerThanTwoFailuresFallsBackToTheMeanTime() {
    var schedule = CheckpointInterval.of(10_800, 3_600);

    assertTrue(schedule.outOfRegime());
    assertEquals(3600.0, schedule.interval(), 0.0);
    assertEquals(3.0, schedule.writeShare(), 0.0);
    assertEquals(0.5, schedule.reworkShare(), 0.0);
    assertEquals(3.5, schedule.waste(), 0.0);
  }

  @Test
  void theRegimeEndsAtExactlyTwoMeanTimes() {
    assertTrue(CheckpointInterval.of(7_200, 3_600).outOfRegime());
    assertFalse(CheckpointInterval.of(7_199, 3_600).outOfRegime());
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noOtherIntervalWastesLess(long seed) {
    var random = new SplittableRandom(seed);
    double mtbf = random.nextDouble(100, 1e6);
    double write = random.nextDouble(1e-3, 1) * mtbf;
    double other = random.nextDouble(1e-3, 3) * mtbf;

    double waste = CheckpointInterval.of(write, mtbf).waste();

    assertTrue(waste <= (write / other + other / (2 * mtbf)) * (1 + 1e-14));
  }
}

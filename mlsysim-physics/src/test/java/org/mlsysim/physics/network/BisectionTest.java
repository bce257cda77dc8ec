package org.mlsysim.physics.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BisectionTest {
  @Test
  void fourToOneIdlesNearlyHalfOfACommunicatingCluster() {
    var cost = Bisection.of(64, 50e9, 4.0, 1e9, 0.3, 10e6);

    assertEquals(32.0, cost.devicesPerSide(), 0.0);
    assertEquals(1.6e12, cost.full(), 0.0);
    assertEquals(400e9, cost.oversubscribed(), 0.0);
    assertEquals(63e9, cost.crossingBytes(), 1e-3); // 32 x 1e9 x 126/64
    assertEquals(0.039375, cost.timeFull(), 1e-16);
    assertEquals(0.1575, cost.timeOversubscribed(), 1e-15);
    assertEquals(4.0, cost.slowdown(), 0.0);
    assertEquals(1.0 / 1.9, cost.relativeThroughput(), 1e-15); // 1 / (0.7 + 0.3 x 4)
    assertEquals(0.9 / 1.9, cost.throughputLoss(), 1e-15);
    assertEquals(9e6 / 1.9, cost.idleCost(), 1e-8);
  }

  @Test
  void anOddDeviceStaysOutOfTheCut() {
    assertEquals(3.0, Bisection.of(7, 50e9, 1.0, 1e9, 0.3, 0.0).devicesPerSide(), 0.0);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lossAndThroughputAddUpToOne(long seed) {
    var random = new SplittableRandom(seed);
    var cost =
        Bisection.of(
            random.nextInt(2, 100_000),
            50e9,
            random.nextDouble(1, 64),
            1e9,
            random.nextDouble(0, 1),
            1.0);

    assertEquals(1.0, cost.relativeThroughput() + cost.throughputLoss(), 1e-15);
    assertEquals(
        cost.slowdown(), cost.timeOversubscribed() / cost.timeFull(), 1e-13 * cost.slowdown());
  }
}

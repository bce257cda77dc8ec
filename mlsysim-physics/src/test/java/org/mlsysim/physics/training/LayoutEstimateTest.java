package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutEstimateTest {
  private static LayoutEstimate.Plan llama70b(int dp, double resolution, double memory) {
    return new LayoutEstimate.Plan(
        70.6e9,
        70.6e9,
        141.2e9,
        8,
        4,
        dp,
        32,
        2_097_152,
        6,
        989e12,
        0.5,
        50e9,
        0.8,
        resolution,
        memory);
  }

  @Test
  void fiveHundredAndTwelveAcceleratorsKeepNineTenthsOfTheirTime() {
    var outcome = LayoutEstimate.of(llama70b(16, Double.NaN, 80e9));

    assertEquals(512.0, outcome.devices(), 0.0);
    assertEquals(8.883535872e17, outcome.stepFlops(), 1e3);
    assertEquals(3.50872719919, outcome.computeTime(), 1e-11);
    assertEquals(4_412_500_000.0, outcome.dpShard(), 0.0);
    assertEquals(8_273_437_500.0, outcome.ringBytes(), 0.0); // 30/16 of the shard
    assertEquals(0.16546875, outcome.allReduceTime(), 1e-16);
    assertEquals(0.0730984833165, outcome.hiddenTime(), 1e-13); // 4/6 of compute/32
    assertEquals(0.0923702666835, outcome.exposedTime(), 1e-13);
    assertEquals(3.0 / 35.0, outcome.bubble(), 1e-16);
    assertEquals(0.89279667054, outcome.efficiency(), 1e-11);
    assertEquals(0.876493943979, outcome.efficiencyNoOverlap(), 1e-12);
    assertEquals(0.441766093697, outcome.overlapShare(), 1e-12);
    assertEquals(3.9300406408, outcome.stepTime(), 1e-10);
    assertEquals(1129.6e9, outcome.stateTotal(), 0.0);
    assertEquals(35.3e9, outcome.statePerDevice(), 0.0);
    assertEquals(10_479_687_500.0, outcome.zero1StatePerDevice(), 1e-3);
    assertEquals(0.44639833527, outcome.fleetMfu(), 1e-11);
    assertEquals(0.398542947463, outcome.doubleCountedMfu(), 1e-12);
    assertEquals(15.0, outcome.minDevicesForState(), 0.0); // 1129.6 / 80 = 14.12
  }

  @Test
  void oneReplicaExchangesNothing() {
    var outcome = LayoutEstimate.of(llama70b(1, Double.NaN, Double.NaN));

    assertEquals(0.0, outcome.allReduceTime(), 0.0);
    assertEquals(0.0, outcome.overlapShare(), 0.0);
    assertTrue(Double.isNaN(outcome.minDevicesForState()));
  }

  @Test
  void computeTimeIsRoundedToTheWindow() {
    assertEquals(3.5, LayoutEstimate.of(llama70b(16, 0.5, Double.NaN)).computeTime(), 0.0);
    assertEquals(3.51, LayoutEstimate.of(llama70b(16, 0.01, Double.NaN)).computeTime(), 1e-15);
  }

  @Test
  void anExactFitNeedsNoFurtherDevice() {
    assertEquals(
        2.0, LayoutEstimate.of(llama70b(16, Double.NaN, 564.8e9)).minDevicesForState(), 0.0);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void hiddenAndExposedTimeAreTheExchange(long seed) {
    var random = new SplittableRandom(seed);
    var outcome =
        LayoutEstimate.of(
            new LayoutEstimate.Plan(
                random.nextDouble(1e9, 1e12),
                random.nextDouble(1e8, 1e9),
                random.nextDouble(1e9, 1e12),
                random.nextInt(1, 9),
                random.nextInt(1, 17),
                random.nextInt(1, 513),
                random.nextInt(1, 65),
                random.nextDouble(1e3, 1e7),
                random.nextDouble(1, 8),
                989e12,
                random.nextDouble(0.1, 1),
                random.nextDouble(1e9, 1e12),
                random.nextDouble(0, 1),
                Double.NaN,
                80e9));

    double exchange = outcome.allReduceTime();
    assertEquals(exchange, outcome.hiddenTime() + outcome.exposedTime(), 1e-14 * exchange);
    assertTrue(outcome.hiddenTime() >= 0 && outcome.exposedTime() >= 0);
    assertTrue(outcome.efficiency() <= 1 - outcome.bubble() + 1e-15);
    assertTrue(outcome.efficiencyNoOverlap() <= outcome.efficiency() * (1 + 1e-15));
  }
}

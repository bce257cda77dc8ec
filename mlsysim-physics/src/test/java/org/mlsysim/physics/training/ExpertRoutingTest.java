package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpertRoutingTest {
  /** Mixtral 8x7B: 46.7e9 parameters, 12.9e9 active, 2 of 8 experts; 8 samples of 2048 tokens. */
  private static ExpertRouting.Batch mixtral(double imbalance, int ranks) {
    return new ExpertRouting.Batch(
        46.7e9, 12.9e9, 8, 2, imbalance, 8 * 2048, 4096, 2, ranks, 450e9, 500e-9);
  }

  @Test
  void aQuarterMoreLoadCostsHalfAnExpert() {
    var load = ExpertRouting.of(mixtral(1.25, 8));

    assertEquals(2.5, load.effectiveExperts(), 0.0);
    assertEquals(12.9e9 + 33.8e9 / 6 * 0.5, load.effectiveParameters(), 1e-3);
    assertEquals(1.21834625323, load.activeParameterMultiplier(), 1e-11);
    assertEquals(293_601_280.0, load.dispatchBytes(), 0.0); // 16384 x 4096 x 2 x 2.5 x 7/8
    assertEquals(8.50559111111e-05, load.allToAllTime(), 1e-16);
  }

  @Test
  void noRoutingCostsMoreThanTheWholeModel() {
    var load = ExpertRouting.of(mixtral(10.0, 8));

    assertEquals(8.0, load.effectiveExperts(), 0.0);
    assertEquals(46.7e9, load.effectiveParameters(), 1e-3);
    assertEquals(939_524_096.0, load.dispatchBytes(), 0.0);
  }

  @Test
  void oneRankSendsNothing() {
    var load = ExpertRouting.of(mixtral(1.25, 1));

    assertEquals(0.0, load.dispatchBytes(), 0.0);
    assertTrue(Double.isNaN(load.allToAllTime()));
  }

  @Test
  void aModelWhoseExpertsAllWorkHasNothingToAdd() {
    assertEquals(5e9, ExpertRouting.effectiveParameters(5e9, 5e9, 4, 4, 4.0), 0.0);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void moreImbalanceNeverCostsLess(long seed) {
    var random = new SplittableRandom(seed);
    int experts = random.nextInt(2, 512);
    int active = random.nextInt(1, experts + 1);
    double all = random.nextDouble(1e9, 1e12);
    double activeParameters = random.nextDouble(1e8, all);
    double imbalance = random.nextDouble(1, 20);

    double even = ExpertRouting.effectiveExperts(experts, active, 1.0);
    double uneven = ExpertRouting.effectiveExperts(experts, active, imbalance);
    double parameters =
        ExpertRouting.effectiveParameters(all, activeParameters, experts, active, uneven);

    assertEquals(active, even, 0.0);
    assertTrue(uneven >= even && uneven <= experts);
    assertTrue(parameters >= activeParameters && parameters <= all);
  }
}

package org.mlsysim.physics.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HierarchicalAllReduceTest {
  @Test
  void eightNodesOfEightBeatOneFlatRing() {
    var phases = HierarchicalAllReduce.of(16e9, 8, 8, 450e9, 50e9, 5e-6);

    assertEquals(14e9, phases.intraBytes(), 0.0); // 7/8 of 16e9
    assertEquals(2e9, phases.shard(), 0.0);
    assertEquals(14.0 / 450.0, phases.reduceScatterTime(), 1e-15);
    assertEquals(phases.reduceScatterTime(), phases.allGatherTime(), 0.0);
    assertEquals(0.07, phases.interByteTime(), 1e-15); // 1.75 x 2e9 / 50e9
    assertEquals(7e-5, phases.interStartupTime(), 1e-18); // 14 x 5 us
    assertEquals(28.0 / 450.0 + 0.07007, phases.totalTime(), 1e-15);
    assertEquals(0.63063, phases.flatRingTime(), 1e-14); // 126/64 x 0.32 + 126 x 5 us
    assertEquals(0.64, phases.flatBoundTime(), 1e-15);
    assertEquals(4.76694691046, phases.speedupVsFlatRing(), 1e-11);
    assertEquals(4.83777495948, phases.speedupVsFlatBound(), 1e-11);
  }

  @Test
  void oneNodeGainsNothingOverItsOwnRing() {
    var phases = HierarchicalAllReduce.of(16e9, 1, 8, 450e9, 50e9, 5e-6);

    assertEquals(0.0, phases.interTime(), 0.0);
    assertEquals(1.0, phases.speedupVsFlatRing(), 1e-15);
    assertEquals(8.0 / 7.0, phases.speedupVsFlatBound(), 1e-15); // g/(g-1)
  }

  @Test
  void oneAcceleratorExchangesNothingAndHasNoSpeedup() {
    var phases = HierarchicalAllReduce.of(16e9, 1, 1, 450e9, 50e9, 5e-6);

    assertEquals(0.0, phases.totalTime(), 0.0);
    assertTrue(Double.isNaN(phases.speedupVsFlatRing()));
    assertTrue(Double.isNaN(phases.speedupVsFlatBound()));
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutStartUpTheCollectiveIsTheSame(long seed) {
    var random = new SplittableRandom(seed);
    double message = random.nextDouble(1, 1e12);
    int nodes = random.nextInt(1, 3000);
    int perNode = random.nextInt(1, 73);
    double inside = random.nextDouble(1e10, 1e12);
    double outside = random.nextDouble(1e9, 1e11);
    double alpha = random.nextDouble(0, 1e-4);

    var phases = HierarchicalAllReduce.of(message, nodes, perNode, inside, outside, alpha);

    double collective =
        Collectives.hierarchicalAllReduce(message, nodes, perNode, inside, 0, outside, alpha);
    assertEquals(collective, phases.totalTime(), 1e-13 * collective);
  }
}

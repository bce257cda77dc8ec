package org.mlsysim.physics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterQueueTest {
  private static final double DAY = 86_400.0;

  @Test
  void aClusterFourFifthsFullWaitsTwoJobs() {
    var line = ClusterQueue.of(0.4 / DAY, 2 * DAY);

    assertEquals(0.8, line.utilization(), 1e-15);
    assertEquals(4 * DAY, line.waitTime(), 1e-8); // 0.8 x 2 d / 0.4
    assertEquals(1.6, line.queueLength(), 1e-13);
    assertTrue(line.stable());
  }

  @Test
  void aFullClusterHasALineWithoutEnd() {
    for (int jobs = 1; jobs < 50; jobs++) {
      var line = ClusterQueue.of(jobs / DAY, DAY / jobs);

      assertFalse(line.stable());
      assertTrue(Double.isNaN(line.waitTime()));
      assertTrue(Double.isNaN(line.queueLength()));
    }
  }

  @Test
  void anIdleClusterStartsAJobAtOnce() {
    assertEquals(0.0, ClusterQueue.of(0.0, DAY).waitTime(), 0.0);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLineIsArrivalRateTimesWait(long seed) {
    var random = new SplittableRandom(seed);
    double duration = random.nextDouble(1, 1e6);
    double rate = random.nextDouble(0, 0.99) / duration;

    var line = ClusterQueue.of(rate, duration);

    assertEquals(rate * line.waitTime(), line.queueLength(), 1e-13 * line.queueLength());
  }
}

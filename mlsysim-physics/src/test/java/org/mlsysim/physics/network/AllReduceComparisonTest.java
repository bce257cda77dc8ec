package org.mlsysim.physics.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllReduceComparisonTest {
  @Test
  void eightRanksShareAGigabyteOnNdr() {
    var costs = AllReduceComparison.of(1e9, 8, 5e-6, 50e9);

    assertEquals(125e6, costs.chunk(), 0.0); // 1e9 / 8
    assertEquals(1.75, costs.ringFactor(), 0.0); // 14 / 8
    assertEquals(14.0, costs.ringRounds(), 0.0);
    assertEquals(6.0, costs.treeRounds(), 0.0); // 2 x 3 levels
    assertEquals(0.03507, costs.ringTime(), 1e-15); // 1.75 x 20 ms + 14 x 5 us
    assertEquals(0.12003, costs.treeTime(), 1e-15); // 6 x (20 ms + 5 us)
    assertEquals(0.16, costs.starByteTime(), 1e-15); // 8 x 20 ms
    assertEquals(4.0, costs.starRingLimit(), 0.0);
    assertEquals(2e6 / 3.0, costs.crossoverEstimate(), 1e-6); // 8 x 250000 / 3
    assertEquals(2e6 / 4.25, costs.crossoverExact(), 1e-6); // 8 x 250000 / (6 - 1.75)
  }

  @Test
  void twoAndThreeRanksNeverPreferATree() {
    assertEquals(0.0, AllReduceComparison.of(1e9, 2, 5e-6, 50e9).crossoverExact(), 0.0);
    assertEquals(0.0, AllReduceComparison.of(1e9, 3, 5e-6, 50e9).crossoverExact(), 0.0);
  }

  @Test
  void anOddGroupRoundsItsTreeUp() {
    var costs = AllReduceComparison.of(1e9, 9, 5e-6, 50e9);

    assertEquals(8.0, costs.treeRounds(), 0.0); // 2 x ceil(log2 9)
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ringAndTreeTakeEquallyLongAtTheCrossover(long seed) {
    var random = new SplittableRandom(seed);
    int ranks = random.nextInt(4, 5000);
    double alpha = random.nextDouble(1e-7, 1e-4);
    double bandwidth = random.nextDouble(1e9, 1e12);
    double crossover = AllReduceComparison.of(1.0, ranks, alpha, bandwidth).crossoverExact();

    var at = AllReduceComparison.of(crossover, ranks, alpha, bandwidth);

    assertEquals(at.treeTime(), at.ringTime(), 1e-12 * at.ringTime());
    var above = AllReduceComparison.of(crossover * 2, ranks, alpha, bandwidth);
    assertTrue(above.ringTime() < above.treeTime());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void thePartsAreThoseOfTheCollectives(long seed) {
    var random = new SplittableRandom(seed);
    int ranks = random.nextInt(2, 5000);
    double message = random.nextDouble(0, 1e12);
    double alpha = random.nextDouble(0, 1e-4);
    double bandwidth = random.nextDouble(1e9, 1e12);

    var costs = AllReduceComparison.of(message, ranks, alpha, bandwidth);

    double ring = Collectives.ringAllReduce(message, ranks, bandwidth, alpha);
    double tree = Collectives.treeAllReduce(message, ranks, bandwidth, alpha);
    assertEquals(ring, costs.ringTime(), 1e-14 * ring);
    assertEquals(tree, costs.treeTime(), 1e-14 * tree);
  }
}

package org.mlsysim.physics.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gigabyte over 50 GB/s with 5 us of start-up, worked out by hand. */
class CollectivesTest {
  private static final double LINK = 50e9;
  private static final double START_UP = 5e-6;

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, Math.abs(expected) * 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"2, 0.02001", "8, 0.03507", "64, 0.040005"})
  void aRingMovesAlmostTwiceTheMessage(double ranks, double seconds) {
    assertClose(seconds, Collectives.ringAllReduce(1e9, ranks, LINK, START_UP));
  }

  @ParameterizedTest
  @CsvSource({"2, 0.04001", "5, 0.12003", "8, 0.12003", "64, 0.24006"})
  void aTreeMovesTheWholeMessageAtEveryLevel(double ranks, double seconds) {
    assertClose(seconds, Collectives.treeAllReduce(1e9, ranks, LINK, START_UP));
  }

  @ParameterizedTest
  @CsvSource({"2, 500000", "8, 666666.6666666667", "64, 2666666.6666666665", "1, 0"})
  void smallMessagesPreferTheTree(double ranks, double bytes) {
    assertEquals(bytes, Collectives.ringTreeCrossover(ranks, LINK, START_UP), bytes * 1e-12);
  }

  @Test
  void oneRankExchangesNothing() {
    assertEquals(0, Collectives.ringAllReduce(1e9, 1, LINK, START_UP));
    assertEquals(0, Collectives.treeAllReduce(1e9, 1, LINK, START_UP));
    assertEquals(0, Collectives.allToAll(1e9, 1, LINK, START_UP));
    assertEquals(0, Collectives.hierarchicalAllReduce(1e9, 1, 1, LINK, 0, LINK, START_UP));
  }

  @Test
  void anAllToAllKeepsOneShareAtHome() {
    assertClose(7.0 / 8 * 0.02 + 7 * 5e-6, Collectives.allToAll(1e9, 8, LINK, START_UP));
  }

  @Test
  void oneMessagePaysItsStartUpOnce() {
    assertClose(0.02 + 5e-6, Collectives.pointToPoint(1e9, LINK, START_UP));
  }

  @Test
  void sixteenGigabytesOverEightNodesOfEight() {
    // 2 x 7/8 x 16e9 / 450e9 inside, a ring of 2e9 over 8 nodes outside
    assertClose(
        2 * 0.03111111111111111 + 0.07007,
        Collectives.hierarchicalAllReduce(16e9, 8, 8, 450e9, 0, LINK, START_UP));
  }

  @Test
  void oneLevelOfAHierarchyIsARing() {
    assertEquals(
        Collectives.ringAllReduce(1e9, 8, 450e9, 1e-6),
        Collectives.hierarchicalAllReduce(1e9, 1, 8, 450e9, 1e-6, LINK, START_UP));
    assertEquals(
        Collectives.ringAllReduce(1e9, 8, LINK, START_UP),
        Collectives.hierarchicalAllReduce(1e9, 8, 1, 450e9, 1e-6, LINK, START_UP));
  }

  @Test
  void moreRanksNeverSpeedARingUp() {
    double last = 0;
    for (double ranks = 1; ranks < 1000; ranks++) {
      double time = Collectives.ringAllReduce(1e9, ranks, LINK, START_UP);
      assertTrue(time >= last, "at " + ranks);
      last = time;
    }
  }
}

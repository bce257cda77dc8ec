package org.mlsysim.physics.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LinksTest {
  @Test
  void sixteenGigabytesTakeAQuarterSecondOverPcie() {
    assertEquals(0.25, Links.transferTime(16e9, 64e9), 0.0);
    assertEquals(0.32, Links.transferTime(16e9, 50e9), 1e-16);
  }

  @Test
  void halfOfTheBandwidthIsReachedAtTheCrossover() {
    double crossover = Links.crossoverBytes(5e-6, 50e9);

    assertEquals(250_000.0, crossover, 1e-9);
    double time = Collectives.pointToPoint(crossover, 50e9, 5e-6);
    assertEquals(25e9, crossover / time, 1e-3);
  }
}

package org.mlsysim.physics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JobReliabilityTest {
  @Test
  void eightThousandAcceleratorsKeepNineTenthsOfAMonth() {
    var outlook = JobReliability.of(16479.4921875, 720 * 3600, 60, 300);

    assertEquals(1.0, outlook.failureProbability(), 1e-12);
    assertEquals(1406.25, outlook.checkpointInterval(), 1e-10);
    assertEquals(157.2864, outlook.expectedFailures(), 1e-12);
    assertEquals(60 / 1406.25, outlook.checkpointShare(), 1e-15);
    assertEquals(60 / 1406.25, outlook.reworkShare(), 1e-15);
    assertEquals(300 / 16479.4921875, outlook.recoveryShare(), 1e-15);
    assertEquals(0.896462222222, outlook.goodput(), 1e-12);
  }

  @Test
  void aFleetThatOnlyRecoversHasNoGoodput() {
    var outlook = JobReliability.of(100, 3600, 500, 300);

    assertTrue(outlook.outOfRegime());
    assertEquals(0.0, outlook.goodput(), 0.0);
  }

  @Test
  void theSharesAndTheGoodputAddUpToOne() {
    var outlook = JobReliability.of(5022.32142857, 720 * 3600, 120, 600);

    assertEquals(
        1.0,
        outlook.goodput()
            + outlook.checkpointShare()
            + outlook.reworkShare()
            + outlook.recoveryShare(),
        1e-15);
    assertEquals(0.661931716993, outlook.goodput(), 1e-11);
  }
}

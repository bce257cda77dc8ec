package org.mlsysim.physics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TieredCheckpointTest {
  @Test
  void sixtyFourNodesStageATerabyteInHalfASecond() {
    var staging = TieredCheckpoint.of(988.4e9, 64, 28e9, 1e12, 1800);

    assertEquals(15_443_750_000.0, staging.perNodeShard(), 0.0);
    assertEquals(0.5515625, staging.localWriteTime(), 1e-16);
    assertEquals(0.9884, staging.drainTime(), 1e-16);
    assertEquals(15.625e9, staging.durableSharePerNode(), 0.0);
    assertEquals(0.5515625 / 1800, staging.pauseFraction(), 1e-18);
    assertFalse(staging.backlogGrows());
  }

  @Test
  void aDrainSlowerThanTheIntervalPilesUp() {
    assertTrue(TieredCheckpoint.of(988.4e9, 64, 28e9, 1e9, 900).backlogGrows());
    assertFalse(TieredCheckpoint.of(900e9, 64, 28e9, 1e9, 900).backlogGrows());
  }

  @Test
  void sixteenCopiesTakeSixteenTimesAsLong() {
    double storm = TieredCheckpoint.stormBytes(988.4e9, 16);

    assertEquals(15_814.4e9, storm, 0.0);
    assertEquals(15.8144, TieredCheckpoint.ingestTime(storm, 1e12), 1e-15);
  }
}

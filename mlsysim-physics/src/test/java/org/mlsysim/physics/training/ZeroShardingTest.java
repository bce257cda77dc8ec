package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ZeroShardingTest {
  @Test
  void llama8bShrinksFromOneHundredAndTwentyEightToTwoGigabytes() {
    var shards = ZeroSharding.of(8.03e9, 16.06e9, 64, 20e9);

    assertEquals(128.48e9, shards.unsharded(), 1e-3);
    assertEquals(33.625625e9, shards.stage1(), 1e-3);
    assertEquals(17.8165625e9, shards.stage2(), 1e-3);
    assertEquals(2.0075e9, shards.stage3(), 1e-3);
    assertEquals(22.0075e9, shards.stage3WithActivations(), 1e-3);
    assertEquals(47_427_187_500.0, shards.gatherTraffic(), 1e-3); // 3 x 16.06e9 x 63/64
  }

  @Test
  void oneDeviceShardsAndMovesNothing() {
    var shards = ZeroSharding.of(8.03e9, 16.06e9, 1, 0.0);

    assertEquals(shards.unsharded(), shards.stage1(), 0.0);
    assertEquals(shards.unsharded(), shards.stage3(), 0.0);
    assertEquals(0.0, shards.gatherTraffic(), 0.0);
  }

  @Test
  void everyStageHoldsLess() {
    var shards = ZeroSharding.of(8.03e9, 16.06e9, 2, 0.0);

    assertTrue(shards.unsharded() > shards.stage1());
    assertTrue(shards.stage1() > shards.stage2());
    assertTrue(shards.stage2() > shards.stage3());
  }
}

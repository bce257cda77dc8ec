package org.mlsysim.physics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mlsysim.physics.training.Optimizer;

class CheckpointTest {
  @Test
  void llama70bTakesMinutesOnOneWriter() {
    var write = Checkpoint.of(70.6e9, Optimizer.ADAM, 7e9, 1, 500e9, 4 * 3600);

    assertEquals(988.4e9, write.size(), 0.0); // 14 B per parameter
    assertEquals(141.2, write.writeTime(), 1e-12);
    assertEquals(7e9, write.writerBandwidth(), 0.0);
    assertTrue(write.storageBottleneck());
    assertEquals(141.2 / 14_400, write.penalty(), 1e-16);
    assertFalse(write.intervalExceeded());
  }

  @Test
  void manyWritersMeetTheFilesystemsLimit() {
    var write = Checkpoint.of(70.6e9, Optimizer.SGD, 7e9, 128, 500e9, 1800);

    assertEquals(0.5648, write.writeTime(), 1e-15); // 282.4e9 / 500e9, not 896e9
    assertFalse(write.storageBottleneck());
  }

  @Test
  void aWriteLongerThanItsIntervalStopsTraining() {
    assertEquals(1.0, Checkpoint.of(70.6e9, Optimizer.ADAM, 7e9, 1, 500e9, 100).penalty(), 0.0);
    assertEquals(1.0, Checkpoint.of(70.6e9, Optimizer.ADAM, 7e9, 1, 500e9, 0).penalty(), 0.0);
    assertTrue(Checkpoint.of(70.6e9, Optimizer.ADAM, 7e9, 1, 500e9, 0).intervalExceeded());
  }

  @Test
  void storageThatStatesNoRateWritesAGigabytePerSecond() {
    assertEquals(
        2450.0,
        Checkpoint.of(175e9, Optimizer.ADAMW, Double.NaN, 1, 500e9, 14_400).writeTime(),
        0.0);
    assertEquals(350.0, Checkpoint.of(175e9, Optimizer.NONE, 0, 1, 500e9, 14_400).writeTime(), 0.0);
  }
}

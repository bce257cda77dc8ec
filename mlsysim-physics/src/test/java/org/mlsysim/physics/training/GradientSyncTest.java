package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.mlsysim.physics.network.Links;

class GradientSyncTest {
  @Test
  void llama8bSpendsThreeQuartersOfItsStepOnTheFabric() {
    double bytes = GradientSync.syncBytes(16.06e9);

    assertEquals(32.12e9, bytes, 0.0);
    double transfer = Links.transferTime(bytes, 50e9);
    assertEquals(0.6424, transfer, 1e-15);
    assertEquals(0.2 / 0.8424, GradientSync.computeFraction(0.2, transfer), 1e-15);
    assertEquals(8.9936, GradientSync.energy(bytes, 8 * 35e-12), 1e-14); // 35 pJ per bit
  }

  @Test
  void gpt3OnFourSequencesIsBoundByTheNetwork() {
    double bytes = GradientSync.syncBytes(350e9);
    double flops = TrainingRun.flops(175e9, 4 * 2048);

    assertEquals(8.6016e15, flops, 0.0);
    assertEquals(700e9 / 8.6016e15, GradientSync.bytesPerFlop(bytes, flops), 1e-20);
    assertEquals(50e9 / 989e12, GradientSync.machineBalance(50e9, 989e12), 1e-20);
  }
}

package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TrainingRunTest {
  @Test
  void llama70bTakesAYearOnFiveHundredAndTwelve() {
    double flops = TrainingRun.flops(70.6e9, 15e12);
    double peak = TrainingRun.time(flops, 512, 989e12, 1.0);
    double compute = TrainingRun.time(flops, 512, 989e12, 0.5);
    double total = compute / 0.8;
    total = TrainingRun.withOverhead(total, 0.02); // checkpoints
    total = TrainingRun.withOverhead(total, 0.05); // failures
    total = TrainingRun.withOverhead(total, 0.01); // maintenance

    assertEquals(6.354e24, flops, 1e10);
    assertEquals(12548186.2993, peak, 1e-4);
    assertEquals(2 * peak, compute, 1e-8);
    assertEquals(33933746.5045, total, 1e-4);
    assertEquals(0.5 * 0.8 / (1.02 * 1.05 * 1.01), peak / total, 1e-15);
  }
}

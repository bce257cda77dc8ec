package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DataParallelScaleOutTest {
  private static DataParallelScaleOut.Job job(int nodes, double nodeRate) {
    return new DataParallelScaleOut.Job(
        3e9, 1.2, 360_000, 8, 8, nodes, 450e9, nodes > 1 ? 50e9 : Double.NaN, 4, nodeRate);
  }

  @Test
  void thirtyTwoDevicesFinishAHundredHoursInThree() {
    var outcome = DataParallelScaleOut.of(job(4, 30.0 / 3600.0));

    assertEquals(32.0, outcome.devices(), 0.0);
    assertEquals(5.25e9, outcome.intraBytes(), 0.0); // 14/8 of 3e9
    assertEquals(562.5e6, outcome.interBytes(), 0.0); // 6/4 of 3e9/8
    assertEquals(0.01125, outcome.interTime(), 1e-17);
    assertEquals(0.0229166666666667, outcome.communicationTime(), 1e-16);
    assertEquals(4.8, outcome.computeTime(), 1e-15);
    assertEquals(0.00477430555556, outcome.communicationOverhead(), 1e-14);
    assertEquals(0.99524838013, outcome.efficiency(), 1e-11);
    assertEquals(31.8479481641, outcome.speedup(), 1e-10);
    assertEquals(1024.0, outcome.globalBatch(), 0.0);
    assertEquals(11303.7109375, outcome.trainingTime(), 1e-8);
    assertEquals(376.790364583, outcome.cost(), 1e-9);
  }

  @Test
  void oneNodeNeedsNoFabric() {
    var outcome = DataParallelScaleOut.of(job(1, Double.NaN));

    assertEquals(0.0, outcome.interBytes(), 0.0);
    assertEquals(0.0, outcome.interTime(), 0.0);
    assertTrue(Double.isNaN(outcome.cost()));
  }

  @Test
  void accumulationDilutesTheExchange() {
    var four = DataParallelScaleOut.of(job(4, Double.NaN));
    var one =
        DataParallelScaleOut.of(
            new DataParallelScaleOut.Job(3e9, 1.2, 360_000, 8, 8, 4, 450e9, 50e9, 1, Double.NaN));

    assertEquals(one.communicationTime(), four.communicationTime(), 0.0);
    assertTrue(four.efficiency() > one.efficiency());
  }
}

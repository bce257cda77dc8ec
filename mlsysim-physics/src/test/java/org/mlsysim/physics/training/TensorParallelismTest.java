package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TensorParallelismTest {
  @Test
  void llama70bSpendsASeventhOfItsStepOnAllReduces() {
    // Eight ranks, one sample of 4096 tokens, width 8192, 80 layers, 450 GB/s, 0.5 s of compute.
    var step = TensorParallelism.step(8, 4096, 8192, 80, 4, 450e9, 0.5);

    assertEquals(67_108_864.0, step.payload(), 0.0);
    assertEquals(117_440_512.0, step.trafficPerDevice(), 0.0); // 1.75 times the payload
    assertEquals(320.0, step.collectivesPerStep(), 0.0);
    assertEquals(0.0835132529778, step.communicationTime(), 1e-13);
    assertEquals(0.583513252978, step.stepTime(), 1e-12);
    assertEquals(0.143121433064, step.communicationFraction(), 1e-12);
    assertEquals(1.0, step.computeFraction() + step.communicationFraction(), 1e-15);
  }

  @Test
  void oneRankCommunicatesNothing() {
    var step = TensorParallelism.step(1, 4096, 8192, 80, 4, 450e9, 0.5);

    assertEquals(0.0, step.communicationTime(), 0.0);
    assertEquals(1.0, step.computeFraction(), 0.0);
  }

  @Test
  void aStepOfNoTimeHasNoShares() {
    assertTrue(Double.isNaN(TensorParallelism.step(1, 1, 1, 1, 4, 1, 0.0).communicationFraction()));
  }

  @Test
  void oneLayerForwardTakesTwoFlopPerParameterAndToken() {
    double flops = TensorParallelism.layerFlops(70.6e9, 80, 4096);

    assertEquals(7.22944e12, flops, 1.0); // 2 x 882.5e6 x 4096
    assertEquals(
        0.00182746208291, TensorParallelism.layerComputeTime(flops, 8, 989e12, 0.5), 1e-14);
    assertEquals(234_881_024.0, TensorParallelism.layerBytes(2, 4096, 8192, 8), 0.0);
  }
}

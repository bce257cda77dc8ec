package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TrainingStateTest {
  @Test
  void gpt3KeepsSixteenBytesPerParameter() {
    var account = TrainingState.of(175e9, 350e9, 120e9, 8, 64);

    assertEquals(350e9, account.gradients(), 0.0);
    assertEquals(700e9, account.masterWeights(), 0.0);
    assertEquals(700e9, account.adamMoment(), 0.0);
    assertEquals(1400e9, account.optimizerMoments(), 0.0);
    assertEquals(16 * 175e9, account.persistentState(), 0.0);
    assertEquals(43.75e9, account.tpWeightsPerDevice(), 0.0);
    assertEquals(15e9, account.tpActivationsPerDevice(), 0.0);
    assertEquals(365e9, account.tpTotalPerDevice(), 0.0);
    assertEquals(102.5e9, account.tpOffloadedPerDevice(), 0.0);
    assertEquals(2_734_375_000.0, account.zeroMomentsPerDevice(), 0.0); // 1400e9 / 512
    assertEquals(21_875_000_000.0, account.zeroMomentsPerTpGroup(), 0.0);
    assertEquals(46_484_375_000.0, account.zeroWeightsAndMomentsPerDevice(), 0.0);
  }

  @Test
  void aRanksPartsAddUpToItsTotal() {
    var account = TrainingState.of(8.03e9, 16.06e9, 20e9, 4, 16);

    assertEquals(
        account.tpTotalPerDevice(),
        account.tpWeightsPerDevice()
            + account.tpGradientsPerDevice()
            + account.tpMasterPerDevice()
            + account.tpMomentsPerDevice()
            + account.tpActivationsPerDevice(),
        1.0);
    assertEquals(
        account.tpTotalPerDevice() - account.tpMasterPerDevice() - account.tpMomentsPerDevice(),
        account.tpOffloadedPerDevice(),
        1.0);
  }
}

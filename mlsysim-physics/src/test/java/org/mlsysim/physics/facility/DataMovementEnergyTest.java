package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataMovementEnergyTest {
  private static final double EQUAL = 1e-10; // percent

  @Test
  void fetchingAWeightMatchesTheWorkedExample() {
    DataMovementEnergy.Balance b = DataMovementEnergy.of(0.5e-12, 30e-12, 2, 2, 4);

    // 0.5 pJ/FLOP, 30 pJ/B, 2 FLOP, 2 B, 4 B: the spec's worked example.
    assertThat(b.compute()).isCloseTo(1e-12, withinPercentage(EQUAL));
    assertThat(b.movement()).isCloseTo(60e-12, withinPercentage(EQUAL));
    assertThat(b.movementShare()).isCloseTo(0.9836065573770492, withinPercentage(EQUAL));
    assertThat(b.movementOverCompute()).isCloseTo(60, withinPercentage(EQUAL));
    assertThat(b.intensity()).isEqualTo(1);
    assertThat(b.crossoverIntensity()).isCloseTo(60, withinPercentage(EQUAL));
    assertThat(b.balanceBatch()).isCloseTo(60, withinPercentage(EQUAL));
    assertThat(b.operand()).isCloseTo(120e-12, withinPercentage(EQUAL));
    assertThat(b.operandOverFlop()).isCloseTo(240, withinPercentage(EQUAL));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void theBalanceBatchIsTheRatioOfBothEnergies(long seed) {
    SplittableRandom random = new SplittableRandom(seed);

    DataMovementEnergy.Balance b =
        DataMovementEnergy.of(
            random.nextDouble(1e-14, 1e-9),
            random.nextDouble(1e-14, 1e-9),
            random.nextDouble(1, 1000),
            random.nextDouble(0.5, 8),
            random.nextDouble(0, 64));

    assertThat(b.balanceBatch())
        .as("seed %d", seed)
        .isCloseTo(b.movementOverCompute(), withinPercentage(EQUAL));
  }
}

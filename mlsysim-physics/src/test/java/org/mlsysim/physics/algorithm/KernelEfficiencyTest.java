package org.mlsysim.physics.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlsysim.physics.algorithm.KernelEfficiency.KernelClass;

class KernelEfficiencyTest {
  @Test
  void feedForwardReachesHalfOfThePeak() {
    // Specification, EfficiencyModel: H100 defaults.
    KernelEfficiency.Result result = KernelEfficiency.solve(KernelClass.FFN, false, 0.5, 9.89e14);

    assertThat(result.mfu()).isEqualTo(0.5);
    assertThat(result.achievableFlops()).isEqualTo(4.945e14);
    assertThat(result.occupancyLoss()).isCloseTo(0.45, within(1e-15));
    assertThat(result.memoryStall()).isCloseTo(0.05, within(1e-15));
    assertThat(result.overheadTotal()).isEqualTo(0.5);
  }

  @Test
  void convolutionScalesWithEfficiency() {
    // Specification, EfficiencyModel: conv at 0.6.
    KernelEfficiency.Result result = KernelEfficiency.solve(KernelClass.CONV, false, 0.6, 9.89e14);

    assertThat(result.mfu()).isCloseTo(0.48, within(1e-15));
    assertThat(result.occupancyLoss()).isCloseTo(0.34, within(1e-15));
    assertThat(result.memoryStall()).isCloseTo(0.18, within(1e-15));
  }

  @Test
  void fusionHelpsAttentionAlone() {
    assertThat(KernelEfficiency.mfu(KernelClass.ATTENTION, true, 0.5)).isEqualTo(0.75);
    assertThat(KernelEfficiency.mfu(KernelClass.ATTENTION, false, 0.5)).isEqualTo(0.30);
    assertThat(KernelEfficiency.mfu(KernelClass.FFN, true, 0.5)).isEqualTo(0.50);
  }

  @ParameterizedTest
  @EnumSource(KernelClass.class)
  void sharesStayBetweenNothingAndTheirCapsAndGrowWithEfficiency(KernelClass kernels) {
    for (boolean flash : new boolean[] {false, true}) {
      double before = 0.0;
      for (double efficiency = 0.01; efficiency <= 1.0; efficiency += 0.01) {
        double share = KernelEfficiency.mfu(kernels, flash, efficiency);

        assertThat(share).isBetween(before, 0.85);
        before = share;
      }
    }
  }
}

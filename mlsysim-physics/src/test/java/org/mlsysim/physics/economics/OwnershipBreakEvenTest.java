package org.mlsysim.physics.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class OwnershipBreakEvenTest {
  private static final double EQUAL = 1e-10; // percent

  @Test
  void aPurchasePaysBackInCostOverSavings() {
    assertThat(OwnershipBreakEven.payback(1000, 4)).isEqualTo(250);
    assertThat(OwnershipBreakEven.payback(1000, 0)).isNaN();
    assertThat(OwnershipBreakEven.payback(1000, -1)).isNaN();
  }

  @Test
  void rentingNoDearerThanRunningIsNeverOvertaken() {
    assertThat(OwnershipBreakEven.rentCrossover(1000, 1, 3)).isEqualTo(500);
    assertThat(OwnershipBreakEven.rentCrossover(1000, 3, 3)).isNaN();
    assertThat(OwnershipBreakEven.rentCrossover(1000, 4, 3)).isNaN();
  }

  @Test
  void theBreakEvenUtilizationMakesBothCostsEqual() {
    double u = OwnershipBreakEven.utilization(25_000, 1_000, 5, 60, 10);

    // (25 000 + 1 000 x 5) / (1 000 x (60 - 10)) = 0.6, by hand; then both cost 36 000.
    assertThat(u).isCloseTo(0.6, withinPercentage(EQUAL));
    assertThat(25_000 + 1_000 * (5 + u * 10)).isCloseTo(u * 1_000 * 60, withinPercentage(EQUAL));
    assertThat(OwnershipBreakEven.utilization(25_000, 1_000, 5, 10, 10)).isNaN();
  }
}

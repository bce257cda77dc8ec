package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class CascadeEnergyTest {
  private static final double EQUAL = 1e-10; // percent

  @Test
  void aCascadeThatEscalatesATenthMatchesTheWorkedExample() {
    CascadeEnergy.Energy e = CascadeEnergy.of(5e-3, 100e-3, 2, 0.1);

    // 5, 100 and 2000 mJ: 210, 215, 2100 mJ, by hand; saving as in the spec.
    assertThat(e.escalated()).isCloseTo(0.21, withinPercentage(EQUAL));
    assertThat(e.mean()).isCloseTo(0.215, withinPercentage(EQUAL));
    assertThat(e.cloudOnly()).isCloseTo(2.1, withinPercentage(EQUAL));
    assertThat(e.saving()).isCloseTo(0.8976190476190476, withinPercentage(EQUAL));
  }

  @Test
  void aCascadeThatAlwaysEscalatesLosesTheEdgePass() {
    assertThat(CascadeEnergy.of(1, 0, 4, 1).saving()).isEqualTo(-0.25);
  }

  @Test
  void theSavingHasNoValueAgainstAFreeCloud() {
    assertThat(CascadeEnergy.of(1, 0, 0, 0.5).saving()).isNaN();
  }
}

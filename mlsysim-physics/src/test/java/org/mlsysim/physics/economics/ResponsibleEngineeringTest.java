package org.mlsysim.physics.economics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResponsibleEngineeringTest {
  @Test
  void aBudgetOfOneTriplesTheTimeAtTheTeachingValue() {
    assertThat(
            ResponsibleEngineering.privacySlowdown(
                ResponsibleEngineering.DEFAULT_SLOWDOWN_COEFFICIENT, 1))
        .isEqualTo(3); // the spec's worked example
  }

  @Test
  void theLawIsNotClampedForSmallBudgetsAndSmallGroups() {
    assertThat(ResponsibleEngineering.privacySlowdown(2, 0.001)).isEqualTo(2001);
    assertThat(ResponsibleEngineering.coverageDataRatio(1e-8)).isEqualTo(1e8);
  }

  @Test
  void noPrivacyAndOneGroupCostNothing() {
    assertThat(ResponsibleEngineering.privacySlowdown(0, 1)).isEqualTo(1);
    assertThat(ResponsibleEngineering.coverageDataRatio(1)).isEqualTo(1);
    assertThat(ResponsibleEngineering.coverageDataRatio(0.01)).isEqualTo(100);
  }
}

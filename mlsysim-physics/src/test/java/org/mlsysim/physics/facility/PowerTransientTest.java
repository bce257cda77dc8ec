package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class PowerTransientTest {
  private static final double EQUAL = 1e-10; // percent

  @Test
  void aSynchronousStepMatchesTheWorkedExample() {
    PowerTransient.Step s = PowerTransient.step(700, 250, 0.8, 16_384, 0.1);
    double fast = PowerTransient.droop(5e-12, s.currentStep(), 10e-9);
    double slow = PowerTransient.droop(5e-12, s.currentStep(), 1e-6);

    // The spec's worked example: 450 W over 0.8 V is 562.5 A; 16 384 of them 7.3728 MW in 0.1 s.
    assertThat(s.powerStep()).isEqualTo(450);
    assertThat(s.currentStep()).isCloseTo(562.5, withinPercentage(EQUAL));
    assertThat(s.clusterPowerStep()).isCloseTo(7_372_800, withinPercentage(EQUAL));
    assertThat(s.rampRate()).isCloseTo(0.073728e9, withinPercentage(EQUAL));
    assertThat(fast).isCloseTo(0.28125, withinPercentage(EQUAL));
    assertThat(slow).isCloseTo(0.0028125, withinPercentage(EQUAL));
    assertThat(PowerTransient.droopShare(fast, 0.8)).isCloseTo(0.3515625, withinPercentage(EQUAL));
  }

  @Test
  void aTenfoldFasterStepDroopsTenfold() {
    assertThat(PowerTransient.droop(5e-12, 562.5, 1e-9))
        .isCloseTo(10 * PowerTransient.droop(5e-12, 562.5, 1e-8), withinPercentage(EQUAL));
  }

  @Test
  void aConstantLoadNeitherDroopsNorRamps() {
    PowerTransient.Step s = PowerTransient.step(700, 700, 0.8, 16_384, 0.1);

    assertThat(PowerTransient.droop(5e-12, s.currentStep(), 1e-9)).isZero();
    assertThat(s.rampRate()).isZero();
  }
}

package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class DutyCycledPowerTest {
  private static final double EQUAL = 1e-10; // percent

  @Test
  void aListeningDeviceMatchesTheWorkedExample() {
    double[] powers = {50e-6, 200e-6, 5e-3};
    double[] dutyCycles = {1, 1, 0.02};

    double average = DutyCycledPower.average(powers, dutyCycles);

    // Microphone, voice detector, keyword spotter: 50 + 200 + 100 uW, by hand.
    assertThat(average).isCloseTo(350e-6, withinPercentage(EQUAL));
    assertThat(DutyCycledPower.reduction(5e-3, average))
        .isCloseTo(14.285714285714285, withinPercentage(EQUAL));
  }

  @Test
  void theReductionHasNoValueWhenNothingIsDrawn() {
    assertThat(DutyCycledPower.average(new double[] {1}, new double[] {0})).isZero();
    assertThat(DutyCycledPower.reduction(5e-3, 0)).isNaN();
  }
}

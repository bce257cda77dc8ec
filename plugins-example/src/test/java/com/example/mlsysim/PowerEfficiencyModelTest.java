package com.example.mlsysim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.HardwareNodeBuilder;
import org.mlsysim.api.port.Registry;
import org.mlsysim.api.units.Units;
import org.mlsysim.testkit.ResolverConformance;

class PowerEfficiencyModelTest {
  private static PowerEfficiencyModel.PowerEfficiencyResult rate(HardwareNode hardware) {
    return new PowerEfficiencyModel().resolve(new PowerEfficiencyModel.Inputs(hardware));
  }

  @Test
  void anH100IsEfficient() {
    var result = rate(Devices.H100);

    // 989 TFLOP/s / 700 W, by hand
    assertThat(Units.in(Units.FLOP_PER_SECOND_PER_WATT, result.flopsPerWatt()))
        .isCloseTo(1.412857142857143e12, within(1e3));
    assertThat(result.isEfficient()).isTrue();
  }

  @Test
  void theSamePeakAtTwiceThePowerIsNot() {
    HardwareNode hot = HardwareNodeBuilder.from(Devices.H100).tdp("1400 W").build(Registry.EMPTY);

    assertThat(rate(hot).isEfficient()).isFalse();
  }

  @Test
  void exactlyOneTeraflopForAWattIsNotAboveIt() {
    HardwareNode edge = HardwareNodeBuilder.from(Devices.H100).tdp("989 W").build(Registry.EMPTY);

    assertThat(rate(edge).isEfficient()).isFalse();
  }

  @Test
  void aDeviceWithoutTdpIsRefused() {
    assertThatThrownBy(() -> rate(Devices.WITHOUT_TDP))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("hardware")
        .hasMessageContaining("Undocumented has no TDP specified");
  }

  @Test
  void theResultIsArithmeticForPower() {
    var unit = rate(Devices.H100).flopsPerWatt().getUnit();

    assertThat(unit.isCompatible(Units.parse("TFLOP/s/W"))).isTrue();
    assertThat(unit.isCompatible(Units.FLOP_PER_SECOND)).isFalse();
  }

  @Nested
  class Conforms
      extends ResolverConformance<
          PowerEfficiencyModel.Inputs, PowerEfficiencyModel.PowerEfficiencyResult> {
    @Override
    protected PowerEfficiencyModel resolver() {
      return new PowerEfficiencyModel();
    }

    @Override
    protected PowerEfficiencyModel.Inputs typicalInputs() {
      return new PowerEfficiencyModel.Inputs(Devices.H100);
    }
  }
}

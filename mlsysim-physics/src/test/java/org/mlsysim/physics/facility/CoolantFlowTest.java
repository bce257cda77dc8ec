package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class CoolantFlowTest {
  private static final double EQUAL = 1e-10; // percent

  @Test
  void aRackOf120KilowattNeedsTenCubicMetersOfAirOrThreeLitersOfWaterASecond() {
    double air = CoolantFlow.massFlow(120e3, Coolant.AIR.specificHeat(), 10);
    double water = CoolantFlow.massFlow(120e3, Coolant.WATER.specificHeat(), 10);

    // 120 kW at a rise of 10 K: the spec's worked example.
    assertThat(air).isCloseTo(11.940298507462687, withinPercentage(EQUAL));
    assertThat(CoolantFlow.volumeFlow(air, Coolant.AIR.density()))
        .isCloseTo(9950.248756218905, withinPercentage(EQUAL));
    assertThat(water).isCloseTo(2.8708133971291865, withinPercentage(EQUAL));
    assertThat(CoolantFlow.volumeFlow(water, Coolant.WATER.density())).isEqualTo(water);
  }

  @Test
  void twiceTheRiseHalvesTheFlow() {
    assertThat(CoolantFlow.massFlow(1e5, 1005, 20))
        .isCloseTo(CoolantFlow.massFlow(1e5, 1005, 10) / 2, withinPercentage(EQUAL));
  }
}

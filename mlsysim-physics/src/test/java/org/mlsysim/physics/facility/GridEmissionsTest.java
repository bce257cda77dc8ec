package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class GridEmissionsTest {
  private static final double EQUAL = 1e-10; // percent
  private static final double KWH = 3.6e6;

  @Test
  void aGigawattHourEmitsFromTwentyToEightHundredTons() {
    double energy = 1e6 * KWH;

    // 1000 MWh at 429, 20 and 820 g/kWh, the spec's worked example [t]; a cut of 0.3 leaves 300.3.
    assertThat(GridEmissions.carbon(energy, 0.429 / KWH)).isCloseTo(429e3, withinPercentage(EQUAL));
    assertThat(GridEmissions.carbon(energy, 0.020 / KWH)).isCloseTo(20e3, withinPercentage(EQUAL));
    assertThat(GridEmissions.carbon(energy, 0.820 / KWH)).isCloseTo(820e3, withinPercentage(EQUAL));
    assertThat(GridEmissions.carbonAfterCut(429e3, 0.3))
        .isCloseTo(300.3e3, withinPercentage(EQUAL));
  }

  @Test
  void gpt3IsReproducedFromItsPublishedInputs() {
    // Patterson et al. 2021: 1 287 MWh at 429 g/kWh, published 552 t.
    assertThat(GridEmissions.carbon(1.287e6 * KWH, 0.429 / KWH) / 1000)
        .isCloseTo(552, withinPercentage(0.1));
  }

  @Test
  void evaporationTakesMillionsOfLiters() {
    // 1000 MWh at 0.5 and 1.8 L/kWh, the spec's worked example.
    assertThat(GridEmissions.water(1e6 * KWH, 0.5 / KWH))
        .isCloseTo(500_000, withinPercentage(EQUAL));
    assertThat(GridEmissions.water(1e6 * KWH, 1.8 / KWH))
        .isCloseTo(1_800_000, withinPercentage(EQUAL));
  }

  @Test
  void theFirstOfEqualGridsIsNamed() {
    double[] intensities = {3, 1, 1, 5, 5};

    assertThat(GridEmissions.lowest(intensities)).isEqualTo(1);
    assertThat(GridEmissions.highest(intensities)).isEqualTo(3);
    assertThat(GridEmissions.lowest(new double[] {7})).isZero();
    assertThat(GridEmissions.highest(new double[] {7})).isZero();
  }

  @Test
  void theSpreadHasNoValueAboveACarbonFreeGrid() {
    assertThat(GridEmissions.spread(20, 820)).isEqualTo(41);
    assertThat(GridEmissions.spread(0, 820)).isNaN();
  }
}

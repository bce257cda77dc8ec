package org.mlsysim.physics.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.physics.facility.AccountingCalendar.DAY;
import static org.mlsysim.physics.facility.AccountingCalendar.YEAR;

import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final double EQUAL = 1e-10; // percent
  private static final double KWH = 3.6e6;

  @Test
  void quebecCostsWhatTheWorkedExampleSays() {
    // TCO and carbon of 256 H100 for 30 days, the spec's worked example.
    assertThat(Placement.objective(204_896.11777963836, 1_586.479104, 0.1))
        .isCloseTo(205_054.76569003836, withinPercentage(EQUAL));
  }

  @Test
  void aPriceOfZeroLeavesTheCost() {
    assertThat(Placement.objective(7, 1e9, 0)).isEqualTo(7);
  }

  @Test
  void ofEqualObjectivesTheSmallerCarbonComesFirst() {
    assertThat(Placement.compare(1, 9, 2, 0)).isNegative();
    assertThat(Placement.compare(2, 0, 1, 9)).isPositive();
    assertThat(Placement.compare(1, 2, 1, 3)).isNegative();
    assertThat(Placement.compare(1, 2, 1, 2)).isZero();
  }

  @Test
  void withoutAPriceOfTheDevicesRegionsCompareByEnergy() {
    FleetCost.Cost priced =
        FleetCost.of(new FleetCost.Inputs(25_000, 8, 1, DAY, YEAR, 100 * KWH, 0.1 / KWH));
    FleetCost.Cost unpriced =
        FleetCost.of(new FleetCost.Inputs(Double.NaN, 8, 1, DAY, YEAR, 100 * KWH, 0.1 / KWH));

    assertThat(Placement.comparableCost(priced)).isEqualTo(priced.tco());
    assertThat(Placement.comparableCost(unpriced)).isEqualTo(unpriced.energy());
  }

  @Test
  void halfAGigawattHourLastsTwoHundredDays() {
    double itPower = 256 * 700 * 0.58; // [W], energy proportional at an MFU of 0.4

    assertThat(Placement.durationOf(500e3 * KWH, itPower) / DAY)
        .isCloseTo(200.4438628899836, withinPercentage(EQUAL)); // the spec's worked example
  }
}

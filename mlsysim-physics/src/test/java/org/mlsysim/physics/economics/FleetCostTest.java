package org.mlsysim.physics.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.physics.facility.AccountingCalendar.DAY;
import static org.mlsysim.physics.facility.AccountingCalendar.YEAR;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.physics.economics.FleetCost.Cost;
import org.mlsysim.physics.economics.FleetCost.Inputs;

class FleetCostTest {
  private static final double KWH = 3.6e6;
  private static final double EQUAL = 1e-10; // percent

  /** 256 H100 of 25 000 USD for 30 days on the US grid; the spec's worked example. */
  private static final Inputs RESEARCH_256 =
      new Inputs(25_000, 256, 1, 30 * DAY, 3 * YEAR, 83_813.9904 * KWH, 0.0806 / KWH);

  @Test
  void thirtyDaysOf256AcceleratorsMatchTheWorkedExample() {
    Cost c = FleetCost.of(RESEARCH_256);

    // 6.4 MUSD x 30 / 1095 and 6.4 MUSD x 0.05 x 30 / 365, by hand; the rest as in the spec.
    assertThat(c.priced()).isTrue();
    assertThat(c.capital()).isCloseTo(175_342.46575342465, withinPercentage(EQUAL));
    assertThat(c.energy()).isCloseTo(6_755.40762624, withinPercentage(EQUAL));
    assertThat(c.maintenance()).isCloseTo(26_301.369863013697, withinPercentage(EQUAL));
    assertThat(c.opex()).isCloseTo(33_056.7774892537, withinPercentage(EQUAL));
    assertThat(c.tco()).isCloseTo(208_399.24324267835, withinPercentage(EQUAL));
  }

  @Test
  void multiplierAmortizationAndPriceMatchTheSecondWorkedExample() {
    Cost c =
        FleetCost.of(
            new Inputs(25_000, 256, 2, 30 * DAY, 4 * YEAR, 118_237.5936 * KWH, 0.07 / KWH));

    assertThat(c.capital()).isCloseTo(263_013.69863013696, withinPercentage(EQUAL));
    assertThat(c.energy()).isCloseTo(8_276.631552, withinPercentage(EQUAL));
    assertThat(c.maintenance()).isCloseTo(52_602.739726027394, withinPercentage(EQUAL));
    assertThat(c.tco()).isCloseTo(323_893.0699081644, withinPercentage(EQUAL));
  }

  @Test
  void anUnknownPriceLeavesTheCostOfEnergyAlone() {
    Cost c = FleetCost.of(new Inputs(Double.NaN, 256, 1, 30 * DAY, 3 * YEAR, 100 * KWH, 0.1 / KWH));

    assertThat(c.priced()).isFalse();
    assertThat(c.energy()).isCloseTo(10, withinPercentage(EQUAL)); // 100 kWh at 0.1 USD
    assertThat(new double[] {c.purchase(), c.capital(), c.maintenance(), c.opex(), c.tco()})
        .containsOnly(Double.NaN);
  }

  @Test
  void aPriceOfZeroIsAPrice() {
    Cost c = FleetCost.of(new Inputs(0, 256, 1, 30 * DAY, 3 * YEAR, 100 * KWH, 0.1 / KWH));

    assertThat(c.priced()).isTrue();
    assertThat(c.tco()).isEqualTo(c.energy());
  }

  @Test
  void oneAmortizationPeriodWritesOffTheWholePurchase() {
    assertThat(FleetCost.straightLine(6.4e6, 3 * YEAR, 3 * YEAR)).isEqualTo(6.4e6);
  }

  @Test
  void deviceLevelCostIsPurchasePlusElectricity() {
    // 10 x 25 000 USD + 10 x 0.7 kW x 3 x 8 760 h x 0.1 USD/kWh = 268 396 USD, by hand.
    assertThat(FleetCost.deviceLevel(25_000, 700, 10, 3 * YEAR, 0.1 / KWH))
        .isCloseTo(268_396, withinPercentage(EQUAL));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void theTotalIsTheSumOfItsPartsAndTwiceTheTimeCostsTwiceAsMuch(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Inputs once =
        new Inputs(
            random.nextDouble(0, 1e5),
            random.nextInt(1, 100_000),
            random.nextDouble(1, 10),
            random.nextDouble(0, 10 * YEAR),
            random.nextDouble(0.1, 50) * YEAR,
            random.nextDouble(0, 1e15),
            random.nextDouble(0, 1) / KWH);
    Inputs twice =
        new Inputs(
            once.unitCost(),
            once.devices(),
            once.infrastructureMultiplier(),
            2 * once.duration(),
            once.amortization(),
            2 * once.facilityEnergy(),
            once.electricityPrice());

    Cost c = FleetCost.of(once);

    assertThat(c.capital() + (c.energy() + c.maintenance())).as("seed %d", seed).isEqualTo(c.tco());
    assertThat(FleetCost.of(twice).tco())
        .as("seed %d", seed)
        .isCloseTo(2 * c.tco(), withinPercentage(EQUAL));
  }

  @Test
  void theNearestStatedElectricityPriceHolds() {
    double none = Double.NaN;

    assertThat(ElectricityPrice.of(1, 2, 3)).isEqualTo(1);
    assertThat(ElectricityPrice.of(none, 2, 3)).isEqualTo(2);
    assertThat(ElectricityPrice.of(none, none, 3)).isEqualTo(3);
    assertThat(ElectricityPrice.of(none, none, none) * KWH)
        .isCloseTo(0.12, withinPercentage(EQUAL));
    assertThat(ElectricityPrice.of(0, 2, 3)).isZero();
    assertThat(ElectricityPrice.source(0, 2, 3)).isEqualTo(ElectricityPrice.Source.ARGUMENT);
    assertThat(ElectricityPrice.source(none, 2, 3)).isEqualTo(ElectricityPrice.Source.DATACENTER);
    assertThat(ElectricityPrice.source(none, none, 3)).isEqualTo(ElectricityPrice.Source.GRID);
    assertThat(ElectricityPrice.source(none, none, none))
        .isEqualTo(ElectricityPrice.Source.DEFAULT);
  }
}

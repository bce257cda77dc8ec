package org.mlsysim.core.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.USD_PER_KWH;
import static org.mlsysim.api.units.Units.in;

import java.util.Optional;
import javax.measure.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.infrastructure.Datacenter;
import org.mlsysim.api.infrastructure.Environment;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.Node;
import org.mlsysim.api.units.EnergyPrice;
import org.mlsysim.api.units.Money;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.economics.EconomicsModel.EconomicsResult;
import org.mlsysim.physics.economics.ElectricityPrice;
import org.mlsysim.testkit.Cases;

/** Worked numbers are those of a fleet of 256 H100 (25 000 USD, 700 W) for 30 days at MFU 0.4. */
class EconomicsModelTest {
  private static final double LAST_DIGITS = 1e-10;
  private static final EconomicsModel MODEL = new EconomicsModel();
  private static final Catalogs CATALOGS = Catalogs.installed();
  private static final Fleet RESEARCH_256 = CATALOGS.of(Fleet.class).get("Research_256");
  private static final GridProfile POLAND = CATALOGS.of(GridProfile.class).get("Poland");
  private static final GridProfile QUEBEC = CATALOGS.of(GridProfile.class).get("Quebec");

  private static EconomicsModelInputsBuilder inputs() {
    return EconomicsModel.Inputs.builder().fleet(RESEARCH_256).durationDays("30").mfu(0.4);
  }

  private static EconomicsResult solve(EconomicsModelInputsBuilder inputs) {
    return MODEL.resolve(inputs.build());
  }

  private static double usd(Optional<Quantity<Money>> money) {
    return in(USD, money.orElseThrow());
  }

  private static Fleet at(Optional<GridProfile> region, Optional<Environment> datacenter) {
    return new Fleet(
        "elsewhere",
        RESEARCH_256.node(),
        RESEARCH_256.count(),
        RESEARCH_256.fabric(),
        region,
        datacenter,
        Optional.empty(),
        Optional.empty());
  }

  /** A fleet whose device has no price on record. */
  static Fleet workstations() {
    return new Fleet(
        "workstations",
        CATALOGS.of(Node.class).get("Workstation_M3Max"),
        16,
        RESEARCH_256.fabric(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Datacenter site(GridProfile grid, Optional<Quantity<EnergyPrice>> price) {
    return new Datacenter("site", grid, Optional.of(1.25), price, Optional.empty());
  }

  @Test
  void aMonthOnTheDefaultGridMatchesTheWorkedExample() {
    EconomicsResult result = solve(inputs());

    // 256 x 25 000 USD x 30/1095; E_fac 83 813.9904 kWh at 0.0806 USD/kWh; 5 % a year.
    assertThat(usd(result.capexUsd()))
        .isCloseTo(175_342.46575342465, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, result.opexEnergyUsd()))
        .isCloseTo(6_755.40762624, withinPercentage(LAST_DIGITS));
    assertThat(usd(result.opexMaintenanceUsd()))
        .isCloseTo(26_301.369863013697, withinPercentage(LAST_DIGITS));
    assertThat(usd(result.tcoUsd())).isCloseTo(208_399.24324267835, withinPercentage(LAST_DIGITS));
    assertThat(in(KILOGRAM, result.carbonFootprintKg()))
        .isCloseTo(30_927.3624576, withinPercentage(LAST_DIGITS));
    assertThat(result.regionName()).isEqualTo("US Average");
    assertThat(result.kwhPriceSource()).isEqualTo(ElectricityPrice.Source.GRID);
  }

  @Test
  void priceWriteOffAndMultiplierMatchTheWorkedExample() {
    EconomicsResult result =
        solve(
            inputs()
                .grid(POLAND)
                .kwhPrice("0.07 USD/kWh")
                .amortizationYears("4")
                .infrastructureMultiplier(2));

    assertThat(usd(result.capexUsd()))
        .isCloseTo(263_013.69863013696, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, result.opexEnergyUsd()))
        .isCloseTo(8_276.631552, withinPercentage(LAST_DIGITS));
    assertThat(usd(result.tcoUsd())).isCloseTo(323_893.0699081644, withinPercentage(LAST_DIGITS));
  }

  @Test
  void aRegionWithoutPriceIsChargedTheDefaultAndSaysSo() {
    EconomicsResult result = solve(inputs().fleet(at(Optional.of(POLAND), Optional.empty())));

    assertThat(usd(result.tcoUsd())).isCloseTo(215_832.34684843835, withinPercentage(LAST_DIGITS));
    assertThat(in(USD_PER_KWH, result.kwhPrice())).isEqualTo(0.12);
    assertThat(result.kwhPriceSource()).isEqualTo(ElectricityPrice.Source.DEFAULT);
    assertThat(result.caveats()).anyMatch(text -> text.contains("Poland"));
  }

  @Test
  void theNearestStatedEnvironmentGivesEverything() {
    Datacenter polish = site(POLAND, Optional.empty());
    Fleet fleet = at(Optional.of(QUEBEC), Optional.of(polish));

    // The fleet's datacenter beats its region; its own PUE beats its grid's.
    assertThat(solve(inputs().fleet(fleet)).regionName()).isEqualTo(POLAND.name());
    assertThat(solve(inputs().fleet(fleet)).pue()).isEqualTo(1.25);
    // An argument beats both.
    assertThat(solve(inputs().fleet(fleet).grid(QUEBEC)).regionName()).isEqualTo(QUEBEC.name());
    assertThat(solve(inputs().fleet(fleet).grid(QUEBEC)).pue()).isEqualTo(QUEBEC.pue());
    assertThat(solve(inputs().fleet(fleet).datacenter(QUEBEC)).regionName())
        .isEqualTo(QUEBEC.name());
  }

  @Test
  void theNearestStatedPriceHolds() {
    Quantity<EnergyPrice> own = Units.of(0.05, USD_PER_KWH);

    EconomicsResult site = solve(inputs().datacenter(site(QUEBEC, Optional.of(own))));
    EconomicsResult grid = solve(inputs().datacenter(site(QUEBEC, Optional.empty())));
    EconomicsResult free = solve(inputs().grid(QUEBEC).kwhPrice("0 USD/kWh"));

    assertThat(site.kwhPriceSource()).isEqualTo(ElectricityPrice.Source.DATACENTER);
    assertThat(site.kwhPrice()).isEqualTo(own);
    assertThat(grid.kwhPriceSource()).isEqualTo(ElectricityPrice.Source.GRID);
    assertThat(in(USD_PER_KWH, grid.kwhPrice())).isEqualTo(0.041);
    assertThat(free.kwhPriceSource()).isEqualTo(ElectricityPrice.Source.ARGUMENT);
    assertThat(in(USD, free.opexEnergyUsd())).isZero();
  }

  @Test
  void datacenterAndGridMayNotDisagree() {
    EconomicsModelInputsBuilder both =
        inputs().datacenter(site(QUEBEC, Optional.empty())).grid(POLAND);

    assertThatThrownBy(both::build)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("grid is Poland")
        .hasMessageContaining("Give one of the two");
    assertThat(solve(inputs().datacenter(site(QUEBEC, Optional.empty())).grid(QUEBEC)).pue())
        .isEqualTo(1.25);
  }

  @Test
  void anUnpricedFleetCostsItsEnergyAlone() {
    Fleet priceless = workstations();

    EconomicsResult result = solve(inputs().fleet(priceless));
    EconomicsResult given = solve(inputs().fleet(priceless).unitCost("0 USD"));

    assertThat(result.priced()).isFalse();
    assertThat(result.capexUsd()).isEmpty();
    assertThat(result.opexMaintenanceUsd()).isEmpty();
    assertThat(result.totalOpexUsd()).isEmpty();
    assertThat(result.tcoUsd()).isEmpty();
    assertThat(in(USD, result.opexEnergyUsd())).isPositive();
    assertThat(result.caveats())
        .contains("no price for " + priceless.accelerator().name() + ": give unit_cost");
    assertThat(given.priced()).isTrue();
    assertThat(usd(given.tcoUsd())).isEqualTo(in(USD, given.opexEnergyUsd()));
  }

  @Test
  void aFleetUsedBeyondItsWriteOffSaysThatItIsBoughtAnew() {
    assertThat(solve(inputs().durationDays("1095")).caveats())
        .noneMatch(text -> text.contains("bought anew"));
    assertThat(solve(inputs().durationDays("1096")).caveats())
        .anyMatch(text -> text.contains("bought anew"));
  }

  @Test
  void everyValueOutOfRangeIsNamed() {
    assertThatThrownBy(
            () ->
                inputs()
                    .amortizationYears("0")
                    .infrastructureMultiplier(0.5)
                    .kwhPrice("-0.1")
                    .durationDays("-1")
                    .build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("amortization_years is")
        .hasMessageContaining("infrastructure_multiplier is")
        .hasMessageContaining("kwh_price is")
        .hasMessageContaining("duration_days is");
  }

  @Test
  void theExplanationEndsInTheCostToTheBit() {
    EconomicsModel.Inputs inputs = inputs().build();
    EconomicsResult result = MODEL.resolve(inputs);

    Explanation tco = MODEL.explain(inputs, result).get(0);

    assertThat(tco.value()).isEqualTo(usd(result.tcoUsd()));
    assertThat(tco.terms().stream().mapToDouble(Explanation.Term::value).sum())
        .isCloseTo(tco.value(), withinPercentage(LAST_DIGITS));
  }

  @ParameterizedTest
  @MethodSource("org.mlsysim.testkit.Cases#seeded")
  void costIsAdditiveInTimeAndTheSumOfItsParts(Cases any) {
    double first = any.uniform(0, 2000);
    double second = any.uniform(0, 2000);
    double mfu = any.uniform(0, 1);
    GridProfile grid = any.choice(CATALOGS.of(GridProfile.class).all());
    EconomicsResult one = solve(days(first).mfu(mfu).grid(grid));
    EconomicsResult other = solve(days(second).mfu(mfu).grid(grid));
    EconomicsResult both = solve(days(first + second).mfu(mfu).grid(grid));

    assertThat(usd(one.tcoUsd()) + usd(other.tcoUsd()))
        .isCloseTo(usd(both.tcoUsd()), withinPercentage(LAST_DIGITS));
    assertThat(usd(both.tcoUsd())).isEqualTo(usd(both.capexUsd()) + usd(both.totalOpexUsd()));
    assertThat(usd(both.totalOpexUsd()))
        .isEqualTo(in(USD, both.opexEnergyUsd()) + usd(both.opexMaintenanceUsd()));
  }

  private static EconomicsModelInputsBuilder days(double days) {
    return inputs().durationDays(Units.of(days, Units.DAY));
  }
}

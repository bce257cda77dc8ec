package org.mlsysim.core.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.api.units.Units.DAY;
import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Search;
import org.mlsysim.api.SearchOutcome;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.units.CarbonIntensity;
import org.mlsysim.api.units.EnergyPrice;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.units.WaterIntensity;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.core.economics.CarbonPricedPlacementModel.CarbonPricedPlacementResult;
import org.mlsysim.core.economics.PlacementOptimizer.Candidate;
import org.mlsysim.core.economics.PlacementOptimizer.PlacementOptimizerResult;
import org.mlsysim.testkit.Cases;

/** Worked numbers are those of a fleet of 256 H100 (25 000 USD, 700 W) at MFU 0.4. */
class PlacementTest {
  private static final double LAST_DIGITS = 1e-10;
  private static final PlacementOptimizer OPTIMIZER = new PlacementOptimizer();
  private static final Catalogs CATALOGS = Catalogs.installed();

  private static PlacementOptimizerInputsBuilder month() {
    return PlacementOptimizer.Inputs.builder().fleet("Research_256").durationDays("30").mfu(0.4);
  }

  private static List<GridProfile> grids(String... ids) {
    return java.util.Arrays.stream(ids).map(CATALOGS.of(GridProfile.class)::get).toList();
  }

  private static GridProfile grid(String name, String carbon, String price) {
    return new GridProfile(
        name,
        Units.of(CarbonIntensity.class, carbon),
        1,
        Units.of(WaterIntensity.class, "0 L/kWh"),
        Optional.of(Units.of(EnergyPrice.class, price)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void theDefaultRegionsMatchTheWorkedExample() {
    PlacementOptimizerResult result = OPTIMIZER.resolve(month().build());

    assertThat(result.topCandidates())
        .extracting(Candidate::region)
        .containsExactly("Quebec", "Iowa", "US_Avg");
    assertThat(result.objectiveValue().orElseThrow())
        .isCloseTo(205_054.76569003836, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, result.topCandidates().get(1).objective()))
        .isCloseTo(210_511.35580075838, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, result.topCandidates().get(2).objective()))
        .isCloseTo(211_491.97948843834, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, result.bestTco().orElseThrow()))
        .isCloseTo(204_896.11777963836, withinPercentage(LAST_DIGITS));
    assertThat(in(KILOGRAM, result.carbonFootprint()))
        .isCloseTo(1_586.479104, withinPercentage(LAST_DIGITS));
    assertThat(result.totalSearched()).isEqualTo(3);
    assertThat(result.bestRegion()).isEqualTo("Quebec");
  }

  @Test
  void theExplanationAddsCostAndPricedCarbonOfTheWinner() {
    PlacementOptimizer.Inputs inputs = month().build();
    PlacementOptimizerResult result = OPTIMIZER.resolve(inputs);

    Explanation objective = OPTIMIZER.explain(inputs, result).get(0);

    assertThat(objective.value()).isEqualTo(result.objectiveValue().orElseThrow());
    double tco = objective.terms().get(0).value();
    double tax = objective.terms().get(1).value();
    double carbon = objective.terms().get(2).value();
    assertThat(tco + tax * carbon).isCloseTo(objective.value(), withinPercentage(LAST_DIGITS));
  }

  @Test
  void theLowestCostIsThatOfAllRegionsNotOfTheWinner() {
    List<GridProfile> regions =
        List.of(
            grid("dirty", "800 g/kWh", "0.01 USD/kWh"), grid("clean", "10 g/kWh", "0.05 USD/kWh"));

    PlacementOptimizerResult taxed =
        OPTIMIZER.resolve(month().regions(regions).carbonTaxPerTon(500).build());

    // 0.79 kg/kWh at 500 USD/t is 0.395 USD/kWh, more than the 0.04 saved.
    assertThat(taxed.bestRegion()).isEqualTo("clean");
    assertThat(in(USD, taxed.lowestTco().orElseThrow()))
        .isLessThan(in(USD, taxed.bestTco().orElseThrow()));
  }

  @Test
  void tiesGoToTheSmallerCarbonThenToTheId() {
    List<GridProfile> regions =
        List.of(
            grid("c", "50 g/kWh", "0.05 USD/kWh"),
            grid("b", "20 g/kWh", "0.05 USD/kWh"),
            grid("a", "20 g/kWh", "0.05 USD/kWh"));

    PlacementOptimizerResult untaxed =
        OPTIMIZER.resolve(month().regions(regions).carbonTaxPerTon(0).build());

    assertThat(untaxed.topCandidates())
        .extracting(Candidate::region)
        .containsExactly("a", "b", "c");
  }

  @Test
  void anUnpricedFleetIsComparedByItsEnergy() {
    PlacementOptimizerResult result =
        OPTIMIZER.resolve(
            PlacementOptimizer.Inputs.builder()
                .fleet(EconomicsModelTest.workstations())
                .durationDays("30")
                .regions(grids("Poland", "Quebec"))
                .build());

    assertThat(result.priced()).isFalse();
    assertThat(result.objectiveName()).isEqualTo("energy_plus_carbon");
    assertThat(result.lowestTco()).isEmpty();
    assertThat(result.bestTco()).isEmpty();
    assertThat(result.bestRegion()).isEqualTo("Quebec");
    assertThat(result.caveats()).anyMatch(text -> text.startsWith("Poland: no electricity price"));
  }

  @Test
  void regionsThatAreUnknownRepeatedOrAbsentAreRefused() {
    assertThatThrownBy(
            () ->
                OPTIMIZER
                    .contract()
                    .inputs()
                    .read(
                        Wire.fields()
                            .put("fleet", "Research_256")
                            .put("duration_days", 30)
                            .put("regions", Wire.texts(List.of("Quebek")))
                            .build(),
                        CATALOGS))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("Quebek")
        .hasMessageContaining("Quebec");
    assertThatThrownBy(() -> month().regions(grids("Iowa", "iowa")).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("regions names Iowa twice");
    assertThatThrownBy(() -> month().regions(List.of()).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("regions is empty");
  }

  @ParameterizedTest
  @MethodSource("org.mlsysim.testkit.Cases#seeded")
  void theBestIsTheBestOfAnyOrderOfRegions(Cases any) {
    List<GridProfile> regions = new ArrayList<>(CATALOGS.of(GridProfile.class).all());
    regions.sort(Comparator.comparingDouble(region -> any.uniform(0, 1)));
    double tax = any.logUniform(1, 1000);

    PlacementOptimizerResult result =
        OPTIMIZER.resolve(month().regions(regions).carbonTaxPerTon(tax).build());

    assertThat(result.topCandidates())
        .isSortedAccordingTo(Comparator.comparingDouble(each -> in(USD, each.objective())));
    assertThat(result.totalSearched()).isEqualTo(regions.size());
    for (Candidate each : result.topCandidates()) {
      assertThat(in(USD, each.objective()))
          .isCloseTo(
              in(USD, each.tco().orElseThrow()) + tax * in(KILOGRAM, each.carbon()) / 1000,
              withinPercentage(LAST_DIGITS));
    }
  }

  @Test
  void aRunOfGivenEnergyMatchesTheWorkedExample() {
    CarbonPricedPlacementModel.Inputs inputs =
        CarbonPricedPlacementModel.Inputs.builder()
            .fleet("Research_256")
            .itEnergy("500 MWh")
            .regions(grids("US_Avg", "Quebec", "Poland"))
            .carbonPricePerTon(100)
            .mfu(0.4)
            .build();
    List<SearchOutcome<?, ?>> searches = new ArrayList<>();

    CarbonPricedPlacementResult result =
        new CarbonPricedPlacementModel()
            .resolve(inputs, Search.with(CATALOGS).sequential().observedBy(searches::add));

    assertThat(in(DAY, result.durationDays()))
        .isCloseTo(200.4438628899836, withinPercentage(LAST_DIGITS));
    assertThat(result.bestRegion()).isEqualTo("Quebec");
    assertThat(result.bestRegionUntaxed()).isEqualTo("Quebec");
    assertThat(in(USD, named(result.objective(), "US_Avg")))
        .isCloseTo(1_413_075.644630392, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, named(result.objective(), "Poland")))
        .isCloseTo(1_494_373.644630392, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, named(result.objectiveUntaxed(), "Quebec")))
        .isCloseTo(1_369_005.644630392, withinPercentage(LAST_DIGITS));
    assertThat(result.totalSearched()).isEqualTo(3);
    assertThat(searches)
        .singleElement()
        .satisfies(each -> assertThat(each.searched()).isEqualTo(3));
  }

  @Test
  void thePriceOnCarbonMayChangeTheWinner() {
    CarbonPricedPlacementResult result =
        new CarbonPricedPlacementModel()
            .resolve(
                CarbonPricedPlacementModel.Inputs.builder()
                    .fleet(CATALOGS.of(Fleet.class).get("Research_256"))
                    .itEnergy("1 GWh")
                    .regions(
                        List.of(
                            grid("dirty", "800 g/kWh", "0.01 USD/kWh"),
                            grid("clean", "10 g/kWh", "0.05 USD/kWh")))
                    .carbonPricePerTon(100)
                    .mfu(1)
                    .build());

    // 0.79 kg/kWh at 100 USD/t is 0.079 USD/kWh, more than the 0.04 saved.
    assertThat(result.bestRegion()).isEqualTo("clean");
    assertThat(result.bestRegionUntaxed()).isEqualTo("dirty");
  }

  private static <T> T named(Map<String, T> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}

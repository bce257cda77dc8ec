package org.mlsysim.core.economics;

import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.measure.Quantity;
import org.mlsysim.api.Search;
import org.mlsysim.api.SearchOutcome;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.units.Money;
import org.mlsysim.core.economics.EconomicsModel.EconomicsResult;
import org.mlsysim.core.economics.PlacementOptimizer.Candidate;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.physics.economics.ElectricityPrice;
import org.mlsysim.physics.economics.Placement;

/**
 * Regions ranked by cost and a price on carbon: smaller objective first, of equal ones the smaller
 * carbon, then the id in ASCII order.
 */
final class PricedRegions {
  private static final EconomicsModel MODEL = new EconomicsModel();

  /** Refuses an empty list, and a region that stands twice. */
  static void check(List<GridProfile> regions) {
    if (regions.isEmpty()) {
      throw BadInputException.refused("regions", "empty", "give the id of at least one grid.");
    }
    Set<String> ids = new HashSet<>();
    for (GridProfile region : regions) {
      if (!ids.add(region.id())) {
        throw BadInputException.conflict(
            "regions", "regions names %s twice; give every grid once.".formatted(region.id()));
      }
    }
  }

  /** Evaluates every region once and ranks all of them, with carbon at a price [USD/t]. */
  static SearchOutcome<GridProfile, EconomicsResult> rank(
      Search search,
      List<GridProfile> regions,
      Function<GridProfile, EconomicsModel.Inputs> at,
      double pricePerTonne) {
    Comparator<GridProfile> byCarbon =
        Comparator.comparingDouble(region -> carbon(MODEL.solve(at.apply(region))));
    SearchOutcome<GridProfile, EconomicsResult> outcome =
        search
            .over(regions)
            .evaluatedBy(region -> MODEL.solve(at.apply(region)))
            .tiesWithin(0, byCarbon.thenComparing(GridProfile::id))
            .keep(regions.size())
            .minimize(economics -> objective(economics, pricePerTonne));
    // The inputs are checked: a region that fails is a bug, not a candidate to pass over.
    if (!outcome.failed().isEmpty()) {
      throw new IllegalStateException(outcome.failed().get(0).reason());
    }
    return outcome;
  }

  /** The objective of every region at a price of carbon [USD/t], best first. */
  static Map<String, Quantity<Money>> objectives(
      SearchOutcome<GridProfile, EconomicsResult> ranked, double pricePerTonne) {
    Comparator<SearchOutcome.Candidate<GridProfile, EconomicsResult>> order =
        Comparator.comparingDouble(each -> objective(each.evaluation(), pricePerTonne));
    Map<String, Quantity<Money>> objectives = new LinkedHashMap<>();
    ranked.top().stream()
        .sorted(
            order
                .thenComparingDouble(each -> carbon(each.evaluation()))
                .thenComparing(each -> each.config().id()))
        .forEach(
            each ->
                objectives.put(
                    each.config().id(), of(objective(each.evaluation(), pricePerTonne), USD)));
    return objectives;
  }

  /** Cost and priced carbon [USD]; the cost is the TCO, of unpriced fleets that of the energy. */
  static double objective(EconomicsResult economics, double pricePerTonne) {
    double cost = in(USD, economics.tcoUsd().orElse(economics.opexEnergyUsd()));
    return Placement.objective(cost, carbon(economics), pricePerTonne / 1000);
  }

  private static double carbon(EconomicsResult economics) {
    return in(KILOGRAM, economics.carbonFootprintKg());
  }

  /** What the objective is made of. */
  static String objectiveName(EconomicsResult economics) {
    return economics.priced() ? "tco_plus_carbon" : "energy_plus_carbon";
  }

  /** The candidates of a ranking, best first. */
  static List<Candidate> candidates(SearchOutcome<GridProfile, EconomicsResult> outcome) {
    return outcome.top().stream()
        .map(
            each ->
                new Candidate(
                    each.config().id(),
                    each.evaluation().tcoUsd(),
                    of(carbon(each.evaluation()) / 1000, BaseUnits.TONNE),
                    each.evaluation().pue(),
                    of(each.objective(), USD)))
        .toList();
  }

  /** What to know before trusting a ranking. */
  static List<String> caveats(
      SearchOutcome<GridProfile, EconomicsResult> outcome,
      Function<GridProfile, EconomicsModel.Inputs> at) {
    List<String> caveats = FleetBill.caveats(at.apply(outcome.top().get(0).config()));
    if (!outcome.top().get(0).evaluation().priced()) {
      caveats.add("The regions are compared by energy cost; purchase and maintenance are equal.");
    }
    String unpriced =
        outcome.top().stream()
            .filter(each -> each.evaluation().kwhPriceSource() == ElectricityPrice.Source.DEFAULT)
            .map(each -> each.config().id())
            .sorted()
            .collect(Collectors.joining(", "));
    if (!unpriced.isEmpty()) {
      caveats.add(
          "%s: no electricity price on record; compared at 0.12 USD/kWh.".formatted(unpriced));
    }
    return caveats;
  }

  private PricedRegions() {}
}

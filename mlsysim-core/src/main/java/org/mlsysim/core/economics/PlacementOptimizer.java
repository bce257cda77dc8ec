package org.mlsysim.core.economics;

import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;

import java.lang.invoke.MethodHandles;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseOptimizer;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.OptimizerResult;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.Search;
import org.mlsysim.api.SearchOutcome;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.units.EnergyPrice;
import org.mlsysim.api.units.Money;
import org.mlsysim.core.economics.EconomicsModel.EconomicsResult;
import org.mlsysim.core.form.FleetUse;

/**
 * The grid on which a fleet's cost and a price on its carbon are least together.
 *
 * <pre>objective_r = TCO_r + tax · C_r</pre>
 *
 * <p>A fleet without a price is compared by its energy cost: purchase and maintenance are the same
 * on every grid, so the order is right. Ties go to the smaller carbon, then to the id.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which grid region minimises the cost of a fleet plus a price on its carbon?",
    walls = {"Capital", "Sustainability"},
    equation = "min over r: TCO_r + tax · C_r",
    sources = {
      "Barroso, Hölzle, Ranganathan (2018), The Datacenter as a Computer, 3rd ed.",
      "Patterson et al. (2021), Carbon Emissions and Large Neural Network Training,"
          + " arXiv 2104.10350"
    })
public final class PlacementOptimizer
    extends BaseOptimizer<PlacementOptimizer.Inputs, PlacementOptimizer.PlacementOptimizerResult> {

  /** What the optimizer requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the fleet") Fleet fleet,
      @Port(doc = "days of use", unit = "d", range = "[0, inf)") Quantity<Time> durationDays,
      @Port(doc = "grids to choose from", defaultValue = "US_Avg, Quebec, Iowa")
          List<GridProfile> regions,
      @Port(
              doc = "price of a tonne of carbon, in USD; mid range of published social costs",
              defaultValue = "100",
              range = "[0, inf)")
          double carbonTaxPerTon,
      @Port(doc = "utilisation", defaultValue = "1", range = "[0, 1]") double mfu,
      @Port(
              doc = "price of electricity everywhere; each grid's own when absent",
              unit = "USD/kWh",
              range = "[0, inf)")
          Optional<Quantity<EnergyPrice>> kwhPrice,
      @Port(
              doc = "years over which the purchase is written off",
              unit = "year",
              defaultValue = "3 year",
              range = "(0, 50]")
          Quantity<Time> amortizationYears,
      @Port(
              doc = "what is bought over the price of the accelerators",
              defaultValue = "1",
              range = "[1, 10]")
          double infrastructureMultiplier,
      @Port(
              doc = "price of one accelerator; that on record when absent",
              unit = "USD",
              range = "[0, inf)")
          Optional<Quantity<Money>> unitCost,
      @Port(doc = "IT power over accelerator power", defaultValue = "1", range = "[1, 3]")
          double itRatio,
      @Port(
              doc = "emissions of making one accelerator; charged where given",
              unit = "kg",
              range = "[0, inf)")
          Optional<Quantity<Mass>> embodiedCarbonPerDevice,
      @Port(doc = "charge the emissions on record where none are given", defaultValue = "false")
          boolean includeEmbodied,
      @Port(
              doc = "years from purchase to retirement",
              unit = "year",
              defaultValue = "4 year",
              range = "(0, 50]")
          Quantity<Time> serviceLifeYears) {

    public Inputs {
      regions = List.copyOf(regions);
      PricedRegions.check(regions);
      FleetUse.check(
          fleet, Optional.empty(), Optional.empty(), embodiedCarbonPerDevice, includeEmbodied);
    }

    /** Names the inputs one by one; all but fleet and duration have defaults. */
    public static PlacementOptimizerInputsBuilder builder() {
      return new PlacementOptimizerInputsBuilder();
    }

    EconomicsModel.Inputs at(GridProfile region) {
      return new EconomicsModel.Inputs(
          fleet,
          durationDays,
          kwhPrice,
          Optional.empty(),
          Optional.of(region),
          region,
          mfu,
          amortizationYears,
          infrastructureMultiplier,
          unitCost,
          itRatio,
          embodiedCarbonPerDevice,
          includeEmbodied,
          serviceLifeYears);
    }
  }

  /** A choice. */
  public record Placed(@Port(doc = "id of the grid") String region) {}

  /** A region with what it costs and emits. */
  public record Candidate(
      @Port(doc = "id of the grid") String region,
      @Port(doc = "total cost of ownership", unit = "USD") Optional<Quantity<Money>> tco,
      @Port(doc = "carbon footprint", unit = "t") Quantity<Mass> carbon,
      @Port(doc = "power usage effectiveness") double pue,
      @Port(doc = "cost and priced carbon", unit = "USD") Quantity<Money> objective) {}

  /** What the optimizer produces. */
  public record PlacementOptimizerResult(
      @Port(doc = "cost and priced carbon of the winner, in USD") Optional<Double> objectiveValue,
      @Port(doc = "tco_plus_carbon, or energy_plus_carbon without a price of the accelerator")
          String objectiveName,
      @Port(doc = "unit of the objective") String objectiveUnit,
      @Port(doc = "which way is better") Direction direction,
      @Port(doc = "the winner") Optional<Placed> bestConfig,
      @Port(doc = "regions evaluated") int totalSearched,
      @Port(doc = "regions that cannot be; none") int candidatesInfeasible,
      @Port(doc = "regions whose evaluation failed; none") int candidatesFailed,
      @Port(doc = "the winner's id") String bestRegion,
      @Port(doc = "least TCO of all regions", unit = "USD") Optional<Quantity<Money>> lowestTco,
      @Port(doc = "TCO of the winner", unit = "USD") Optional<Quantity<Money>> bestTco,
      @Port(doc = "carbon footprint of the winner", unit = "t") Quantity<Mass> carbonFootprint,
      @Port(doc = "power usage effectiveness of the winner") double pue,
      @Port(doc = "whether the accelerator has a price") boolean priced,
      @Port(doc = "all regions, best first") List<Candidate> topCandidates,
      @Port(doc = "what to know before trusting the ranking") List<String> caveats)
      implements OptimizerResult {

    public PlacementOptimizerResult {
      topCandidates = List.copyOf(topCandidates);
      caveats = List.copyOf(caveats);
    }
  }

  public PlacementOptimizer() {
    super(MethodHandles.lookup(), Inputs.class, PlacementOptimizerResult.class);
  }

  @Override
  public PlacementOptimizerResult search(Inputs inputs, Search search) {
    SearchOutcome<GridProfile, EconomicsResult> outcome =
        PricedRegions.rank(search, inputs.regions(), inputs::at, inputs.carbonTaxPerTon());
    List<Candidate> candidates = PricedRegions.candidates(outcome);
    Candidate best = candidates.get(0);
    EconomicsResult economics = outcome.top().get(0).evaluation();
    return new PlacementOptimizerResult(
        Optional.of(outcome.top().get(0).objective()),
        PricedRegions.objectiveName(economics),
        "USD",
        OptimizerResult.Direction.MINIMIZE,
        Optional.of(new Placed(best.region())),
        outcome.searched(),
        outcome.infeasibleCount(),
        outcome.failedCount(),
        best.region(),
        candidates.stream()
            .flatMap(each -> each.tco().stream())
            .min(Comparator.comparingDouble(tco -> in(USD, tco))),
        best.tco(),
        best.carbon(),
        best.pue(),
        economics.priced(),
        candidates,
        PricedRegions.caveats(outcome, inputs::at));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, PlacementOptimizerResult result) {
    return PlacementTerms.explain(inputs, result);
  }
}

package org.mlsysim.core.economics;

import static org.mlsysim.api.units.Units.DAY;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseOptimizer;
import org.mlsysim.api.OptimizerResult;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.Search;
import org.mlsysim.api.SearchOutcome;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.units.Money;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.economics.EconomicsModel.EconomicsResult;
import org.mlsysim.core.economics.PlacementOptimizer.Candidate;
import org.mlsysim.core.economics.PlacementOptimizer.Placed;
import org.mlsysim.core.form.FleetUse;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.economics.Placement;

/**
 * Where a run of a given IT energy belongs, with a price on carbon and without.
 *
 * <pre>T = E_it / P_it;  objective_r = TCO_r(T) + price · C_r(T)</pre>
 *
 * <p>The run lasts as long as the fleet takes for the energy. Every region is evaluated once, as
 * {@link PlacementOptimizer} does, and ranked by both objectives.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which region wins with and without a carbon price, for a run of fixed IT energy?",
    equation = "min over r: TCO_r(T) + price · C_r(T); T = E_it / P_it",
    sources = "Barroso, Hölzle, Ranganathan (2018), The Datacenter as a Computer, 3rd ed.")
public final class CarbonPricedPlacementModel
    extends BaseOptimizer<
        CarbonPricedPlacementModel.Inputs, CarbonPricedPlacementModel.CarbonPricedPlacementResult> {

  /** What the optimizer requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the fleet") Fleet fleet,
      @Port(doc = "IT energy of the run", unit = "kWh", range = "(0, inf)")
          Quantity<Energy> itEnergy,
      @Port(doc = "grids to choose from") List<GridProfile> regions,
      @Port(doc = "price of a tonne of carbon, in USD", range = "[0, inf)")
          double carbonPricePerTon,
      @Port(doc = "utilisation", range = "[0, 1]") double mfu,
      @Port(doc = "grid of the reference; without effect") Optional<GridProfile> referenceGrid) {

    public Inputs {
      regions = List.copyOf(regions);
      PricedRegions.check(regions);
      FleetUse.check(fleet, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** Names the inputs one by one; all but the reference grid are required. */
    public static CarbonPricedPlacementModelInputsBuilder builder() {
      return new CarbonPricedPlacementModelInputsBuilder();
    }

    EconomicsModel.Inputs at(GridProfile region, Quantity<Time> duration) {
      return EconomicsModel.Inputs.builder()
          .fleet(fleet)
          .durationDays(duration)
          .grid(region)
          .defaultGrid(region)
          .mfu(mfu)
          .build();
    }
  }

  /** What the optimizer produces. */
  public record CarbonPricedPlacementResult(
      @Port(doc = "cost and priced carbon of the winner, in USD") Optional<Double> objectiveValue,
      @Port(doc = "tco_plus_carbon, or energy_plus_carbon without a price of the accelerator")
          String objectiveName,
      @Port(doc = "unit of the objective") String objectiveUnit,
      @Port(doc = "which way is better") Direction direction,
      @Port(doc = "the winner") Optional<Placed> bestConfig,
      @Port(doc = "regions evaluated") int totalSearched,
      @Port(doc = "regions that cannot be; none") int candidatesInfeasible,
      @Port(doc = "regions whose evaluation failed; none") int candidatesFailed,
      @Port(doc = "days that the run lasts", unit = "d") Quantity<Time> durationDays,
      @Port(doc = "id of the winner") String bestRegion,
      @Port(doc = "id of the winner without a price on carbon") String bestRegionUntaxed,
      @Port(doc = "cost and priced carbon by region", unit = "USD")
          Map<String, Quantity<Money>> objective,
      @Port(doc = "cost alone by region", unit = "USD")
          Map<String, Quantity<Money>> objectiveUntaxed,
      @Port(doc = "all regions, best first") List<Candidate> topCandidates,
      @Port(doc = "what to know before trusting the ranking") List<String> caveats)
      implements OptimizerResult {

    public CarbonPricedPlacementResult {
      objective = Tables.copyOf(objective);
      objectiveUntaxed = Tables.copyOf(objectiveUntaxed);
      topCandidates = List.copyOf(topCandidates);
      caveats = List.copyOf(caveats);
    }
  }

  public CarbonPricedPlacementModel() {
    super(MethodHandles.lookup(), Inputs.class, CarbonPricedPlacementResult.class);
  }

  @Override
  public CarbonPricedPlacementResult search(Inputs inputs, Search search) {
    Quantity<Time> duration = duration(inputs);
    Function<GridProfile, EconomicsModel.Inputs> at = region -> inputs.at(region, duration);
    SearchOutcome<GridProfile, EconomicsResult> taxed =
        PricedRegions.rank(search, inputs.regions(), at, inputs.carbonPricePerTon());
    Map<String, Quantity<Money>> untaxed = PricedRegions.objectives(taxed, 0);
    String best = taxed.top().get(0).config().id();
    return new CarbonPricedPlacementResult(
        Optional.of(taxed.top().get(0).objective()),
        PricedRegions.objectiveName(taxed.top().get(0).evaluation()),
        "USD",
        OptimizerResult.Direction.MINIMIZE,
        Optional.of(new Placed(best)),
        taxed.searched(),
        taxed.infeasibleCount(),
        taxed.failedCount(),
        duration,
        best,
        untaxed.keySet().iterator().next(),
        PricedRegions.objectives(taxed, inputs.carbonPricePerTon()),
        untaxed,
        PricedRegions.candidates(taxed),
        PricedRegions.caveats(taxed, at));
  }

  private static Quantity<Time> duration(Inputs inputs) {
    GridProfile any = inputs.regions().get(0);
    double power = inputs.at(any, of(0, DAY)).use().footprint().itPower();
    if (!(power > 0)) {
      throw BadInputException.refused(
          "fleet.node.accelerator.tdp",
          Units.number(power) + " W",
          "a fleet that draws no power never uses it_energy.");
    }
    double seconds = Placement.durationOf(in(JOULE, inputs.itEnergy()), power);
    return of(Units.convert(seconds, SECOND, DAY), DAY);
  }
}

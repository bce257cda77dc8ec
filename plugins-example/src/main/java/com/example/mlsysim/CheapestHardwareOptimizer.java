package com.example.mlsysim;

import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import org.mlsysim.api.BaseOptimizer;
import org.mlsysim.api.OptimizerResult;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.Search;
import org.mlsysim.api.SearchOutcome;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.Units;

/**
 * The cheapest registered device that computes fast enough.
 *
 * <pre>min price(h) over registered h, subject to P(h) &ge; P*</pre>
 *
 * <p>P is the peak rate of the record [FLOP/s], P* the rate asked for. A device without a price
 * cannot be compared and counts as infeasible. Of devices at one price the first by id wins.
 */
@ResolverInfo(
    question = "Which registered device is the cheapest that computes fast enough?",
    equation = "min price(h), P(h) >= P*")
public final class CheapestHardwareOptimizer
    extends BaseOptimizer<
        CheapestHardwareOptimizer.Inputs, CheapestHardwareOptimizer.CheapestHardwareResult> {

  /** What the optimizer requires. */
  @Buildable
  public record Inputs(
      @Port(unit = "FLOP/s", range = "[0, inf)", doc = "peak rate that the device must reach")
          Quantity<ComputeRate> minimumFlops,
      @Port(defaultValue = "false", doc = "throw when no device will do") boolean raiseErrors) {}

  /** What the optimizer produces. */
  public record CheapestHardwareResult(
      @Port(doc = "price of the best device, in USD") Optional<Double> objectiveValue,
      @Port(doc = "what is minimised") String objectiveName,
      @Port(doc = "its unit") String objectiveUnit,
      @Port(doc = "whether more or less is better") Direction direction,
      @Port(doc = "cheapest device") Optional<HardwareNode> bestConfig,
      @Port(doc = "registered devices") int totalSearched,
      @Port(doc = "devices that are too slow or have no price") int candidatesInfeasible,
      @Port(doc = "devices that could not be evaluated") int candidatesFailed,
      @Port(doc = "cheapest few, cheapest first") List<HardwareNode> topCandidates,
      @Port(verdict = true, doc = "whether any device will do") boolean feasible)
      implements OptimizerResult {
    public CheapestHardwareResult {
      topCandidates = List.copyOf(topCandidates);
    }

    @Override
    public List<String> reasons() {
      return feasible
          ? List.of()
          : List.of(
              ("No hardware meets the requirement: each of the %d registered devices is too slow or"
                      + " has no price.")
                  .formatted(totalSearched));
    }
  }

  public CheapestHardwareOptimizer() {
    super(MethodHandles.lookup(), Inputs.class, CheapestHardwareResult.class);
  }

  @Override
  public CheapestHardwareResult search(Inputs inputs, Search search) {
    SearchOutcome<HardwareNode, HardwareNode> outcome =
        search
            .over(search.catalog(HardwareNode.class).all())
            .evaluatedBy(hardware -> hardware)
            .infeasibleWhen(hardware -> objection(hardware, inputs))
            .minimize(hardware -> in(USD, hardware.unitCost().orElseThrow()));
    List<HardwareNode> top = outcome.top().stream().map(SearchOutcome.Candidate::config).toList();
    return new CheapestHardwareResult(
        outcome.best().map(SearchOutcome.Candidate::objective),
        "unit_cost",
        "USD",
        OptimizerResult.Direction.MINIMIZE,
        top.stream().findFirst(),
        outcome.searched(),
        outcome.infeasibleCount(),
        outcome.failedCount(),
        top,
        !top.isEmpty());
  }

  private static Optional<String> objection(HardwareNode hardware, Inputs inputs) {
    Quantity<ComputeRate> peak = hardware.compute().peakFlops();
    if (in(FLOP_PER_SECOND, peak) < in(FLOP_PER_SECOND, inputs.minimumFlops())) {
      return Optional.of("it computes %s at most".formatted(Units.text(peak)));
    }
    return hardware.unitCost().isPresent() ? Optional.empty() : Optional.of("it has no price");
  }
}

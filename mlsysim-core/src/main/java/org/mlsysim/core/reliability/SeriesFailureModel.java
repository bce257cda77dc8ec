package org.mlsysim.core.reliability;

import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.reliability.FailureRate;

/**
 * Mean time between failures of a job built from unlike components that must all work.
 *
 * <pre>MTBF = 1 / (n Σ count_k / devices per node / MTTF_k)</pre>
 *
 * <p>Independent components with constant failure rates; one failure stops the job.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How often does a job built from unlike components fail?",
    equation = "MTBF = 1 / (n Σ count_k / devices_per_node / MTTF_k)",
    sources = "Exponential lifetimes: the rates of independent parts add up")
public final class SeriesFailureModel
    extends BaseModel<SeriesFailureModel.Inputs, SeriesFailureModel.SeriesFailureResult> {
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "devices of the job", range = "[1, inf)") int nDevices,
      @Port(doc = "devices of a node", range = "[1, inf)") int devicesPerNode,
      @Port(doc = "mean time to failure of each component", unit = "h", range = "(0, inf)")
          Map<String, Quantity<Time>> componentMttf,
      @Port(doc = "how many of each stand in a node, same names", range = "[0, inf)")
          Map<String, Integer> perNode) {

    public Inputs {
      componentMttf = Tables.copyOf(componentMttf);
      perNode = Tables.copyOf(perNode);
      if (!componentMttf.keySet().equals(perNode.keySet())) {
        boolean fewer = perNode.keySet().containsAll(componentMttf.keySet());
        throw BadInputException.conflict(
            fewer ? "component_mttf" : "per_node",
            "component_mttf names %s, but per_node names %s; both must name the same."
                .formatted(componentMttf.keySet(), perNode.keySet()));
      }
    }

    /** Names the inputs one by one. */
    public static SeriesFailureModelInputsBuilder builder() {
      return new SeriesFailureModelInputsBuilder();
    }
  }

  /** What the model produces; rates are per hour. */
  public record SeriesFailureResult(
      @Port(doc = "failures an hour that each component adds to a device")
          Map<String, Double> componentRates,
      @Port(doc = "failures of a device an hour") double deviceRate,
      @Port(doc = "failures of the job an hour") double systemRate,
      @Port(unit = "s", doc = "mean time between failures; absent where nothing can fail")
          Optional<Quantity<Time>> mtbf,
      @Port(doc = "failures of the job a day") double failuresPerDay,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public SeriesFailureResult {
      caveats = List.copyOf(caveats);
    }
  }

  public SeriesFailureModel() {
    super(MethodHandles.lookup(), Inputs.class, SeriesFailureResult.class);
  }

  @Override
  public SeriesFailureResult solve(Inputs inputs) {
    Map<String, Double> rates =
        Tables.map(
            inputs.componentMttf(),
            (component, mttf) ->
                FailureRate.of(
                    Objects.requireNonNull(inputs.perNode().get(component)).doubleValue()
                        / inputs.devicesPerNode(),
                    in(SECOND, mttf)));
    double device = 0;
    for (double rate : rates.values()) {
      device += rate;
    }
    double system = inputs.nDevices() * device;
    return new SeriesFailureResult(
        Tables.each(rates, rate -> rate * HOUR),
        device * HOUR,
        system * HOUR,
        Forms.quantity(FailureRate.meanTimeBetweenFailures(system), SECOND),
        system * DAY,
        List.of("Rates are constant, and one failure stops the whole job."));
  }
}

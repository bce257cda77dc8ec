package org.mlsysim.core.reliability;

import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.physics.reliability.FailureRate;

/**
 * How often one of many identical components fails.
 *
 * <pre>interval = MTBF / N</pre>
 *
 * <p>Independent components with constant failure rates.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How often does one of N identical components fail?",
    equation = "interval = MTBF / N",
    sources = "Exponential lifetimes: the rates of independent parts add up")
public final class FailureIntervalModel
    extends BaseModel<FailureIntervalModel.Inputs, FailureIntervalModel.FailureIntervalResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "mean time between failures of one component", unit = "h", range = "(0, inf)")
          Quantity<Time> componentMtbf,
      @Port(doc = "how many of them", range = "[1, inf)") int nComponents,
      @Port(doc = "duration of the run", unit = "s", range = "[0, inf)")
          Quantity<Time> runDuration) {

    /** Names the inputs one by one. */
    public static FailureIntervalModelInputsBuilder builder() {
      return new FailureIntervalModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record FailureIntervalResult(
      @Port(unit = "s", doc = "mean time between failures of all") Quantity<Time> interval,
      @Port(doc = "failures expected in the run") double expectedFailures,
      @Port(doc = "failures expected in a day") double failuresPerDay,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public FailureIntervalResult {
      caveats = List.copyOf(caveats);
    }
  }

  public FailureIntervalModel() {
    super(MethodHandles.lookup(), Inputs.class, FailureIntervalResult.class);
  }

  @Override
  public FailureIntervalResult solve(Inputs inputs) {
    double interval =
        FailureRate.interval(in(SECOND, inputs.componentMtbf()), inputs.nComponents());
    return new FailureIntervalResult(
        of(interval, SECOND),
        FailureRate.expectedFailures(in(SECOND, inputs.runDuration()), interval),
        FailureRate.perDay(interval),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, FailureIntervalResult result) {
    return List.of(
        new Explanation(
            "interval",
            in(SECOND, result.interval()),
            "s",
            List.of(
                Term.given(
                    "life of one component", "MTBF", in(SECOND, inputs.componentMtbf()), "s"),
                Term.given("components", "N", inputs.nComponents(), ""))));
  }
}

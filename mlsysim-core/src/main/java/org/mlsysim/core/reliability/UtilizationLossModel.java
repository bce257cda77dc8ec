package org.mlsysim.core.reliability;

import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.USD_PER_SECOND;
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
import org.mlsysim.api.units.Money;
import org.mlsysim.api.units.MoneyRate;
import org.mlsysim.physics.reliability.Goodput;

/**
 * What money a fall of utilization leaves idle.
 *
 * <pre>loss = n · rate · (healthy - degraded) · duration</pre>
 *
 * <p>Negative when utilization rose.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What money does a fall of utilization leave idle?",
    equation = "loss = n · rate · (healthy - degraded) · duration",
    sources = "First principles: idle share of what is paid for")
public final class UtilizationLossModel
    extends BaseModel<UtilizationLossModel.Inputs, UtilizationLossModel.UtilizationLossResult> {
  private static final double DAY = 86_400;

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "accelerators that are paid for", range = "[1, inf)") int nDevices,
      @Port(doc = "price of one accelerator", unit = "USD/h", range = "[0, inf)")
          Quantity<MoneyRate> deviceHourRate,
      @Port(doc = "utilization before", range = "[0, 1]") double healthyUtilization,
      @Port(doc = "utilization now", range = "[0, 1]") double degradedUtilization,
      @Port(doc = "how long it lasts", unit = "s", range = "[0, inf)") Quantity<Time> duration) {

    /** Names the inputs one by one. */
    public static UtilizationLossModelInputsBuilder builder() {
      return new UtilizationLossModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record UtilizationLossResult(
      @Port(unit = "USD", doc = "price of the fleet for a day") Quantity<Money> fleetCostPerDay,
      @Port(unit = "USD", doc = "what stands idle in a day") Quantity<Money> lossPerDay,
      @Port(unit = "USD", doc = "what stands idle in the whole time") Quantity<Money> lossTotal,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public UtilizationLossResult {
      caveats = List.copyOf(caveats);
    }
  }

  public UtilizationLossModel() {
    super(MethodHandles.lookup(), Inputs.class, UtilizationLossResult.class);
  }

  @Override
  public UtilizationLossResult solve(Inputs inputs) {
    double rate = in(USD_PER_SECOND, inputs.deviceHourRate());
    double loss =
        Goodput.utilizationLossRate(
            inputs.nDevices(), rate, inputs.healthyUtilization(), inputs.degradedUtilization());
    return new UtilizationLossResult(
        of(inputs.nDevices() * rate * DAY, USD),
        of(loss * DAY, USD),
        of(loss * in(SECOND, inputs.duration()), USD),
        loss < 0 ? List.of("Utilization rose, so the loss is negative: a gain.") : List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, UtilizationLossResult result) {
    return List.of(
        new Explanation(
            "loss_total",
            in(USD, result.lossTotal()),
            "USD",
            List.of(
                Term.given("accelerators", "n", inputs.nDevices(), ""),
                Term.given(
                    "price of one", "rate", in(USD_PER_SECOND, inputs.deviceHourRate()), "USD/s"),
                Term.given("utilisation before", "u", inputs.healthyUtilization(), ""),
                Term.given("utilisation now", "u'", inputs.degradedUtilization(), ""),
                Term.given("duration", "T", in(SECOND, inputs.duration()), "s"))));
  }
}

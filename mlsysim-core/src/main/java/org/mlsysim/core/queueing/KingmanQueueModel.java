package org.mlsysim.core.queueing;

import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.queueing.Kingman;

/**
 * What queueing costs at two utilisations of one server.
 *
 * <pre>v = (c_a + c_s) / 2;  W = S · v · rho / (1 - rho)</pre>
 *
 * <p>An approximation for heavy traffic; exact for M/M/1 and, with c_a = 1, for M/G/1.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does queueing at two utilisations cost?",
    equation = "W = S · (c_a + c_s) / 2 · rho / (1 - rho)",
    sources =
        "Kingman (1961), The Single Server Queue in Heavy Traffic, Proc. Cambridge Phil. Soc."
            + " 57(4)")
public final class KingmanQueueModel
    extends BaseModel<KingmanQueueModel.Inputs, KingmanQueueModel.KingmanQueueResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "mean time of service", unit = "s", range = "(0, inf)") Quantity<Time> service,
      @Port(
              doc = "squared coefficient of variation of the times between arrivals",
              range = "[0, inf)")
          double arrivalScv,
      @Port(doc = "squared coefficient of variation of the service times", range = "[0, inf)")
          double serviceScv,
      @Port(doc = "one utilisation", range = "[0, 1)") double low,
      @Port(doc = "the other", range = "[0, 1)") double high,
      @Port(doc = "cost of one that waits", unit = "USD/s", range = "[0, inf)")
          Quantity<MoneyRate> holdingRate) {

    /** Names the inputs one by one; all are required. */
    public static KingmanQueueModelInputsBuilder builder() {
      return new KingmanQueueModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record KingmanQueueResult(
      @Port(doc = "mean of the two variations") double variability,
      @Port(doc = "mean wait at low", unit = "s") Quantity<Time> waitLow,
      @Port(doc = "mean wait at high", unit = "s") Quantity<Time> waitHigh,
      @Port(doc = "cost of the wait at low", unit = "USD") Quantity<Money> holdingLow,
      @Port(doc = "cost of the wait at high", unit = "USD") Quantity<Money> holdingHigh,
      @Port(doc = "wait at high over wait at low; absent when nobody waits at low")
          Optional<Double> waitRatio,
      @Port(doc = "throughput at high over that at low, less one; absent when low is 0")
          Optional<Double> throughputGain,
      @Port(doc = "utilisation at which the wait equals the service") double unitWaitUtilization,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public KingmanQueueResult {
      caveats = List.copyOf(caveats);
    }
  }

  public KingmanQueueModel() {
    super(MethodHandles.lookup(), Inputs.class, KingmanQueueResult.class);
  }

  @Override
  public KingmanQueueResult solve(Inputs inputs) {
    Kingman.Comparison comparison =
        Kingman.compare(
            in(SECOND, inputs.service()),
            inputs.arrivalScv(),
            inputs.serviceScv(),
            inputs.low(),
            inputs.high(),
            in(Units.USD_PER_SECOND, inputs.holdingRate()));
    return new KingmanQueueResult(
        comparison.variability(),
        of(comparison.waitLow(), SECOND),
        of(comparison.waitHigh(), SECOND),
        of(comparison.holdingLow(), USD),
        of(comparison.holdingHigh(), USD),
        Forms.value(comparison.waitRatio()),
        Forms.value(comparison.throughputGain()),
        comparison.unitWaitUtilization(),
        caveats(comparison));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, KingmanQueueResult result) {
    Term variability =
        Term.computed(
            "variability",
            "v",
            "(c_a + c_s) / 2",
            result.variability(),
            "",
            Term.given("of the arrivals", "c_a", inputs.arrivalScv(), ""),
            Term.given("of the service", "c_s", inputs.serviceScv(), ""));
    Term service = Term.given("mean service", "s", in(SECOND, inputs.service()), "s");
    return List.of(
        new Explanation(
            "wait_low",
            in(SECOND, result.waitLow()),
            "s",
            List.of(
                Term.computed(
                    "wait",
                    "w",
                    "s · v · rho / (1 - rho)",
                    in(SECOND, result.waitLow()),
                    "s",
                    service,
                    variability,
                    Term.given("utilisation", "rho", inputs.low(), "")))),
        new Explanation(
            "wait_high",
            in(SECOND, result.waitHigh()),
            "s",
            List.of(
                Term.computed(
                    "wait",
                    "w",
                    "s · v · rho / (1 - rho)",
                    in(SECOND, result.waitHigh()),
                    "s",
                    service,
                    variability,
                    Term.given("utilisation", "rho", inputs.high(), "")))));
  }

  private static List<String> caveats(Kingman.Comparison comparison) {
    List<String> caveats = new ArrayList<>();
    if (Double.isNaN(comparison.waitRatio())) {
      caveats.add("Nobody waits at low; no wait_ratio.");
    }
    if (Double.isNaN(comparison.throughputGain())) {
      caveats.add("low is 0; no throughput_gain.");
    }
    return caveats;
  }
}

package org.mlsysim.core.economics;

import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.in;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Frequency;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.economics.DedicatedBreakEven;

/**
 * Owned serving capacity against an API that bills by the token: the load above which owning is
 * cheaper.
 *
 * <pre>
 * P = p_out + r · ((1 - c) · p_in + c · p_cached)
 * crossing = F / (R · (P - v) / 1e6)
 * </pre>
 *
 * <p>Prices are USD for a million tokens and costs USD an hour, as price lists state them.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Above which load is owned serving capacity cheaper than an API?",
    equation =
        "crossing = F / (R · (P - v) / 1e6); P = p_out + r · ((1 - c) · p_in + c · p_cached)")
public final class DedicatedBreakEvenModel
    extends BaseModel<
        DedicatedBreakEvenModel.Inputs, DedicatedBreakEvenModel.DedicatedBreakEvenResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "input tokens for each output token", range = "[0, inf)") double inputPerOutput,
      @Port(doc = "share of the input tokens found in the cache", range = "[0, 1]")
          double cachedFraction,
      @Port(doc = "price of a million input tokens, in USD", range = "[0, inf)") double inputPrice,
      @Port(doc = "price of a million cached input tokens, in USD", range = "[0, inf)")
          double cachedPrice,
      @Port(doc = "price of a million output tokens, in USD", range = "[0, inf)")
          double outputPrice,
      @Port(doc = "cost of the owned capacity, in USD an hour", range = "[0, inf)")
          double fixedPerHour,
      @Port(doc = "what it adds for a million output tokens, in USD", range = "[0, inf)")
          double variablePrice,
      @Port(doc = "output tokens a second at full load", unit = "1/s", range = "(0, inf)")
          Quantity<Frequency> referenceRate,
      @Port(doc = "share of that rate", range = "[0, 1]") double load) {

    /** Names the inputs one by one; all are required. */
    public static DedicatedBreakEvenModelInputsBuilder builder() {
      return new DedicatedBreakEvenModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record DedicatedBreakEvenResult(
      @Port(doc = "price of a million input tokens with the cache, in USD")
          double weightedInputPrice,
      @Port(doc = "price of a million output tokens with all they bring along, in USD")
          double apiPrice,
      @Port(doc = "output tokens of an hour at full load") double referenceHourTokens,
      @Port(doc = "output tokens of an hour at the load given") double deliveredHourTokens,
      @Port(doc = "cost of the API, in USD an hour") double apiHour,
      @Port(doc = "cost of the owned capacity, in USD an hour") double dedicatedHour,
      @Port(doc = "load above which owning is cheaper; absent when it never is")
          Optional<Double> crossing,
      @Port(doc = "API less owned capacity, in USD an hour") double savingHour,
      @Port(doc = "the API's price without a cache, in USD") double apiPriceNoCache,
      @Port(doc = "crossing without a cache; absent when owning never pays")
          Optional<Double> crossingNoCache,
      @Port(doc = "whether there is a crossing within the capacity") boolean crossingReachable,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public DedicatedBreakEvenResult {
      caveats = List.copyOf(caveats);
    }
  }

  public DedicatedBreakEvenModel() {
    super(MethodHandles.lookup(), Inputs.class, DedicatedBreakEvenResult.class);
  }

  @Override
  public DedicatedBreakEvenResult solve(Inputs inputs) {
    DedicatedBreakEven.Comparison comparison =
        DedicatedBreakEven.of(
            new DedicatedBreakEven.Inputs(
                inputs.inputPerOutput(),
                inputs.cachedFraction(),
                inputs.inputPrice(),
                inputs.cachedPrice(),
                inputs.outputPrice(),
                inputs.fixedPerHour(),
                inputs.variablePrice(),
                in(PER_SECOND, inputs.referenceRate()),
                inputs.load()));
    return new DedicatedBreakEvenResult(
        comparison.weightedInputPricePerMillion(),
        comparison.apiPricePerMillion(),
        comparison.referenceHourTokens(),
        comparison.deliveredHourTokens(),
        comparison.apiPerHour(),
        comparison.dedicatedPerHour(),
        Forms.value(comparison.crossing()),
        comparison.savingPerHour(),
        comparison.apiPriceNoCachePerMillion(),
        Forms.value(comparison.crossingNoCache()),
        comparison.crossingReachable(),
        caveats(comparison));
  }

  private static List<String> caveats(DedicatedBreakEven.Comparison comparison) {
    if (Double.isNaN(comparison.crossing())) {
      return List.of("Owned capacity never pays: the API is no dearer than its variable price.");
    }
    return comparison.crossingReachable()
        ? List.of()
        : List.of("The crossing is above 1: the load would exceed the capacity.");
  }
}

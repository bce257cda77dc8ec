package org.mlsysim.core.reliability;

import static org.mlsysim.api.units.Units.USD_PER_SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.MoneyRate;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.reliability.Goodput;

/**
 * Which share of the capacity on offer becomes ideal-rate work, and what each lever is worth.
 *
 * <pre>goodput = S · R · P</pre>
 *
 * <p>S is the share of capacity on which jobs make progress, R the share of a job's time that ends
 * up in saved work, P the share of the ideal rate that the program reaches. Tables are keyed by
 * these letters.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which share of the capacity on offer becomes ideal-rate work?",
    equation = "goodput = S · R · P",
    sources = "Wongpanich et al. (2025), Machine learning fleet efficiency, arXiv 2502.06982")
public final class GoodputModel extends BaseModel<GoodputModel.Inputs, GoodputModel.GoodputResult> {
  private static final List<String> LEVERS = List.of("S", "R", "P");

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "S, share of capacity on which jobs make progress", range = "(0, 1]")
          double scheduling,
      @Port(doc = "R, share of a job's time that ends up in saved work", range = "(0, 1]")
          double runtime,
      @Port(doc = "P, share of the ideal rate that the program reaches", range = "(0, 1]")
          double program,
      @Port(doc = "what S, R and P can reach; any of them", range = "(0, 1]", defaultValue = "")
          Map<String, Double> ceilings,
      @Port(doc = "price of one accelerator", unit = "USD/h", range = "[0, inf)")
          Optional<Quantity<MoneyRate>> deviceHourRate) {

    public Inputs {
      ceilings = Tables.copyOf(ceilings);
      for (String lever : ceilings.keySet()) {
        if (!LEVERS.contains(lever)) {
          throw BadInputException.refused(
              "ceilings", lever, "a ceiling belongs to one of S, R and P.");
        }
      }
    }

    /** Names the inputs one by one; ceilings and the price may be left out. */
    public static GoodputModelInputsBuilder builder() {
      return new GoodputModelInputsBuilder();
    }

    private double factor(String lever) {
      return lever.equals("S") ? scheduling : lever.equals("R") ? runtime : program;
    }
  }

  /** What the model produces; the tables are keyed by S, R and P. */
  public record GoodputResult(
      @Port(doc = "share of capacity that becomes ideal-rate work") double mpg,
      @Port(doc = "the same once a job runs") double jobProduct,
      @Port(doc = "what scheduling leaves") double afterScheduling,
      @Port(doc = "what scheduling and runtime leave") double afterRuntime,
      @Port(doc = "share lost before a job runs") double schedulingShare,
      @Port(doc = "share lost in the runtime") double runtimeShare,
      @Port(doc = "share lost in the program") double programShare,
      @Port(doc = "gain of the product for each point of a factor") Map<String, Double> pointValue,
      @Port(doc = "ceiling over factor") Map<String, Double> ceilingRatio,
      @Port(doc = "gain of the product when the factor reaches its ceiling")
          Map<String, Double> ceilingGain,
      @Port(doc = "product when the factor reaches its ceiling") Map<String, Double> mpgAtCeiling,
      @Port(doc = "gain of the product under perfect scheduling") double fullSchedulingGain,
      @Port(doc = "price of useful work against ideal work") double costMultiple,
      @Port(doc = "the same once a job runs") double jobCostMultiple,
      @Port(doc = "gain that a perfect runtime would bring, as a factor less one")
          double runtimeHeadroom,
      @Port(unit = "USD/s", doc = "price of useful time; absent without a price")
          Optional<Quantity<MoneyRate>> usefulRate,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public GoodputResult {
      caveats = List.copyOf(caveats);
    }
  }

  public GoodputModel() {
    super(MethodHandles.lookup(), Inputs.class, GoodputResult.class);
  }

  @Override
  public GoodputResult solve(Inputs inputs) {
    Goodput.Account account = Goodput.of(inputs.scheduling(), inputs.runtime(), inputs.program());
    Map<String, Double> points = new LinkedHashMap<>();
    points.put("S", account.schedulingPoint());
    points.put("R", account.runtimePoint());
    points.put("P", account.programPoint());
    Map<String, Double> gains =
        Tables.map(
            inputs.ceilings(),
            (lever, ceiling) ->
                Goodput.ceilingGain(
                    inputs.factor(lever), ceiling, Objects.requireNonNull(points.get(lever))));
    return new GoodputResult(
        account.product(),
        account.jobProduct(),
        account.afterScheduling(),
        account.afterRuntime(),
        account.schedulingShare(),
        account.runtimeShare(),
        account.programShare(),
        Tables.copyOf(points),
        Tables.map(inputs.ceilings(), (lever, ceiling) -> ceiling / inputs.factor(lever)),
        gains,
        Tables.each(gains, gain -> account.product() + gain),
        account.fullSchedulingGain(),
        account.costMultiple(),
        account.jobCostMultiple(),
        account.runtimeHeadroom(),
        inputs
            .deviceHourRate()
            .map(
                rate ->
                    of(
                        Goodput.usefulRate(in(USD_PER_SECOND, rate), account.product()),
                        USD_PER_SECOND)),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, GoodputResult result) {
    return List.of(
        new Explanation(
            "mpg",
            result.mpg(),
            "",
            List.of(
                Term.given("scheduling", "S", inputs.scheduling(), ""),
                Term.given("runtime", "R", inputs.runtime(), ""),
                Term.given("program", "P", inputs.program(), ""))));
  }
}

package org.mlsysim.core.economics;

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
import org.mlsysim.physics.economics.ResponsibleEngineering;

/**
 * What a privacy budget adds to the time of a training, and coverage of small groups to its data.
 *
 * <pre>k = 1 + a / epsilon;  T' = T · k;  d = 1 / p</pre>
 *
 * <p>The first is a teaching device: no law gives training time as a function of epsilon alone. The
 * second is exact: N samples of a group of prevalence p take N / p draws in expectation.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question =
        "How much longer does training take, and how much more data does it need, under a privacy"
            + " budget and a subgroup-coverage target?",
    walls = "Safety",
    equation = "k = 1 + a / epsilon; T' = T · k; d = 1 / p",
    sources = {
      "Abadi et al. (2016), Deep Learning with Differential Privacy, arXiv 1607.00133",
      "Yousefpour et al. (2021), Opacus, arXiv 2109.12298",
      "Li et al. (2022), Large Language Models Can Be Strong Differentially Private Learners,"
          + " arXiv 2110.05679"
    },
    experimental = true)
public final class ResponsibleEngineeringModel
    extends BaseModel<
        ResponsibleEngineeringModel.Inputs,
        ResponsibleEngineeringModel.ResponsibleEngineeringResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(
              doc = "time of the training without privacy",
              unit = "s",
              range = "[0, inf)",
              aliases = "training_time")
          Quantity<Time> baseTrainingTime,
      @Port(doc = "privacy budget", defaultValue = "1", range = "(0, inf)") double epsilon,
      @Port(
              doc = "probability that the budget does not hold; echoed",
              defaultValue = "1e-5",
              range = "(0, 1)")
          double delta,
      @Port(
              doc = "share of the smallest group in the data",
              defaultValue = "0.01",
              range = "(0, 1]")
          double minSubgroupPrevalence,
      @Port(
              doc = "slowdown of a budget of 1, less one; a teaching value",
              defaultValue = "2",
              range = "[0, 100]")
          double dpSlowdownCoefficient) {

    /** Names the inputs one by one; all but the time have defaults. */
    public static ResponsibleEngineeringModelInputsBuilder builder() {
      return new ResponsibleEngineeringModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record ResponsibleEngineeringResult(
      @Port(doc = "how many times longer the training takes") double dpSlowdownFactor,
      @Port(doc = "the same") double privacyCostRatio,
      @Port(doc = "time of the private training", unit = "s") Quantity<Time> effectiveTrainingTime,
      @Port(doc = "how many times more samples must be drawn") double additionalDataRequirement,
      @Port(doc = "the same") double fairnessDataRatio,
      @Port(doc = "privacy budget given") double epsilon,
      @Port(doc = "probability given") double delta,
      @Port(doc = "prevalence given") double minSubgroupPrevalence,
      @Port(doc = "whether the law is not settled; true") boolean experimental,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public ResponsibleEngineeringResult {
      caveats = List.copyOf(caveats);
    }
  }

  public ResponsibleEngineeringModel() {
    super(MethodHandles.lookup(), Inputs.class, ResponsibleEngineeringResult.class);
  }

  @Override
  public ResponsibleEngineeringResult solve(Inputs inputs) {
    double slowdown =
        ResponsibleEngineering.privacySlowdown(inputs.dpSlowdownCoefficient(), inputs.epsilon());
    double data = ResponsibleEngineering.coverageDataRatio(inputs.minSubgroupPrevalence());
    return new ResponsibleEngineeringResult(
        slowdown,
        slowdown,
        of(in(SECOND, inputs.baseTrainingTime()) * slowdown, SECOND),
        data,
        data,
        inputs.epsilon(),
        inputs.delta(),
        inputs.minSubgroupPrevalence(),
        true,
        List.of(
            "The slowdown is a teaching device; privacy mostly costs accuracy, batch size and"
                + " data.",
            "delta is echoed and does not enter."));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, ResponsibleEngineeringResult result) {
    return List.of(
        new Explanation(
            "effective_training_time",
            in(SECOND, result.effectiveTrainingTime()),
            "s",
            List.of(
                Term.given("time without privacy", "T", in(SECOND, inputs.baseTrainingTime()), "s"),
                Term.computed(
                    "slowdown",
                    "k",
                    "1 + a / epsilon",
                    result.dpSlowdownFactor(),
                    "",
                    Term.given("coefficient", "a", inputs.dpSlowdownCoefficient(), ""),
                    Term.given("privacy budget", "epsilon", inputs.epsilon(), "")))),
        new Explanation(
            "additional_data_requirement",
            result.additionalDataRequirement(),
            "",
            List.of(
                Term.given(
                    "share of the smallest group", "p", inputs.minSubgroupPrevalence(), ""))));
  }
}

package org.mlsysim.core.algorithm;

import static org.mlsysim.api.units.Units.FLOP;
import static org.mlsysim.api.units.Units.PARAMETER;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.units.ParameterCount;
import org.mlsysim.api.units.Units;
import org.mlsysim.physics.algorithm.ComputeOptimal;

/**
 * How to spend a training budget: the compute-optimal parameters and tokens.
 *
 * <pre>C = 6 P D,  D = 20 P,  so P* = sqrt(C / 120)</pre>
 *
 * <p>With a target size the rest of the budget goes into tokens. A budget given as time is
 * accelerator time, counted at 40 % of 989 TFLOP/s. Valid for dense decoders trained on one pass
 * over their tokens.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which model size and how many tokens make the best of a training budget?",
    walls = "Complexity",
    equation = "C = 6 P D; P* = sqrt(C / 120); D* = 20 P*",
    sources = {
      "Hoffmann et al. (2022), Training compute-optimal large language models, arXiv 2203.15556",
      "Kaplan et al. (2020), Scaling laws for neural language models, arXiv 2001.08361"
    })
public final class ScalingModel extends BaseModel<ScalingModel.Inputs, ScalingModel.ScalingResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(
              doc = "operations to spend, or accelerator time that stands for them",
              unit = "FLOP",
              alternativeUnits = "s",
              range = "(0, inf)")
          Quantity<?> computeBudget,
      @Port(
              doc = "parameters of the model; the best size when absent",
              unit = "param",
              range = "(0, inf)")
          Optional<Quantity<ParameterCount>> targetModelSize) {

    /** Names the inputs one by one; the target may be left out. */
    public static ScalingModelInputsBuilder builder() {
      return new ScalingModelInputsBuilder();
    }

    private boolean isTime() {
      return Units.compatible(computeBudget.getUnit(), SECOND);
    }
  }

  /** What the model produces. */
  public record ScalingResult(
      @Port(doc = "parameters to train") double optimalParameters,
      @Port(doc = "tokens to train on") double optimalTokens,
      @Port(unit = "FLOP", doc = "operations of the budget")
          Quantity<Operations> computeBudgetFlops,
      @Port(doc = "tokens for each parameter") double tokensPerParameter,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public ScalingResult {
      caveats = List.copyOf(caveats);
    }
  }

  public ScalingModel() {
    super(MethodHandles.lookup(), Inputs.class, ScalingResult.class);
  }

  @Override
  public ScalingResult solve(Inputs inputs) {
    double budget =
        inputs.isTime()
            ? ComputeOptimal.flopsOfAcceleratorTime(Units.convert(inputs.computeBudget(), SECOND))
            : Units.convert(inputs.computeBudget(), FLOP);
    Optional<Quantity<ParameterCount>> target = inputs.targetModelSize();
    double parameters =
        target.isPresent() ? in(PARAMETER, target.get()) : ComputeOptimal.parameters(budget);
    double tokens =
        target.isPresent()
            ? ComputeOptimal.tokens(budget, parameters)
            : ComputeOptimal.TOKENS_PER_PARAMETER * parameters;
    return new ScalingResult(
        parameters, tokens, of(budget, FLOP), tokens / parameters, caveats(inputs));
  }

  private static List<String> caveats(Inputs inputs) {
    List<String> caveats = new ArrayList<>();
    if (inputs.targetModelSize().isEmpty()) {
      caveats.add("20 tokens for each parameter is a rule of thumb.");
    }
    if (inputs.isTime()) {
      caveats.add("Accelerator time counts 40 % of 989 TFLOP/s, whatever the accelerator is.");
    }
    return caveats;
  }

  @Override
  public List<Explanation> explain(Inputs inputs, ScalingResult result) {
    double flops = in(FLOP, result.computeBudgetFlops());
    Term budget =
        inputs.isTime()
            ? Term.computed(
                "budget",
                "C",
                "t · rate",
                flops,
                "FLOP",
                Term.given(
                    "accelerator time", "t", Units.convert(inputs.computeBudget(), SECOND), "s"),
                Term.given("sustained rate", "rate", ComputeOptimal.ACCELERATOR_RATE, "FLOP/s"))
            : Term.given("budget", "C", flops, "FLOP");
    Term perParameterAndToken =
        Term.given(
                "operations of a parameter and token",
                "6",
                ComputeOptimal.FLOPS_PER_PARAMETER_AND_TOKEN,
                "FLOP")
            .from("Kaplan et al. (2020)");
    Term ratio =
        Term.given("tokens of a parameter", "20", ComputeOptimal.TOKENS_PER_PARAMETER, "")
            .from("Hoffmann et al. (2022)");
    Term parameters = Term.given("parameters", "P", result.optimalParameters(), "");
    return List.of(
        new Explanation(
            "optimal_parameters",
            result.optimalParameters(),
            "",
            inputs.targetModelSize().isPresent()
                ? List.of(parameters)
                : List.of(budget, perParameterAndToken, ratio)),
        new Explanation(
            "optimal_tokens",
            result.optimalTokens(),
            "",
            inputs.targetModelSize().isPresent()
                ? List.of(budget, perParameterAndToken, parameters)
                : List.of(ratio, parameters)));
  }
}

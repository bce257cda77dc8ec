package org.mlsysim.core.algorithm;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.SECOND;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.core.serving.ServingModel.ServingResult;
import org.mlsysim.physics.algorithm.InferenceScaling;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.serving.Serving;

/**
 * Reasoning at inference time: what a chain of thought costs in time, energy and memory.
 *
 * <pre>
 * T = ttft + sum over i &lt; 50 K of step(context + i)
 * E = tdp (0.3 T + 0.7 FLOP / peak)
 * </pre>
 *
 * <p>A step of reasoning is 50 tokens, a judgement. Each token pays the decode step at its own
 * context, so the growing cache is paid for; the cost of the answer does not grow with the tokens.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does a chain of reasoning cost in time, energy and memory?",
    walls = "Reasoning",
    equation = "T = ttft + sum over i < 50 K of step(context + i)",
    sources = {
      "Wei et al. (2022), Chain-of-Thought Prompting, arXiv 2201.11903",
      "Snell et al. (2024), Scaling LLM Test-Time Compute, arXiv 2408.03314",
      "Barroso, Hoelzle (2007), The Case for Energy-Proportional Computing, IEEE Computer 40(12)"
    })
public final class InferenceScalingModel
    extends BaseModel<InferenceScalingModel.Inputs, InferenceScalingModel.InferenceScalingResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the language model", aliases = "workload") Workload model,
      @Port(doc = "the accelerator") HardwareNode hardware,
      @Port(doc = "steps of reasoning, 50 tokens each", defaultValue = "8", range = "[0, inf)")
          int reasoningSteps,
      @Port(doc = "tokens of the prompt", defaultValue = "2048", range = "[1, inf)")
          int contextLength,
      @Port(doc = "number format of weights and cache", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "share of the peak rate that the kernels sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency) {

    /** Names the inputs one by one; all but model and hardware have defaults. */
    public static InferenceScalingModelInputsBuilder builder() {
      return new InferenceScalingModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record InferenceScalingResult(
      @Port(unit = "s", doc = "time of the whole answer") Quantity<Time> totalReasoningTime,
      @Port(unit = "s", doc = "time to first token") Quantity<Time> ttft,
      @Port(unit = "s", doc = "mean time of a token; that after the prompt when there is none")
          Quantity<Time> itl,
      @Port(doc = "tokens generated") long tokensGenerated,
      @Port(doc = "steps of reasoning") int reasoningSteps,
      @Port(unit = "s", doc = "time of one step of reasoning") Quantity<Time> timePerStep,
      @Port(unit = "J", doc = "energy of the answer; 0 where no design power is known")
          Quantity<Energy> energyPerQuery,
      @Port(verdict = true, doc = "whether weights and the final cache fit") boolean feasible,
      @Port(unit = "B", doc = "weights and the final cache") Quantity<DataSize> peakMemoryRequired,
      @Port(doc = "the prompt, served alone") ServingResult servingDetail,
      @Port(doc = "why it does not fit; empty when it does") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public InferenceScalingResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public InferenceScalingModel() {
    super(MethodHandles.lookup(), Inputs.class, InferenceScalingResult.class);
  }

  @Override
  public InferenceScalingResult solve(Inputs inputs) {
    InferenceScaling.Result plain = plain(inputs, Workloads.keepingState("model", inputs.model()));
    Caveats caveats = Caveats.of(inputs.hardware(), inputs.precision(), inputs.efficiency());
    Serving.Result prompt = plain.serving();
    ServingResult detail =
        ServingResult.of(
            prompt,
            prompt.feasible() ? List.of() : List.of(shortfall(inputs, prompt.memoryRequired())),
            caveats.list());
    return new InferenceScalingResult(
        Units.of(plain.totalTime(), SECOND),
        Units.of(plain.ttft(), SECOND),
        Units.of(plain.itl(), SECOND),
        (long) plain.tokens(),
        inputs.reasoningSteps(),
        Units.of(plain.timePerStep(), SECOND),
        Units.of(plain.energy(), JOULE),
        plain.feasible(),
        Units.of(plain.peakMemory(), BYTE),
        detail,
        plain.feasible() ? List.of() : List.of(shortfall(inputs, plain.peakMemory())),
        caveats
            .add("A step of reasoning is taken as 50 tokens.")
            .powerOf(inputs.hardware())
            .list());
  }

  private static InferenceScaling.Result plain(Inputs inputs, WorkloadForm model) {
    return InferenceScaling.solve(
        model,
        Forms.device(inputs.hardware(), inputs.precision()),
        inputs.precision().bytesPerElement(),
        inputs.efficiency(),
        inputs.contextLength(),
        inputs.reasoningSteps());
  }

  private static String shortfall(Inputs inputs, double need) {
    return Shortfall.of(inputs.model().id(), need, inputs.hardware());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, InferenceScalingResult result) {
    WorkloadForm model = Workloads.keepingState("model", inputs.model());
    InferenceScaling.Result plain = plain(inputs, model);
    double decode =
        InferenceScaling.decodeTime(
            model,
            Forms.device(inputs.hardware(), inputs.precision()),
            inputs.precision().bytesPerElement(),
            inputs.efficiency(),
            inputs.contextLength(),
            plain.tokens());
    return List.of(
        new Explanation(
            "total_reasoning_time",
            plain.totalTime(),
            "s",
            List.of(
                Term.given("time to first token", "ttft", plain.ttft(), "s")
                    .from("Pope et al. (2022)"),
                Term.computed(
                        "all tokens, each at its own context",
                        "t_d",
                        "sum over i < tokens of step(context + i)",
                        decode,
                        "s",
                        Term.given("tokens", "tokens", plain.tokens(), ""),
                        Term.given("tokens of the prompt", "context", inputs.contextLength(), ""),
                        Term.given("mean step", "itl", plain.itl(), "s"))
                    .from("Wei et al. (2022)"))));
  }
}

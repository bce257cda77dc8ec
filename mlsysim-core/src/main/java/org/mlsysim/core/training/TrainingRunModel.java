package org.mlsysim.core.training;

import static org.mlsysim.api.units.Units.FLOP;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.TOKEN;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.units.TokenCount;
import org.mlsysim.api.workload.AttentionWorkload;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Tables;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.training.TrainingRun;

/**
 * Wall-clock time of a training run, from all devices at peak to what is delivered.
 *
 * <pre>t = 6 P_a D / (n peak eta_local eta_scaling) (1 + o_1) (1 + o_2) …</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How long does a training run take, once efficiency and overheads are taken off?",
    equation = "t = 6 P_a D / (n peak eta_local eta_scaling) (1 + o_1) (1 + o_2) …",
    sources = {
      "Kaplan et al. (2020), Scaling Laws for Neural Language Models",
      "Hoffmann et al. (2022), Training Compute-Optimal Large Language Models",
      "Narayanan et al. (2021), Efficient Large-Scale Training on GPU Clusters"
    })
public final class TrainingRunModel
    extends BaseModel<TrainingRunModel.Inputs, TrainingRunModel.TrainingRunResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "the fleet") Fleet fleet,
      @Port(doc = "share of the peak that a device sustains", range = "(0, 1]")
          double localEfficiency,
      @Port(doc = "share of that which the fleet sustains", range = "(0, 1]")
          double scalingEfficiency,
      @Port(doc = "shares added to the time, one after the other", range = "[0, inf)")
          Map<String, Double> overheads,
      @Port(doc = "number format of the arithmetic", defaultValue = "fp8") Precision precision,
      @Port(
              doc = "tokens of the run; the model's published ones when absent",
              unit = "token",
              range = "(0, inf)")
          Optional<Quantity<TokenCount>> tokens) {

    public Inputs {
      overheads = Tables.copyOf(overheads);
    }

    /** Names the inputs one by one; precision and tokens can be left out. */
    public static TrainingRunModelInputsBuilder builder() {
      return new TrainingRunModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record TrainingRunResult(
      @Port(unit = "FLOP", doc = "work of the run") Quantity<Operations> totalFlops,
      @Port(unit = "s", doc = "its time with all devices at peak") Quantity<Time> peakTime,
      @Port(unit = "s", doc = "with what a device sustains") Quantity<Time> computeTime,
      @Port(unit = "s", doc = "with what the fleet sustains") Quantity<Time> scaledTime,
      @Port(unit = "s", doc = "after each overhead") Map<String, Quantity<Time>> stageTimes,
      @Port(unit = "s", doc = "after all overheads") Quantity<Time> totalTime,
      @Port(doc = "time at peak over the time delivered") double deliveredFraction,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public TrainingRunResult {
      stageTimes = Tables.copyOf(stageTimes);
      caveats = List.copyOf(caveats);
    }
  }

  public TrainingRunModel() {
    super(MethodHandles.lookup(), Inputs.class, TrainingRunResult.class);
  }

  @Override
  public TrainingRunResult solve(Inputs inputs) {
    double flops =
        TrainingRun.flops(
            Workloads.counted("model", inputs.model()).activeParametersOrAll(), tokens(inputs));
    double devices = inputs.fleet().acceleratorTotal();
    double peakRate = Forms.peak(inputs.fleet().accelerator(), inputs.precision());
    double peak = TrainingRun.time(flops, devices, peakRate, 1);
    double compute = TrainingRun.time(flops, devices, peakRate, inputs.localEfficiency());
    double scaled = compute / inputs.scalingEfficiency();
    double total = scaled;
    Map<String, Quantity<Time>> stages = new LinkedHashMap<>();
    for (Map.Entry<String, Double> overhead : inputs.overheads().entrySet()) {
      total = TrainingRun.withOverhead(total, overhead.getValue());
      stages.put(overhead.getKey(), of(total, SECOND));
    }
    return new TrainingRunResult(
        of(flops, FLOP),
        of(peak, SECOND),
        of(compute, SECOND),
        of(scaled, SECOND),
        stages,
        of(total, SECOND),
        peak / total,
        Caveats.of(inputs.fleet().accelerator(), inputs.precision(), inputs.localEfficiency())
            .add("Attention scores are left out of the work.")
            .add("Overheads compound in the order given.")
            .list());
  }

  private static double tokens(Inputs inputs) {
    Optional<Quantity<TokenCount>> published =
        inputs.model() instanceof AttentionWorkload attention
            ? attention.trainingTokens()
            : Optional.empty();
    return inputs
        .tokens()
        .or(() -> published)
        .map(tokens -> in(TOKEN, tokens))
        .orElseThrow(
            () ->
                BadInputException.missing(
                    "tokens", "%s states no training_tokens".formatted(inputs.model().id())));
  }
}

package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.SECOND;

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
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.serving.WeightStreaming;

/**
 * Weights that stream, layer after layer, over a link to a wafer that keeps the caches.
 *
 * <pre>
 * T_layer = max(touched / L / link, B x + dispatch),  x = (2 P_a tau + attention) / L / (peak eff)
 * </pre>
 *
 * <p>tau is one token in decoding, the whole sequence in prefill. The cache must fit the wafer with
 * a tenth to spare.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How fast is a model whose weights stream over a link, and which side limits it?",
    walls = "Streaming",
    equation = "T_layer = max(touched / L / link, B x + dispatch)",
    sources = "Lie (2022), Cerebras Architecture Deep Dive, Hot Chips 34")
public final class WeightStreamingModel
    extends BaseModel<WeightStreamingModel.Inputs, WeightStreamingModel.WeightStreamingResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the language model", aliases = "workload") Workload model,
      @Port(doc = "the wafer, or another device that is fed by its link") HardwareNode hardware,
      @Port(doc = "tokens of each sequence", range = "[1, inf)") int seqLen,
      @Port(doc = "sequences run together", defaultValue = "1", range = "[1, inf)") int batchSize,
      @Port(doc = "number format of weights and cache", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "share of the peak rate that the kernels sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency,
      @Port(doc = "which half of a request runs", defaultValue = "decode")
          WeightStreaming.Phase phase) {

    /**
     * Names the inputs one by one; all but model, hardware and the sequence length have defaults.
     */
    public static WeightStreamingModelInputsBuilder builder() {
      return new WeightStreamingModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record WeightStreamingResult(
      @Port(verdict = true, doc = "whether the caches fit the wafer") boolean feasible,
      @Port(doc = "tokens a second; 0 when the caches do not fit") double throughputTokensPerSec,
      @Port(doc = "the slower side of a layer") StreamingBottleneck bottleneck,
      @Port(unit = "s", doc = "time that the arithmetic of a layer needs")
          Quantity<Time> layerComputeTime,
      @Port(unit = "s", doc = "time that the weights of a layer need on the link")
          Quantity<Time> layerInjectionTime,
      @Port(doc = "largest batch whose arithmetic hides behind the stream") long optimalBatchSize,
      @Port(doc = "share of the wafer's memory that the caches take; above 1 when they do not fit")
          double waferMemoryUtilization,
      @Port(doc = "why the caches do not fit; empty when they do") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public WeightStreamingResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public WeightStreamingModel() {
    super(MethodHandles.lookup(), Inputs.class, WeightStreamingResult.class);
  }

  @Override
  public WeightStreamingResult solve(Inputs inputs) {
    WorkloadForm model = Workloads.keepingState("model", inputs.model());
    WeightStreaming.Result plain = plain(inputs, model);
    return new WeightStreamingResult(
        plain.feasible(),
        plain.throughput(),
        StreamingBottleneck.of(plain.slower()),
        Units.of(plain.layerComputeTime(), SECOND),
        Units.of(plain.layerInjectionTime(), SECOND),
        (long) plain.optimalBatch(),
        plain.memoryUtilization(),
        plain.feasible() ? List.of() : List.of(shortfall(inputs, plain)),
        Caveats.of(inputs.hardware(), inputs.precision(), inputs.efficiency())
            .addWhen(
                inputs.hardware().interconnect().isEmpty(),
                "%s states no link; 100 GB/s is assumed.".formatted(inputs.hardware().id()))
            .add("The working set of the wafer is taken as 1.1 times its caches.")
            .list());
  }

  private static WeightStreaming.Result plain(Inputs inputs, WorkloadForm model) {
    DeviceForm wafer = Forms.device(inputs.hardware(), inputs.precision());
    return WeightStreaming.solve(
        model,
        wafer,
        wafer.hostLinkBandwidth(),
        inputs.precision().bytesPerElement(),
        inputs.efficiency(),
        inputs.seqLen(),
        inputs.batchSize(),
        inputs.phase());
  }

  private static String shortfall(Inputs inputs, WeightStreaming.Result plain) {
    double capacity = Units.in(BYTE, inputs.hardware().memory().capacity());
    return Shortfall.of(
        "The cache of %d sequences".formatted(inputs.batchSize()),
        plain.memoryUtilization() * capacity,
        inputs.hardware());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, WeightStreamingResult result) {
    WorkloadForm model = Workloads.keepingState("model", inputs.model());
    WeightStreaming.Result plain = plain(inputs, model);
    if (!plain.feasible()) {
      return List.of();
    }
    double tokens =
        inputs.phase() == WeightStreaming.Phase.PREFILL
            ? (double) inputs.batchSize() * inputs.seqLen()
            : inputs.batchSize();
    Term layer =
        Term.computed(
                "time of a layer",
                "T_layer",
                "max(t_comp, t_inj)",
                Math.max(plain.layerComputeTime(), plain.layerInjectionTime()),
                "s",
                Term.given("arithmetic of a layer", "t_comp", plain.layerComputeTime(), "s"),
                Term.given(
                        "weights of a layer on the link", "t_inj", plain.layerInjectionTime(), "s")
                    .read(inputs.hardware().id() + ".interconnect"))
            .from("Lie (2022)");
    return List.of(
        new Explanation(
            "throughput_tokens_per_sec",
            plain.throughput(),
            "",
            List.of(
                Term.computed(
                    "tokens a second",
                    "throughput",
                    "tokens / (T_layer · L)",
                    plain.throughput(),
                    "",
                    Term.given("tokens of a pass", "tokens", tokens, ""),
                    layer,
                    Term.given("layers", "L", model.layersOrOne(), "")))));
  }
}

package org.mlsysim.core.distributed;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Tables;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.network.Links;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.TensorParallelism;

/**
 * Whether the forward exchange of one tensor-parallel layer fits inside its arithmetic, link by
 * link.
 *
 * <pre>
 * compute  = 2 (P_a / L) T / t / (peak eta)
 * exchange = c T h 2 B 2(t-1)/t / beta
 * </pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Does one layer's forward tensor-parallel exchange fit inside its compute?",
    equation = "compute = 2 (P_a / L) T / t / (peak eta), exchange = c T h 2 B 2(t-1)/t / beta",
    sources = {"Shoeybi et al. (2019), Megatron-LM"})
public final class TensorParallelLayerModel
    extends BaseModel<
        TensorParallelLayerModel.Inputs, TensorParallelLayerModel.TensorParallelLayerResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload, with layers", aliases = "workload") Workload model,
      @Port(doc = "ranks that split the layer", range = "[1, inf)") int tpSize,
      @Port(doc = "tokens of the pass", range = "[1, inf)") long tokens,
      @Port(doc = "peak rate of one device", unit = "FLOP/s", range = "(0, inf)")
          Quantity<ComputeRate> peakFlops,
      @Port(doc = "share of the peak that a device sustains", range = "(0, 1]")
          double localEfficiency,
      @Port(doc = "one-way rate of each link", unit = "B/s", range = "(0, inf)")
          Map<String, Quantity<DataRate>> links,
      @Port(doc = "all-reduces of the layer", defaultValue = "2", range = "[1, inf)")
          int collectivesPerLayer) {

    public Inputs {
      links = Tables.copyOf(links);
    }

    /** Names the inputs one by one. */
    public static TensorParallelLayerModelInputsBuilder builder() {
      return new TensorParallelLayerModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record TensorParallelLayerResult(
      @Port(unit = "FLOP", doc = "work of the layer") Quantity<Operations> layerFlops,
      @Port(unit = "s", doc = "its time, split over the ranks") Quantity<Time> computeTime,
      @Port(unit = "B", doc = "what one device sends") Quantity<DataSize> layerBytes,
      @Port(unit = "s", doc = "time on each link") Map<String, Quantity<Time>> transferTimes,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public TensorParallelLayerResult {
      transferTimes = Tables.copyOf(transferTimes);
      caveats = List.copyOf(caveats);
    }
  }

  public TensorParallelLayerModel() {
    super(MethodHandles.lookup(), Inputs.class, TensorParallelLayerResult.class);
  }

  @Override
  public TensorParallelLayerResult solve(Inputs inputs) {
    WorkloadForm workload = Workloads.counted("model", inputs.model());
    int layers = Workloads.layers("model", inputs.model());
    double flops =
        TensorParallelism.layerFlops(
            workload.activeParametersOrAll(), layers, (double) inputs.tokens());
    double bytes =
        TensorParallelism.layerBytes(
            inputs.collectivesPerLayer(),
            (double) inputs.tokens(),
            workload.width(),
            inputs.tpSize());
    double time =
        TensorParallelism.layerComputeTime(
            flops,
            inputs.tpSize(),
            in(FLOP_PER_SECOND, inputs.peakFlops()),
            inputs.localEfficiency());
    return new TensorParallelLayerResult(
        of(flops, FLOP),
        of(time, SECOND),
        of(bytes, BYTE),
        Tables.each(
            inputs.links(),
            link -> of(Links.transferTime(bytes, in(BYTE_PER_SECOND, link)), SECOND)),
        List.of(
            "Forward pass only; a training step has four all-reduces in a layer.",
            "The parameters of a layer include its share of the embeddings.",
            "Activations travel in 16 bit; start-up is left out."));
  }
}

package org.mlsysim.core.distributed;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.TOKEN;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.units.TokenCount;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.LayoutEstimate;

/**
 * One layout of a run on paper: step time, efficiency and state of a split over tensor, pipeline
 * and data parallelism.
 *
 * <pre>t = compute/(1-b) + allreduce - hidden,   b = (p-1)/(m+p-1)</pre>
 *
 * <p>Tensor-parallel exchanges are not counted; {@link DistributedModel} counts them.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How long is a step of one TP x PP x DP layout, and what state does it hold?",
    equation = "t = compute/(1-b) + allreduce - hidden, b = (p-1)/(m+p-1)",
    sources = {
      "Narayanan et al. (2021), Efficient Large-Scale Training on GPU Clusters",
      "Rajbhandari et al. (2020), ZeRO",
      "Huang et al. (2019), GPipe"
    })
public final class ParallelLayoutModel
    extends BaseModel<ParallelLayoutModel.Inputs, ParallelLayoutModel.ParallelLayoutResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "ranks that split every layer", range = "[1, inf)") int tpSize,
      @Port(doc = "pipeline stages", range = "[1, inf)") int ppSize,
      @Port(doc = "replicas", range = "[1, inf)") int dpSize,
      @Port(doc = "micro-batches of a step", range = "[1, inf)") int microbatches,
      @Port(doc = "tokens of one update", unit = "token", range = "(0, inf)")
          Quantity<TokenCount> batchTokens,
      @Port(doc = "operations per parameter and token: 6 in training", range = "(0, inf)")
          double flopsPerParamToken,
      @Port(doc = "peak rate of one device", unit = "FLOP/s", range = "(0, inf)")
          Quantity<ComputeRate> peakFlops,
      @Port(doc = "share of the peak that a device sustains", range = "(0, 1]")
          double localEfficiency,
      @Port(doc = "one-way rate between replicas", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> linkBandwidth,
      @Port(doc = "share of the exchange that may be hidden", range = "[0, 1]")
          double overlapFraction,
      @Port(doc = "number format of the gradients", defaultValue = "fp16")
          Precision gradientPrecision,
      @Port(
              doc = "what the compute time is rounded to; not rounded when absent",
              unit = "s",
              range = "(0, inf)")
          Optional<Quantity<Time>> windowResolution,
      @Port(doc = "memory of one device", unit = "B", range = "(0, inf)")
          Optional<Quantity<DataSize>> deviceMemory) {

    /** Names the inputs one by one. */
    public static ParallelLayoutModelInputsBuilder builder() {
      return new ParallelLayoutModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record ParallelLayoutResult(
      @Port(doc = "devices of the layout") long nDevices,
      @Port(unit = "FLOP", doc = "work of one update") Quantity<Operations> stepFlops,
      @Port(unit = "s", doc = "its time on all devices") Quantity<Time> computeTime,
      @Port(unit = "B", doc = "gradients of the model") Quantity<DataSize> gradientBytes,
      @Port(unit = "B", doc = "gradients of one device") Quantity<DataSize> dpShard,
      @Port(unit = "B", doc = "what one device sends") Quantity<DataSize> ringBytes,
      @Port(unit = "s", doc = "exchange of the gradients") Quantity<Time> allreduceTime,
      @Port(unit = "s", doc = "part behind the last backward pass") Quantity<Time> hiddenTime,
      @Port(unit = "s", doc = "the rest") Quantity<Time> exposedTime,
      @Port(doc = "idle share of the pipelined step") double bubble,
      @Port(doc = "work over step; absent for a step of no time") Optional<Double> efficiency,
      @Port(doc = "the same with nothing hidden") Optional<Double> efficiencyNoOverlap,
      @Port(doc = "hidden part of the exchange; 0 without one") double overlapShare,
      @Port(unit = "s", doc = "the whole step") Quantity<Time> stepTime,
      @Port(unit = "B", doc = "state of the model, 16 B a parameter") Quantity<DataSize> stateTotal,
      @Port(unit = "B", doc = "state of one device") Quantity<DataSize> statePerDevice,
      @Port(unit = "B", doc = "state of one device with the optimizer's sharded over replicas")
          Quantity<DataSize> zero1StatePerDevice,
      @Port(doc = "share of the peak that the fleet sustains") Optional<Double> fleetMfu,
      @Port(doc = "the same with the losses counted twice, a common mistake")
          Optional<Double> doubleCountedMfu,
      @Port(doc = "devices that hold the state; absent without device memory")
          Optional<Long> minDevicesForState,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public ParallelLayoutResult {
      caveats = List.copyOf(caveats);
    }
  }

  public ParallelLayoutModel() {
    super(MethodHandles.lookup(), Inputs.class, ParallelLayoutResult.class);
  }

  @Override
  public ParallelLayoutResult solve(Inputs inputs) {
    WorkloadForm workload = Workloads.counted("model", inputs.model());
    double gradients = workload.storedBytes(inputs.gradientPrecision().bytesPerElement());
    LayoutEstimate.Outcome outcome =
        LayoutEstimate.of(
            new LayoutEstimate.Plan(
                workload.parameters(),
                workload.activeParametersOrAll(),
                gradients,
                inputs.tpSize(),
                inputs.ppSize(),
                inputs.dpSize(),
                inputs.microbatches(),
                in(TOKEN, inputs.batchTokens()),
                inputs.flopsPerParamToken(),
                in(FLOP_PER_SECOND, inputs.peakFlops()),
                inputs.localEfficiency(),
                in(BYTE_PER_SECOND, inputs.linkBandwidth()),
                inputs.overlapFraction(),
                Forms.number(inputs.windowResolution(), SECOND),
                Forms.number(inputs.deviceMemory(), BYTE)));
    return new ParallelLayoutResult(
        (long) outcome.devices(),
        of(outcome.stepFlops(), FLOP),
        of(outcome.computeTime(), SECOND),
        of(gradients, BYTE),
        of(outcome.dpShard(), BYTE),
        of(outcome.ringBytes(), BYTE),
        of(outcome.allReduceTime(), SECOND),
        of(outcome.hiddenTime(), SECOND),
        of(outcome.exposedTime(), SECOND),
        outcome.bubble(),
        Forms.value(outcome.efficiency()),
        Forms.value(outcome.efficiencyNoOverlap()),
        outcome.overlapShare(),
        of(outcome.stepTime(), SECOND),
        of(outcome.stateTotal(), BYTE),
        of(outcome.statePerDevice(), BYTE),
        of(outcome.zero1StatePerDevice(), BYTE),
        Forms.value(outcome.fleetMfu()),
        Forms.value(outcome.doubleCountedMfu()),
        Forms.value(outcome.minDevicesForState()).map(Double::longValue),
        List.of(
            "Tensor-parallel exchanges and start-up are left out.",
            "State is 16 B a parameter: mixed-precision Adam with 16-bit gradients."));
  }
}

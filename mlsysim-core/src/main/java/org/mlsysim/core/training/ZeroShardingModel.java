package org.mlsysim.core.training;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
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
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Tables;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.network.Links;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.ZeroSharding;

/**
 * Training state of a device and traffic at each stage of ZeRO, in mixed-precision Adam with 16-bit
 * gradients.
 *
 * <pre>W + G + O;   W + G + O/n;   W + (G + O)/n;   (W + G + O)/n</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does each ZeRO stage leave on a device, and what does it send?",
    equation = "W + G + O; W + G + O/n; W + (G + O)/n; (W + G + O)/n",
    sources = {"Rajbhandari et al. (2020), ZeRO"})
public final class ZeroShardingModel
    extends BaseModel<ZeroShardingModel.Inputs, ZeroShardingModel.ZeroShardingResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "devices that share the state", range = "[1, inf)") int nDevices,
      @Port(doc = "activations of one device", unit = "B", defaultValue = "0", range = "[0, inf)")
          Quantity<DataSize> activations,
      @Port(doc = "one-way rate between the devices", unit = "B/s", range = "(0, inf)")
          Optional<Quantity<DataRate>> linkBandwidth) {

    /** Names the inputs one by one; model and devices must be given. */
    public static ZeroShardingModelInputsBuilder builder() {
      return new ZeroShardingModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record ZeroShardingResult(
      @Port(unit = "B", doc = "weights of the model") Quantity<DataSize> weights,
      @Port(unit = "B", doc = "gradients of the model") Quantity<DataSize> gradients,
      @Port(unit = "B", doc = "master copy and moments") Quantity<DataSize> optimizerState,
      @Port(unit = "B", doc = "state of a device at each stage")
          Map<String, Quantity<DataSize>> stageState,
      @Port(doc = "traffic of each stage over that of an all-reduce")
          Map<String, Double> trafficMultiple,
      @Port(unit = "B", doc = "activations of one device") Quantity<DataSize> activations,
      @Port(unit = "B", doc = "state at stage 3 and activations")
          Quantity<DataSize> zero3TotalPerDevice,
      @Port(unit = "B", doc = "what a device moves in a step at stage 3")
          Quantity<DataSize> gatherTraffic,
      @Port(unit = "s", doc = "its time on the link; absent without one")
          Optional<Quantity<Time>> gatherTime,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public ZeroShardingResult {
      stageState = Tables.copyOf(stageState);
      trafficMultiple = Tables.copyOf(trafficMultiple);
      caveats = List.copyOf(caveats);
    }
  }

  public ZeroShardingModel() {
    super(MethodHandles.lookup(), Inputs.class, ZeroShardingResult.class);
  }

  @Override
  public ZeroShardingResult solve(Inputs inputs) {
    WorkloadForm workload = Workloads.counted("model", inputs.model());
    double activations = in(BYTE, inputs.activations());
    ZeroSharding.Shards shards =
        ZeroSharding.of(
            workload.parameters(),
            workload.storedBytes(Precision.FP16.bytesPerElement()),
            inputs.nDevices(),
            activations);
    return new ZeroShardingResult(
        of(shards.weights(), BYTE),
        of(shards.gradients(), BYTE),
        of(shards.optimizerState(), BYTE),
        byStage(
            of(shards.unsharded(), BYTE),
            of(shards.stage1(), BYTE),
            of(shards.stage2(), BYTE),
            of(shards.stage3(), BYTE)),
        byStage(
            ZeroSharding.TRAFFIC_MULTIPLE_ALL_REDUCE,
            ZeroSharding.TRAFFIC_MULTIPLE_ALL_REDUCE,
            ZeroSharding.TRAFFIC_MULTIPLE_ALL_REDUCE,
            ZeroSharding.TRAFFIC_MULTIPLE_STAGE_3),
        of(activations, BYTE),
        of(shards.stage3WithActivations(), BYTE),
        of(shards.gatherTraffic(), BYTE),
        inputs
            .linkBandwidth()
            .map(
                link ->
                    of(
                        Links.transferTime(shards.gatherTraffic(), in(BYTE_PER_SECOND, link)),
                        SECOND)),
        List.of(
            "16 B a parameter: gradients in 16 bit; TrainingMemoryModel holds them in 32 bit unless"
                + " told otherwise."));
  }

  private static <V> Map<String, V> byStage(V none, V optimizer, V gradients, V weights) {
    Map<String, V> stages = new LinkedHashMap<>();
    stages.put("DDP", none);
    stages.put("ZeRO-1", optimizer);
    stages.put("ZeRO-2", gradients);
    stages.put("ZeRO-3", weights);
    return stages;
  }
}

package org.mlsysim.core.training;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.TrainingState;

/**
 * What mixed-precision Adam keeps between steps, and who holds which part.
 *
 * <pre>16 P = 2 P weights + 2 P gradients + 4 P master copy + 8 P moments   [B]</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does mixed-precision Adam keep between steps, and who holds which part?",
    equation = "16 P = 2 P weights + 2 P gradients + 4 P master copy + 8 P moments",
    sources = {"Rajbhandari et al. (2020), ZeRO"})
public final class TrainingStateModel
    extends BaseModel<TrainingStateModel.Inputs, TrainingStateModel.TrainingStateResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "ranks that split every layer", range = "[1, inf)") int tpSize,
      @Port(doc = "replicas", range = "[1, inf)") int dpSize,
      @Port(doc = "activations of all ranks together", unit = "B", range = "[0, inf)")
          Quantity<DataSize> activations) {

    /** Names the inputs one by one; all must be given. */
    public static TrainingStateModelInputsBuilder builder() {
      return new TrainingStateModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record TrainingStateResult(
      @Port(unit = "B", doc = "16-bit weights") Quantity<DataSize> weights,
      @Port(unit = "B", doc = "16-bit gradients") Quantity<DataSize> gradients,
      @Port(unit = "B", doc = "32-bit copy of the weights") Quantity<DataSize> masterWeights,
      @Port(unit = "B", doc = "one moment of Adam") Quantity<DataSize> adamMoment,
      @Port(unit = "B", doc = "both moments") Quantity<DataSize> optimizerMoments,
      @Port(unit = "B", doc = "all of the above") Quantity<DataSize> persistentState,
      @Port(unit = "B", doc = "activations of all ranks together") Quantity<DataSize> activations,
      @Port(unit = "B", doc = "weights of a tensor-parallel rank")
          Quantity<DataSize> tpWeightsPerDevice,
      @Port(unit = "B", doc = "gradients of such a rank") Quantity<DataSize> tpGradientsPerDevice,
      @Port(unit = "B", doc = "master copy of such a rank") Quantity<DataSize> tpMasterPerDevice,
      @Port(unit = "B", doc = "moments of such a rank") Quantity<DataSize> tpMomentsPerDevice,
      @Port(unit = "B", doc = "activations of such a rank")
          Quantity<DataSize> tpActivationsPerDevice,
      @Port(unit = "B", doc = "all of such a rank") Quantity<DataSize> tpTotalPerDevice,
      @Port(unit = "B", doc = "the same with master copy and moments in the host")
          Quantity<DataSize> tpOffloadedPerDevice,
      @Port(unit = "B", doc = "moments of a rank, sharded over the replicas too")
          Quantity<DataSize> zeroMomentsPerDevice,
      @Port(unit = "B", doc = "moments of a tensor-parallel group, sharded over the replicas")
          Quantity<DataSize> zeroMomentsPerTpGroup,
      @Port(unit = "B", doc = "weights and sharded moments of a rank")
          Quantity<DataSize> zeroWeightsAndMomentsPerDevice,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public TrainingStateResult {
      caveats = List.copyOf(caveats);
    }
  }

  public TrainingStateModel() {
    super(MethodHandles.lookup(), Inputs.class, TrainingStateResult.class);
  }

  @Override
  public TrainingStateResult solve(Inputs inputs) {
    WorkloadForm workload = Workloads.counted("model", inputs.model());
    double activations = in(BYTE, inputs.activations());
    TrainingState.Account account =
        TrainingState.of(
            workload.parameters(),
            workload.storedBytes(Precision.FP16.bytesPerElement()),
            activations,
            inputs.tpSize(),
            inputs.dpSize());
    return new TrainingStateResult(
        of(account.weights(), BYTE),
        of(account.gradients(), BYTE),
        of(account.masterWeights(), BYTE),
        of(account.adamMoment(), BYTE),
        of(account.optimizerMoments(), BYTE),
        of(account.persistentState(), BYTE),
        of(activations, BYTE),
        of(account.tpWeightsPerDevice(), BYTE),
        of(account.tpGradientsPerDevice(), BYTE),
        of(account.tpMasterPerDevice(), BYTE),
        of(account.tpMomentsPerDevice(), BYTE),
        of(account.tpActivationsPerDevice(), BYTE),
        of(account.tpTotalPerDevice(), BYTE),
        of(account.tpOffloadedPerDevice(), BYTE),
        of(account.zeroMomentsPerDevice(), BYTE),
        of(account.zeroMomentsPerTpGroup(), BYTE),
        of(account.zeroWeightsAndMomentsPerDevice(), BYTE),
        List.of(
            "The sharded columns leave the master copy whole; ZeRO shards it too.",
            "All activations are divided by the tensor-parallel ranks."));
  }
}

package org.mlsysim.core.training;

import static org.mlsysim.api.units.Units.BYTE;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
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
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.physics.node.Ties;
import org.mlsysim.physics.training.ActivationCheckpointing;
import org.mlsysim.physics.training.MemoryBudget;
import org.mlsysim.physics.training.Optimizer;

/**
 * What fills the memory of one accelerator during a training step of a transformer, and whether it
 * fits.
 *
 * <pre>need = weights + gradients + optimizer + activations + buffers</pre>
 *
 * <p>The first pipeline stage is priced: it holds the activations of most micro-batches. ZeRO
 * shards state over the ranks that hold copies of it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What fills one accelerator's memory during a training step, and does it fit?",
    walls = {"Memory"},
    equation = "need = weights + gradients + optimizer + activations + buffers",
    sources = {
      "Rajbhandari et al. (2020), ZeRO",
      "Korthikanti et al. (2023), Reducing Activation Recomputation",
      "Shoeybi et al. (2019), Megatron-LM"
    })
public final class TrainingMemoryModel
    extends BaseModel<TrainingMemoryModel.Inputs, TrainingMemoryModel.TrainingMemoryResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "a transformer", aliases = "workload") Workload model,
      @Port(doc = "one of the equal devices", aliases = "system") HardwareNode hardware,
      @Port(doc = "samples of the whole step", range = "[1, inf)") int batchSize,
      @Port(doc = "tokens of a sample", defaultValue = "2048", range = "[1, inf)") int seqLen,
      @Port(doc = "number format of the weights", defaultValue = "fp16") Precision precision,
      @Port(doc = "what is kept for each trained parameter", defaultValue = "adam")
          Optimizer optimizer,
      @Port(doc = "what is stored of the forward pass", defaultValue = "selective")
          ActivationCheckpointing activationCheckpointing,
      @Port(doc = "ranks that split every layer", defaultValue = "1", range = "[1, inf)")
          int tpSize,
      @Port(doc = "pipeline stages", defaultValue = "1", range = "[1, inf)") int ppSize,
      @Port(doc = "replicas", defaultValue = "1", range = "[1, inf)") int dpSize,
      @Port(doc = "ranks that split the experts", defaultValue = "1", range = "[1, inf)")
          int epSize,
      @Port(doc = "ranks that split a sequence", defaultValue = "1", range = "[1, inf)") int cpSize,
      @Port(
              doc = "what ZeRO shards: 1 optimizer state, 2 gradients too, 3 weights too",
              defaultValue = "0",
              range = "[0, 3]")
          int zeroStage,
      @Port(doc = "pipeline runs of a step", defaultValue = "1", range = "[1, inf)")
          int gradientAccumulationSteps,
      @Port(doc = "micro-batches of a pipeline run", defaultValue = "1", range = "[1, inf)")
          int microbatchCount,
      @Port(doc = "chunks of layers of a stage", defaultValue = "1", range = "[1, inf)")
          int vStages,
      @Port(doc = "number format of the gradients", defaultValue = "fp32")
          GradientPrecision gradientPrecision,
      @Port(doc = "share of the parameters that is trained", defaultValue = "1", range = "[0, 1]")
          double trainableFraction,
      @Port(doc = "buffers as a share of the gradients", defaultValue = "0.05", range = "[0, 1]")
          double communicationBufferFraction,
      @Port(
              doc = "whether tensor-parallel ranks also split what lies between the blocks",
              defaultValue = "true")
          boolean sequenceParallel) {

    /** Names the inputs one by one; all but model, hardware and batch size have defaults. */
    public static TrainingMemoryModelInputsBuilder builder() {
      return new TrainingMemoryModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record TrainingMemoryResult(
      @Port(verdict = true, doc = "whether the device holds all of it") boolean feasible,
      @Port(unit = "B", doc = "all of it") Quantity<DataSize> totalMemory,
      @Port(unit = "B", doc = "what the device has") Quantity<DataSize> availableMemory,
      @Port(doc = "need over capacity") double memoryUtilization,
      @Port(unit = "B", doc = "weights") Quantity<DataSize> weights,
      @Port(unit = "B", doc = "gradients of the trained parameters") Quantity<DataSize> gradients,
      @Port(unit = "B", doc = "master copy and moments") Quantity<DataSize> optimizerState,
      @Port(unit = "B", doc = "what the forward pass keeps for the backward pass")
          Quantity<DataSize> activations,
      @Port(unit = "B", doc = "gradient buckets and pipeline messages")
          Quantity<DataSize> communicationBuffers,
      @Port(doc = "number format of the weights") Precision precision,
      @Port(doc = "what is kept for each trained parameter") Optimizer optimizer,
      @Port(doc = "what is stored of the forward pass")
          ActivationCheckpointing activationCheckpointing,
      @Port(doc = "how the step is split") Parallelism parallelism,
      @Port(doc = "why it is infeasible; empty when it is not") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public TrainingMemoryResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public TrainingMemoryModel() {
    super(MethodHandles.lookup(), Inputs.class, TrainingMemoryResult.class);
  }

  @Override
  public TrainingMemoryResult solve(Inputs inputs) {
    MemoryBudget budget = TrainingMemoryForms.budget(inputs);
    double need = budget.total();
    double capacity = Units.in(BYTE, inputs.hardware().memory().capacity());
    boolean fits = Ties.fits(need, capacity);
    return new TrainingMemoryResult(
        fits,
        Units.of(need, BYTE),
        Units.of(capacity, BYTE),
        need / capacity,
        Units.of(budget.weights(), BYTE),
        Units.of(budget.gradients(), BYTE),
        Units.of(budget.optimizerState(), BYTE),
        Units.of(budget.activations(), BYTE),
        Units.of(budget.communicationBuffers(), BYTE),
        inputs.precision(),
        inputs.optimizer(),
        inputs.activationCheckpointing(),
        new Parallelism(
            inputs.dpSize(), inputs.tpSize(), inputs.ppSize(), inputs.epSize(), inputs.cpSize()),
        fits ? List.of() : List.of(Shortfall.of(inputs.model().id(), need, inputs.hardware())),
        caveats(inputs));
  }

  private static List<String> caveats(Inputs inputs) {
    return Caveats.none()
        .add("34 B per token and width is a block with dropout; others store a little less.")
        .addWhen(
            inputs.activationCheckpointing() == ActivationCheckpointing.FULL,
            "The working set of the layer being recomputed is left out.")
        .addWhen(
            inputs.precision().bytesPerElement() < 2,
            "Activations scale with the weights' width; many stay in 16 bit in practice.")
        .addWhen(inputs.optimizer() == Optimizer.SGD, "sgd is counted without momentum.")
        .list();
  }

  @Override
  public List<Explanation> explain(Inputs inputs, TrainingMemoryResult result) {
    return TrainingMemoryTerms.explain(
        inputs.model(),
        TrainingMemoryForms.plan(inputs),
        TrainingMemoryForms.layout(inputs),
        inputs.batchSize());
  }
}

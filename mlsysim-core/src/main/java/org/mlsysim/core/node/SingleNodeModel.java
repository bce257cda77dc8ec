package org.mlsysim.core.node;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.core.training.AdapterTraining;
import org.mlsysim.core.training.Checkpointing;
import org.mlsysim.core.training.GradientPrecision;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.NodeProfile;
import org.mlsysim.physics.node.SingleNode;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.ActivationCheckpointing;
import org.mlsysim.physics.training.Optimizer;
import org.mlsysim.physics.training.TrainingPlan;
import org.mlsysim.physics.training.TrainingStep;

/**
 * A model on one device: latency, the wall that binds, utilisation, energy, and whether it fits.
 *
 * <pre>t = max(ops / (peak · efficiency), traffic / bandwidth) + overhead</pre>
 *
 * <p>Inference prices one pass of a batch of units; training, one step of forward, backward and
 * optimizer. Bandwidth is taken at its specified value, so memory-bound times are lower bounds.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How fast does a model run on one device, and what limits it?",
    walls = {"Compute", "Memory"},
    equation = "t = max(ops / (peak · efficiency), traffic / bandwidth) + overhead",
    sources = {"Williams, Waterman, Patterson (2009), Roofline, CACM 52(4)"})
public final class SingleNodeModel extends BaseModel<SingleNodeModel.Inputs, PerformanceProfile> {
  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "the device", aliases = "system") HardwareNode hardware,
      @Port(doc = "units of a pass, or samples of a step", defaultValue = "1", range = "[1, inf)")
          int batchSize,
      @Port(doc = "number format of the weights", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "share of the peak rate that the kernels sustain",
              defaultValue = "0.5",
              range = "(0, 1]")
          double efficiency,
      @Port(doc = "throw when the state cannot be", defaultValue = "false") boolean raiseErrors,
      @Port(doc = "price a training step instead of a pass", defaultValue = "false")
          boolean isTraining,
      @Port(doc = "tokens of a training sample", defaultValue = "2048", range = "[1, inf)")
          int seqLen,
      @Port(
              doc = "what ZeRO shards: 1 optimizer state, 2 gradients too, 3 weights too",
              defaultValue = "0",
              range = "[0, 3]")
          int zeroStage,
      @Port(doc = "replicas that share the state", defaultValue = "1", range = "[1, inf)")
          int dpSize,
      @Port(doc = "train low-rank adapters alone", defaultValue = "false") boolean isLora,
      @Port(doc = "short form of full checkpointing", defaultValue = "false")
          boolean activationRecomputation,
      @Port(doc = "what is stored of the forward pass; selective when absent")
          Optional<ActivationCheckpointing> activationCheckpointing,
      @Port(doc = "number format of the gradients", defaultValue = "fp32")
          GradientPrecision gradientPrecision,
      @Port(
              doc = "tokens that a generated token attends to (inference)",
              defaultValue = "0",
              range = "[0, inf)")
          int contextLength,
      @Port(
              doc = "activation traffic as a share of the weights, where no architecture is known",
              defaultValue = "0.1",
              range = "[0, 10]")
          double activationTrafficFraction,
      @Port(
              doc = "whether a token sees only what stands before it (training)",
              defaultValue = "true",
              aliases = "causal")
          boolean causalAttention) {

    public Inputs {
      Checkpointing.of(activationCheckpointing, activationRecomputation);
    }

    /** Names the inputs one by one; all but model and hardware have defaults. */
    public static SingleNodeModelInputsBuilder builder() {
      return new SingleNodeModelInputsBuilder();
    }
  }

  public SingleNodeModel() {
    super(MethodHandles.lookup(), Inputs.class, PerformanceProfile.class);
  }

  @Override
  public PerformanceProfile solve(Inputs inputs) {
    NodeProfile plain = plain(inputs);
    return PerformanceProfile.of(plain, trace(inputs, plain), caveats(inputs));
  }

  /** The law's plain form. */
  static NodeProfile plain(Inputs inputs) {
    WorkloadForm workload = Workloads.sized("model", inputs.model());
    DeviceForm device = Forms.device(inputs.hardware(), inputs.precision());
    refuse(inputs, workload);
    double bytes = inputs.precision().bytesPerElement();
    return inputs.isTraining()
        ? TrainingStep.onOneAccelerator(
            workload, device, plan(inputs, workload, bytes), inputs.batchSize(), inputs.dpSize())
        : SingleNode.inference(
            workload,
            device,
            bytes,
            inputs.batchSize(),
            inputs.efficiency(),
            inputs.contextLength(),
            inputs.activationTrafficFraction());
  }

  private static void refuse(Inputs inputs, WorkloadForm workload) {
    if (inputs.isTraining() && inputs.contextLength() > 0) {
      throw BadInputException.refused(
          "context_length",
          inputs.contextLength(),
          "a training step has no cached context; leave it out.");
    }
    Workloads.refuseContext(inputs.model(), inputs.contextLength());
    if (inputs.isTraining()
        && inputs.activationCheckpointing().equals(Optional.of(ActivationCheckpointing.NONE))
        && workload.hasAttention()
        && Double.isNaN(workload.heads())) {
      throw BadInputException.refused(
          "activation_checkpointing",
          "none",
          "it needs the heads of the model, which states none.");
    }
  }

  private static TrainingPlan plan(Inputs inputs, WorkloadForm workload, double bytes) {
    double trained =
        AdapterTraining.trainedShare(
            inputs.isLora(), workload, inputs.precision(), inputs.gradientPrecision());
    return new TrainingPlan(
        inputs.seqLen(),
        inputs.causalAttention(),
        bytes,
        inputs.gradientPrecision().bytesPerElement(),
        Optimizer.ADAM,
        Checkpointing.of(inputs.activationCheckpointing(), inputs.activationRecomputation()),
        trained,
        inputs.zeroStage(),
        true,
        inputs.efficiency(),
        inputs.activationTrafficFraction(),
        TrainingPlan.DEFAULT_BUFFER_FRACTION);
  }

  private static List<String> trace(Inputs inputs, NodeProfile plain) {
    if (plain.feasible()) {
      return List.of();
    }
    return List.of(
        "%s needs %s GB on %s, %s GB more than it holds."
            .formatted(
                inputs.model().id(),
                Units.number(plain.memoryFootprint() / 1e9),
                inputs.hardware().id(),
                Units.number(plain.offloadSpillBytes() / 1e9)));
  }

  private static List<String> caveats(Inputs inputs) {
    return Caveats.of(inputs.hardware(), inputs.precision(), inputs.efficiency())
        .powerOf(inputs.hardware())
        .list();
  }

  @Override
  public List<Explanation> explain(Inputs inputs, PerformanceProfile result) {
    return NodeTerms.explain(inputs, plain(inputs));
  }
}

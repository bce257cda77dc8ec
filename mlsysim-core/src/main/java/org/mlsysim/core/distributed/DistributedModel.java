package org.mlsysim.core.distributed;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.training.Checkpointing;
import org.mlsysim.core.training.GradientPrecision;
import org.mlsysim.core.training.LayoutRules;
import org.mlsysim.core.training.Parallelism;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.ActivationCheckpointing;
import org.mlsysim.physics.training.DistributedStep;
import org.mlsysim.physics.training.StepProfile;

/**
 * One synchronous training step of a workload spread over a fleet by data, tensor, pipeline, expert
 * and context parallelism.
 *
 * <pre>t = (replica + tp + ep + exposed cp, pp and dp + bubble) straggler</pre>
 *
 * <p>The replica is the training step of {@link org.mlsysim.core.node.SingleNodeModel}: on one
 * accelerator nothing is exchanged and both agree to the last bit.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How long is a training step on a fleet, and how much of it is useful work?",
    walls = {"Communication"},
    equation = "t = (replica + tp + ep + exposed cp, pp and dp + bubble) straggler",
    sources = {
      "Shoeybi et al. (2019), Megatron-LM",
      "Narayanan et al. (2021), Efficient Large-Scale Training on GPU Clusters",
      "Patarasuk, Yuan (2009), Bandwidth optimal all-reduce",
      "Rajbhandari et al. (2020), ZeRO",
      "Korthikanti et al. (2023), Reducing Activation Recomputation",
      "Liu et al. (2023), Ring Attention"
    })
public final class DistributedModel extends BaseModel<DistributedModel.Inputs, DistributedResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "the fleet") Fleet fleet,
      @Port(doc = "samples of the whole step", defaultValue = "1", range = "[1, inf)")
          int batchSize,
      @Port(doc = "number format of the weights", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "share of the peak rate that the kernels sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency,
      @Port(doc = "ranks that split every layer", defaultValue = "1", range = "[1, inf)")
          int tpSize,
      @Port(doc = "pipeline stages", defaultValue = "1", range = "[1, inf)") int ppSize,
      @Port(doc = "ranks that split the experts", defaultValue = "1", range = "[1, inf)")
          int epSize,
      @Port(doc = "ranks that split a sequence", defaultValue = "1", range = "[1, inf)") int cpSize,
      @Port(doc = "chunks of layers of a stage", defaultValue = "1", range = "[1, inf)")
          int vStages,
      @Port(
              doc = "micro-batches of a pipeline run; accumulation without a pipeline",
              defaultValue = "1",
              range = "[1, inf)")
          int microbatchCount,
      @Port(doc = "algorithm of the gradient exchange; by the layout when absent")
          Optional<TopologyOverride> topologyOverride,
      @Port(
              doc = "what ZeRO shards: 1 optimizer state, 2 gradients too, 3 weights too",
              defaultValue = "0",
              range = "[0, 3]")
          int zeroStage,
      @Port(doc = "train low-rank adapters alone", defaultValue = "false") boolean isLora,
      @Port(doc = "short form of full checkpointing", defaultValue = "false")
          boolean activationRecomputation,
      @Port(doc = "what is stored of the forward pass; selective when absent")
          Optional<ActivationCheckpointing> activationCheckpointing,
      @Port(
              doc = "whether gradient and pipeline exchanges run behind the work",
              defaultValue = "false")
          boolean overlapComm,
      @Port(
              doc = "share of an exchange that can be hidden at best",
              defaultValue = "0.85",
              range = "[0, 1]")
          double overlapEfficiency,
      @Port(doc = "factor on every exchange", defaultValue = "1", range = "[1, inf)")
          double congestionFactor,
      @Port(doc = "factor of the slowest rank", defaultValue = "1", range = "[1, inf)")
          double stragglerFactor,
      @Port(
              doc = "load of the busiest expert over the mean",
              defaultValue = "1",
              range = "[1, inf)")
          double moeRoutingImbalanceFactor,
      @Port(doc = "pipeline runs of a step", defaultValue = "1", range = "[1, inf)")
          int gradientAccumulationSteps,
      @Port(doc = "tokens of a sample", defaultValue = "2048", range = "[1, inf)") int seqLen,
      @Port(
              doc = "whether a token sees only what stands before it",
              defaultValue = "true",
              aliases = "causal")
          boolean causalAttention,
      @Port(doc = "number format of the gradients", defaultValue = "fp32")
          GradientPrecision gradientPrecision,
      @Port(
              doc = "whether tensor-parallel ranks also split what lies between the blocks",
              defaultValue = "true")
          boolean sequenceParallel) {

    public Inputs {
      Checkpointing.of(activationCheckpointing, activationRecomputation);
    }

    /** Names the inputs one by one; all but model and fleet have defaults. */
    public static DistributedModelInputsBuilder builder() {
      return new DistributedModelInputsBuilder();
    }

    ActivationCheckpointing checkpointing() {
      return Checkpointing.of(activationCheckpointing, activationRecomputation);
    }

    HardwareNode device() {
      return fleet.accelerator();
    }

    /** Accelerators of one replica; beyond what an int holds in layouts that cannot exist. */
    double ranks() {
      return (double) tpSize * ppSize * epSize * cpSize;
    }
  }

  public DistributedModel() {
    super(MethodHandles.lookup(), Inputs.class, DistributedResult.class);
  }

  @Override
  public DistributedResult solve(Inputs inputs) {
    StepProfile step = plain(inputs);
    return DistributedResult.of(
        step,
        StepFindings.codes(step),
        new Parallelism(
            DistributedForms.replicas(inputs),
            inputs.tpSize(),
            inputs.ppSize(),
            inputs.epSize(),
            inputs.cpSize()),
        StepFindings.trace(inputs, step),
        StepFindings.caveats(inputs, step));
  }

  /** The law's plain form. */
  static StepProfile plain(Inputs inputs) {
    WorkloadForm workload = LayoutRules.trainable(inputs.model(), inputs.checkpointing());
    LayoutRules.splittable(
        inputs.model(),
        workload,
        inputs.tpSize(),
        inputs.epSize(),
        inputs.cpSize(),
        inputs.seqLen());
    return DistributedStep.of(
        workload,
        Forms.device(inputs.device(), inputs.precision()),
        Forms.fleet(inputs.fleet()),
        DistributedForms.plan(inputs, workload),
        DistributedForms.layout(inputs),
        DistributedForms.exchange(inputs),
        inputs.batchSize());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, DistributedResult result) {
    return DistributedTerms.explain(inputs, plain(inputs));
  }
}

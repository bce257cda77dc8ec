package org.mlsysim.core.distributed;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
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
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.workload.AttentionWorkload;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.TensorParallelism;

/**
 * Which share of a tensor-parallel training step its activation all-reduces take.
 *
 * <pre>t = compute + c L 2(t-1)/t (mb S h 2 B) / beta</pre>
 *
 * <p>{@link DistributedModel} prices the same exchange with start-up, recomputation and the link
 * that the fleet has.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which share of a tensor-parallel training step is activation all-reduce?",
    equation = "t = compute + c L 2(t-1)/t (mb S h 2 B) / beta",
    sources = {
      "Shoeybi et al. (2019), Megatron-LM",
      "Patarasuk, Yuan (2009), Bandwidth optimal all-reduce"
    })
public final class TensorParallelCommModel
    extends BaseModel<
        TensorParallelCommModel.Inputs, TensorParallelCommModel.TensorParallelCommResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "a transformer", aliases = "workload") Workload model,
      @Port(doc = "ranks that split every layer", range = "[1, inf)") int tpSize,
      @Port(doc = "samples of a micro-batch", range = "[1, inf)") int microbatch,
      @Port(doc = "one-way rate between the ranks", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> linkBandwidth,
      @Port(doc = "the step's own work", unit = "s", range = "[0, inf)") Quantity<Time> computeTime,
      @Port(doc = "tokens of a sample; the model's context length when absent", range = "[1, inf)")
          Optional<Integer> seqLen,
      @Port(
              doc = "all-reduces of a layer: 4 in a training step, 2 in a forward pass",
              defaultValue = "4",
              range = "[1, inf)")
          int collectivesPerLayer) {

    /** Names the inputs one by one. */
    public static TensorParallelCommModelInputsBuilder builder() {
      return new TensorParallelCommModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record TensorParallelCommResult(
      @Port(unit = "B", doc = "activations of one all-reduce") Quantity<DataSize> payload,
      @Port(unit = "B", doc = "what one device sends for it") Quantity<DataSize> trafficPerDevice,
      @Port(doc = "2(t-1)/t") double ringFactor,
      @Port(doc = "all-reduces of the step") long collectivesPerStep,
      @Port(unit = "s", doc = "one all-reduce") Quantity<Time> perCollectiveTime,
      @Port(unit = "s", doc = "all of them") Quantity<Time> communicationTime,
      @Port(unit = "s", doc = "the step's own work") Quantity<Time> computeTime,
      @Port(unit = "s", doc = "work and exchange") Quantity<Time> stepTime,
      @Port(doc = "share that computes; absent for a step of no time")
          Optional<Double> computeFraction,
      @Port(doc = "share that communicates; absent for a step of no time")
          Optional<Double> communicationFraction,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public TensorParallelCommResult {
      caveats = List.copyOf(caveats);
    }
  }

  public TensorParallelCommModel() {
    super(MethodHandles.lookup(), Inputs.class, TensorParallelCommResult.class);
  }

  @Override
  public TensorParallelCommResult solve(Inputs inputs) {
    WorkloadForm workload = Workloads.attending("model", inputs.model());
    double compute = in(SECOND, inputs.computeTime());
    TensorParallelism.Step step =
        TensorParallelism.step(
            inputs.tpSize(),
            (double) inputs.microbatch() * seqLen(inputs),
            workload.width(),
            workload.layersOrOne(),
            inputs.collectivesPerLayer(),
            in(BYTE_PER_SECOND, inputs.linkBandwidth()),
            compute);
    return new TensorParallelCommResult(
        of(step.payload(), BYTE),
        of(step.trafficPerDevice(), BYTE),
        step.ringFactor(),
        (long) step.collectivesPerStep(),
        of(step.perCollectiveTime(), SECOND),
        of(step.communicationTime(), SECOND),
        of(compute, SECOND),
        of(step.stepTime(), SECOND),
        Forms.value(step.computeFraction()),
        Forms.value(step.communicationFraction()),
        List.of("Start-up is left out.", "Activations travel in 16 bit."));
  }

  private static int seqLen(Inputs inputs) {
    return inputs
        .seqLen()
        .or(() -> ((AttentionWorkload) inputs.model()).contextLength())
        .orElseThrow(
            () ->
                BadInputException.missing(
                    "seq_len", "%s states no context_length".formatted(inputs.model().id())));
  }
}

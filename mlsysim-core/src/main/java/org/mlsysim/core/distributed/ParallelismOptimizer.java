package org.mlsysim.core.distributed;

import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseOptimizer;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.OptimizerResult;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.Search;
import org.mlsysim.api.SearchOutcome;
import org.mlsysim.api.error.InternalException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.training.Checkpointing;
import org.mlsysim.core.training.GradientPrecision;
import org.mlsysim.physics.training.ActivationCheckpointing;
import org.mlsysim.physics.training.StepProfile;

/**
 * The split of a fleet over tensor, pipeline, expert, context and data parallelism that trains a
 * model fastest.
 *
 * <pre>max mfu(tp, pp, ep, cp, m)   over all valid layouts whose state fits</pre>
 *
 * <p>Every valid layout is looked at, none is sampled: degrees that divide the accelerators, the
 * heads and the experts, at most as many stages as layers, equal micro-batches. Batch, accelerators
 * and work are the same for all, so the highest utilisation is the shortest step.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which split of the fleet gives the highest utilisation in training?",
    walls = {"Communication"},
    equation = "max mfu(tp, pp, ep, cp, m) over all valid layouts whose state fits",
    sources = {"Narayanan et al. (2021), Efficient Large-Scale Training on GPU Clusters"})
public final class ParallelismOptimizer
    extends BaseOptimizer<ParallelismOptimizer.Inputs, ParallelismResult> {
  /** Utilisations closer than this, relative to the better one, count as equal. */
  private static final double TIE = 1e-12;

  private static final int TOP = 5;

  /** What the optimizer requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "the fleet") Fleet fleet,
      @Port(doc = "samples of the whole step", range = "[1, inf)") int batchSize,
      @Port(doc = "number format of the weights", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "share of the peak rate that the kernels sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency,
      @Port(doc = "most tensor-parallel ranks; a node's when 0 or absent", range = "[0, inf)")
          Optional<Integer> maxTp,
      @Port(doc = "most stages; all accelerators when 0 or absent", range = "[0, inf)")
          Optional<Integer> maxPp,
      @Port(doc = "most expert-parallel ranks; the experts when 0 or absent", range = "[0, inf)")
          Optional<Integer> maxEp,
      @Port(doc = "most context-parallel ranks; 1 when 0 or absent", range = "[0, inf)")
          Optional<Integer> maxCp,
      @Port(
              doc = "whether gradient and pipeline exchanges run behind the work",
              defaultValue = "true")
          boolean overlapComm,
      @Port(doc = "tokens of a sample", defaultValue = "2048", range = "[1, inf)") int seqLen,
      @Port(doc = "short form of full checkpointing", defaultValue = "false")
          boolean activationRecomputation,
      @Port(doc = "what is stored of the forward pass; selective when absent")
          Optional<ActivationCheckpointing> activationCheckpointing,
      @Port(doc = "number format of the gradients", defaultValue = "fp32")
          GradientPrecision gradientPrecision,
      @Port(
              doc = "whether tensor-parallel ranks also split what lies between the blocks",
              defaultValue = "true")
          boolean sequenceParallel,
      @Port(
              doc = "what ZeRO shards: 1 optimizer state, 2 gradients too, 3 weights too",
              defaultValue = "0",
              range = "[0, 3]")
          int zeroStage,
      @Port(
              doc = "whether a token sees only what stands before it",
              defaultValue = "true",
              aliases = "causal")
          boolean causalAttention) {

    public Inputs {
      Checkpointing.of(activationCheckpointing, activationRecomputation);
    }

    /** Names the inputs one by one; all but model, fleet and batch size have defaults. */
    public static ParallelismOptimizerInputsBuilder builder() {
      return new ParallelismOptimizerInputsBuilder();
    }
  }

  /** A split of the fleet. */
  public record Config(
      @Port(doc = "ranks that split every layer") int tp,
      @Port(doc = "pipeline stages") int pp,
      @Port(doc = "replicas") int dp,
      @Port(doc = "ranks that split the experts") int ep,
      @Port(doc = "ranks that split a sequence") int cp,
      @Port(doc = "micro-batches of a step") int microbatchCount) {

    /** The same split with everything in one micro-batch. */
    Config withoutMicrobatches() {
      return new Config(tp, pp, dp, ep, cp, 1);
    }
  }

  /** A split with its price. */
  public record Candidate(
      @Port(doc = "the split") Config config,
      @Port(doc = "share of the fleet's peak that the model's work reaches") double mfu,
      @Port(unit = "1/s", doc = "samples a second of the whole fleet")
          Quantity<Frequency> throughput,
      @Port(unit = "s", doc = "the whole step") Quantity<Time> stepTime) {

    static Candidate of(SearchOutcome.Candidate<Config, StepProfile> found) {
      StepProfile step = found.evaluation();
      return new Candidate(
          found.config(),
          step.mfu(),
          Units.of(step.throughput(), PER_SECOND),
          Units.of(step.stepLatency(), SECOND));
    }
  }

  public ParallelismOptimizer() {
    super(MethodHandles.lookup(), Inputs.class, ParallelismResult.class);
  }

  @Override
  public ParallelismResult search(Inputs inputs, Search search) {
    LayoutSpace space = LayoutSpace.of(inputs);
    SearchOutcome<Config, StepProfile> outcome =
        search
            .over(space::forEachThatFits)
            .evaluatedBy(space::price)
            .tiesWithin(TIE)
            .bestOfEach(Config::withoutMicrobatches)
            .keep(TOP)
            .maximize(StepProfile::mfu);
    if (outcome.failedCount() > 0) {
      SearchOutcome.Dropped<Config> failed = outcome.failed().get(0);
      throw new InternalException(id(), failed.config() + ": " + failed.reason(), null);
    }
    return result(inputs, space.size(), outcome);
  }

  private static ParallelismResult result(
      Inputs inputs, int spaceSize, SearchOutcome<Config, StepProfile> outcome) {
    List<Candidate> top = outcome.top().stream().map(Candidate::of).toList();
    Optional<Candidate> best = top.stream().findFirst();
    return new ParallelismResult(
        best.isPresent(),
        best.isPresent()
            ? List.of()
            : List.of(spaceSize == 0 ? InfeasibleReason.NO_VALID_LAYOUT : InfeasibleReason.MEMORY),
        best.map(Candidate::mfu),
        "mfu",
        "",
        OptimizerResult.Direction.MAXIMIZE,
        best.map(Candidate::config),
        best.map(Candidate::mfu),
        best.map(Candidate::throughput),
        best.map(Candidate::stepTime),
        spaceSize,
        outcome.searched(),
        outcome.infeasibleCount(),
        outcome.failedCount(),
        top,
        Caveats.of(inputs.fleet().accelerator(), inputs.precision(), inputs.efficiency()).list());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, ParallelismResult result) {
    return result.topCandidates().stream()
        .limit(1)
        .map(best -> LayoutSpace.of(inputs).explain(inputs, best))
        .toList();
  }
}

package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.SECOND;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
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
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.serving.ServingCapacity;

/**
 * The smallest number of replicas that serves a request rate within a P99 latency.
 *
 * <pre>
 * base        = ttft + output · itl           what a request takes without a queue
 * per replica = N / base                      N requests share a replica for that long
 * P99         = base + P99 wait of M/G/r at rate N / base
 * </pre>
 *
 * <p>N is what the paged cache of one replica holds at the mean length ({@link
 * ContinuousBatchingModel}). The answer takes time in proportion to {@code max_replicas}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How many replicas does a request rate need to meet a P99 latency?",
    walls = {"Serving", "Batching", "Tail Latency"},
    equation = "base = ttft + output itl; smallest r with base + P99 wait(r) <= target",
    sources = {
      "Pope et al. (2022), Efficiently Scaling Transformer Inference, arXiv 2211.05102",
      "Kwon et al. (2023), PagedAttention, arXiv 2309.06180",
      "Erlang (1917)",
      "Lee, Longton (1959), Operational Research Quarterly 10(1)",
      "Dean, Barroso (2013), The Tail at Scale, doi 10.1145/2408776.2408794"
    })
public final class ServingCapacityModel
    extends BaseModel<ServingCapacityModel.Inputs, ServingCapacityModel.ServingCapacityResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the language model", aliases = "workload") Workload model,
      @Port(doc = "the accelerator of a replica") HardwareNode hardware,
      @Port(doc = "requests a second", range = "(0, inf)") double qps,
      @Port(doc = "latency that 99 of 100 requests shall keep", unit = "ms", range = "(0, inf)")
          Quantity<Time> targetP99LatencyMs,
      @Port(doc = "tokens of the longest request", defaultValue = "2048", range = "[1, inf)")
          int maxSeqLen,
      @Port(
              doc = "mean tokens of a request; max_seq_len when absent, and never more",
              range = "(0, inf)")
          Optional<Double> meanRequestTokens,
      @Port(doc = "tokens that a request generates", defaultValue = "128", range = "[1, inf)")
          int outputTokens,
      @Port(
              doc = "most requests decoded together on a replica",
              defaultValue = "32",
              range = "[1, inf)")
          int maxBatchSize,
      @Port(doc = "most replicas", defaultValue = "1024", range = "[1, inf)") int maxReplicas,
      @Port(
              doc = "standard deviation of the service time over its mean",
              defaultValue = "1",
              range = "[0, inf)")
          double serviceTimeCv,
      @Port(doc = "number format of weights and cache", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "share of the peak rate that the kernels sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency) {

    public Inputs {
      RequestLength.check(meanRequestTokens, maxSeqLen);
    }

    /** Names the inputs one by one; all but model, hardware, rate and target have defaults. */
    public static ServingCapacityModelInputsBuilder builder() {
      return new ServingCapacityModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record ServingCapacityResult(
      @Port(verdict = true, doc = "whether the target is met") boolean feasible,
      @Port(doc = "replicas needed; the most allowed when they do not suffice")
          int requiredReplicas,
      @Port(doc = "requests a second to be served") double qpsTarget,
      @Port(doc = "requests a second that so many replicas can serve") double qpsCapacity,
      @Port(doc = "requests a second that one replica can serve") double perReplicaQpsCapacity,
      @Port(doc = "target over capacity; absent without capacity") Optional<Double> utilization,
      @Port(unit = "s", doc = "latency to be kept") Quantity<Time> targetP99Latency,
      @Port(unit = "s", doc = "latency that one request in a hundred exceeds; absent if unstable")
          Optional<Quantity<Time>> estimatedP99Latency,
      @Port(unit = "s", doc = "latency of a request without a queue")
          Quantity<Time> baseRequestLatency,
      @Port(unit = "s", doc = "wait that one request in a hundred exceeds; absent if unstable")
          Optional<Quantity<Time>> queueWaitP99,
      @Port(doc = "requests decoded together on a replica") int activeBatchSize,
      @Port(unit = "s", doc = "time to first token of such a batch") Quantity<Time> ttft,
      @Port(unit = "s", doc = "time between tokens of such a batch") Quantity<Time> itl,
      @Port(doc = "what stands in the way") CapacityLimit bottleneck,
      @Port(doc = "why the target is missed; empty when it is met") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public ServingCapacityResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public ServingCapacityModel() {
    super(MethodHandles.lookup(), Inputs.class, ServingCapacityResult.class);
  }

  @Override
  public ServingCapacityResult solve(Inputs inputs) {
    ServingCapacity.Result plain = plain(inputs);
    CapacityLimit limit = CapacityLimit.of(plain.verdict());
    return new ServingCapacityResult(
        limit == CapacityLimit.NONE,
        plain.replicas(),
        inputs.qps(),
        plain.qpsCapacity(),
        plain.perReplicaQps(),
        Forms.value(plain.utilization()),
        Units.of(target(inputs), SECOND),
        Forms.quantity(plain.p99(), SECOND),
        Units.of(plain.baseLatency(), SECOND),
        Forms.quantity(plain.p99Wait(), SECOND),
        (int) plain.activeBatch(),
        Units.of(plain.ttft(), SECOND),
        Units.of(plain.itl(), SECOND),
        limit,
        CapacityFindings.trace(inputs, plain, limit),
        Caveats.of(inputs.hardware(), inputs.precision(), inputs.efficiency())
            .add("The mean length is prefilled in full, its generated tokens included.")
            .list());
  }

  static double target(Inputs inputs) {
    return Units.in(SECOND, inputs.targetP99LatencyMs());
  }

  private static ServingCapacity.Result plain(Inputs inputs) {
    return ServingCapacity.solve(
        Workloads.keepingState("model", inputs.model()),
        Forms.device(inputs.hardware(), inputs.precision()),
        inputs.precision().bytesPerElement(),
        inputs.efficiency(),
        inputs.qps(),
        target(inputs),
        inputs.maxSeqLen(),
        RequestLength.mean(inputs.meanRequestTokens(), inputs.maxSeqLen()),
        inputs.outputTokens(),
        inputs.maxBatchSize(),
        inputs.maxReplicas(),
        inputs.serviceTimeCv());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, ServingCapacityResult result) {
    return CapacityTerms.explain(inputs, plain(inputs));
  }
}

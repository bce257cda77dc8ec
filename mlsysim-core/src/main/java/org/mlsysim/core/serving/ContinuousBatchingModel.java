package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.BYTE;
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
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.serving.ContinuousBatching;

/**
 * Continuous batching: how many requests decode together, and how fast, when their cache is paged
 * on demand or reserved to its longest length.
 *
 * <pre>
 * N_static = floor(M / (k S_max))
 * N_paged  = floor(M / (k p E[ceil(S / p)]))
 * throughput = N / step(N)
 * </pre>
 *
 * <p>M is the memory beside the weights, k the cache of a token, p the tokens of a page, S the
 * length of a request: an exponential of the stated mean, capped at S_max. A state-space model
 * keeps one state a request, so paging gains it nothing.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How many requests decode together, and how fast, with reserved and paged cache?",
    walls = "Batching",
    equation =
        "N_static = floor(M / (k S_max)); N_paged = floor(M / (k p E[ceil(S / p)])); throughput ="
            + " N / step(N)",
    sources = {
      "Kwon et al. (2023), PagedAttention, arXiv 2309.06180",
      "Yu et al. (2022), Orca, OSDI 2022"
    })
public final class ContinuousBatchingModel
    extends BaseModel<
        ContinuousBatchingModel.Inputs, ContinuousBatchingModel.ContinuousBatchingResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the language model", aliases = "workload") Workload model,
      @Port(doc = "the accelerator") HardwareNode hardware,
      @Port(doc = "tokens of the longest request", range = "[1, inf)") int maxSeqLen,
      @Port(
              doc = "mean tokens of a request; max_seq_len when absent, and never more",
              range = "(0, inf)")
          Optional<Double> meanRequestTokens,
      @Port(doc = "most requests decoded together", defaultValue = "1", range = "[1, inf)")
          int maxBatchSize,
      @Port(doc = "tokens of a page", defaultValue = "16", range = "[1, inf)") int pageSize,
      @Port(doc = "number format of weights and cache", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "share of the peak rate that the kernels sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency) {

    public Inputs {
      RequestLength.check(meanRequestTokens, maxSeqLen);
    }

    /**
     * Names the inputs one by one; all but model, hardware and the longest request have defaults.
     */
    public static ContinuousBatchingModelInputsBuilder builder() {
      return new ContinuousBatchingModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record ContinuousBatchingResult(
      @Port(verdict = true, doc = "whether at least one paged request fits") boolean feasible,
      @Port(doc = "paged: tokens decoded a second") double throughputTokensPerSec,
      @Port(doc = "paged: requests decoded together") int maxActiveRequests,
      @Port(doc = "reserved: tokens decoded a second") double staticThroughputTokensPerSec,
      @Port(doc = "reserved: requests decoded together") int staticMaxActiveRequests,
      @Port(doc = "mean tokens of a request") double meanRequestTokens,
      @Port(doc = "paged: share of the allocated cache that stays empty")
          double pagedInternalFragmentation,
      @Port(doc = "reserved: share of the allocated cache that stays empty")
          double staticInternalFragmentation,
      @Port(unit = "B", doc = "paged: cache allocated") Quantity<DataSize> pagedKvCacheSize,
      @Port(unit = "B", doc = "reserved: cache allocated") Quantity<DataSize> staticKvCacheSize,
      @Port(unit = "s", doc = "prefill of a full batch of longest prompts, an upper bound")
          Quantity<Time> ttft,
      @Port(unit = "s", doc = "paged: time between tokens; absent when nothing fits")
          Optional<Quantity<Time>> itl,
      @Port(doc = "paged over reserved throughput; absent when only paging fits, 1 when neither")
          Optional<Double> speedupVsStatic,
      @Port(doc = "why nothing fits; empty when something does") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public ContinuousBatchingResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public ContinuousBatchingModel() {
    super(MethodHandles.lookup(), Inputs.class, ContinuousBatchingResult.class);
  }

  @Override
  public ContinuousBatchingResult solve(Inputs inputs) {
    WorkloadForm model = Workloads.keepingState("model", inputs.model());
    ContinuousBatching.Result plain = plain(inputs, model);
    return new ContinuousBatchingResult(
        plain.feasible(),
        plain.throughput(),
        (int) plain.activeRequests(),
        plain.staticThroughput(),
        (int) plain.staticActiveRequests(),
        mean(inputs),
        plain.pagedFragmentation(),
        plain.staticFragmentation(),
        Units.of(plain.pagedCacheBytes(), BYTE),
        Units.of(plain.staticCacheBytes(), BYTE),
        Units.of(plain.ttft(), SECOND),
        Forms.quantity(plain.itl(), SECOND),
        Forms.value(plain.speedup()),
        plain.feasible()
            ? List.of()
            : List.of(
                "No request fits beside the weights: "
                    + Shortfall.of(
                        inputs.model().id() + " without any cache",
                        model.storedBytes(inputs.precision().bytesPerElement()),
                        inputs.hardware())),
        Caveats.of(inputs.hardware(), inputs.precision(), inputs.efficiency())
            .add("Lengths of requests are taken as an exponential of their mean, capped.")
            .addWhen(
                inputs.maxBatchSize() > 1,
                "ttft prefills max_batch_size prompts of max_seq_len, an upper bound.")
            .list());
  }

  static double mean(Inputs inputs) {
    return RequestLength.mean(inputs.meanRequestTokens(), inputs.maxSeqLen());
  }

  private static ContinuousBatching.Result plain(Inputs inputs, WorkloadForm model) {
    return ContinuousBatching.solve(
        model,
        Forms.device(inputs.hardware(), inputs.precision()),
        inputs.precision().bytesPerElement(),
        inputs.efficiency(),
        inputs.maxSeqLen(),
        mean(inputs),
        inputs.maxBatchSize(),
        inputs.pageSize());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, ContinuousBatchingResult result) {
    WorkloadForm model = Workloads.keepingState("model", inputs.model());
    return PagedBatchTerms.explain(inputs, model, plain(inputs, model));
  }
}

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
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.serving.Serving;

/**
 * Serving a batch of equal requests: time to first token, time between tokens, memory.
 *
 * <pre>
 * TTFT = max(ops / (peak · efficiency), bytes / bandwidth) + dispatch + 1e-5 s · L
 * ITL  = max(bytes / bandwidth, ops / (peak · efficiency)) + 1e-5 s · L
 * </pre>
 *
 * <p>A prefix may be cached, the prompt chunked, decoding moved to another node, tokens proposed by
 * a draft. Bandwidth is taken at its specified value, so decode times are lower bounds; requests
 * that do not fit are still timed.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How long until the first token, how long between tokens, and does the batch fit?",
    walls = "Serving",
    equation =
        "TTFT = max(ops / (peak · efficiency), bytes / bandwidth) + overhead; ITL = max(bytes /"
            + " bandwidth, ops / (peak · efficiency)) + layer tax",
    sources = {
      "Pope et al. (2022), Efficiently Scaling Transformer Inference, arXiv 2211.05102",
      "Agrawal et al. (2024), Sarathi-Serve, arXiv 2403.02310",
      "Zhong et al. (2024), DistServe, arXiv 2401.09670",
      "Patel et al. (2024), Splitwise, arXiv 2311.18677",
      "Leviathan et al. (2023), Speculative Decoding, arXiv 2211.17192",
      "Kwon et al. (2023), PagedAttention, arXiv 2309.06180"
    })
public final class ServingModel extends BaseModel<ServingModel.Inputs, ServingModel.ServingResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the language model", aliases = "workload") Workload model,
      @Port(doc = "the accelerator; the one that prefills where another decodes")
          HardwareNode hardware,
      @Port(doc = "tokens of each sequence", range = "[1, inf)") int seqLen,
      @Port(doc = "sequences served together", defaultValue = "1", range = "[1, inf)")
          int batchSize,
      @Port(doc = "number format of weights and cache", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "share of the peak rate that the kernels sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency,
      @Port(doc = "the accelerator that decodes, where it is another one")
          Optional<HardwareNode> decodeHardware,
      @Port(
              doc = "rate at which the cache moves to the other accelerator",
              unit = "B/s",
              defaultValue = "100 GB/s",
              range = "(0, inf)")
          Quantity<DataRate> networkBandwidth,
      @Port(doc = "the small model that proposes tokens") Optional<Workload> draftModel,
      @Port(
              doc = "probability that a proposed token is accepted",
              defaultValue = "0.7",
              range = "[0, 1]")
          double draftAcceptanceRate,
      @Port(
              doc = "tokens of the prompt whose cache is already there; less than seq_len",
              defaultValue = "0",
              range = "[0, inf)")
          int cachedPrefixLen,
      @Port(
              doc = "most new tokens of a sequence in one prefill pass; all at once when absent",
              range = "[1, inf)")
          Optional<Integer> prefillChunkTokens) {

    public Inputs {
      if (seqLen >= 1 && cachedPrefixLen >= seqLen) {
        throw BadInputException.conflict(
            "cached_prefix_len",
            "cached_prefix_len is %d, but seq_len is %d; at least one token is new."
                .formatted(cachedPrefixLen, seqLen));
      }
    }

    /**
     * Names the inputs one by one; all but model, hardware and the sequence length have defaults.
     */
    public static ServingModelInputsBuilder builder() {
      return new ServingModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record ServingResult(
      @Port(verdict = true, doc = "whether weights and caches fit every node involved")
          boolean feasible,
      @Port(unit = "s", doc = "time to first token") Quantity<Time> ttft,
      @Port(unit = "s", doc = "time between tokens") Quantity<Time> itl,
      @Port(unit = "B", doc = "KV cache or state of the batch") Quantity<DataSize> kvCacheSize,
      @Port(unit = "B", doc = "weights of the model") Quantity<DataSize> modelWeightsSize,
      @Port(unit = "B", doc = "weights and caches of model and draft")
          Quantity<DataSize> totalMemoryRequired,
      @Port(doc = "share of the decoding node's memory that is taken") double memoryUtilization,
      @Port(doc = "share of the prefilling node's memory, where another one decodes")
          Optional<Double> prefillMemoryUtilization,
      @Port(doc = "share of the prompt that was cached") double promptCacheHitRatio,
      @Port(doc = "passes that the prefill takes") int prefillChunks,
      @Port(unit = "s", doc = "time of the slowest chunk, where the prompt is chunked")
          Optional<Quantity<Time>> prefillChunkTime,
      @Port(unit = "s", doc = "longest stall of decoding by a chunk, where the prompt is chunked")
          Optional<Quantity<Time>> decodeStallBound,
      @Port(doc = "why it does not fit; empty when it does") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public ServingResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    /** The result of the law's plain form. */
    public static ServingResult of(
        Serving.Result plain, List<String> constraintTrace, List<String> caveats) {
      return new ServingResult(
          plain.feasible(),
          Units.of(plain.ttft(), SECOND),
          Units.of(plain.itl(), SECOND),
          Units.of(plain.cacheBytes(), BYTE),
          Units.of(plain.weightBytes(), BYTE),
          Units.of(plain.memoryRequired(), BYTE),
          plain.memoryUtilization(),
          Forms.value(plain.prefillMemoryUtilization()),
          plain.prefixHitRatio(),
          (int) plain.chunks(),
          Forms.quantity(plain.longestChunk(), SECOND),
          Forms.quantity(plain.longestChunk(), SECOND),
          constraintTrace,
          caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public ServingModel() {
    super(MethodHandles.lookup(), Inputs.class, ServingResult.class);
  }

  @Override
  public ServingResult solve(Inputs inputs) {
    Serving.Result plain = Serving.solve(ServingForms.of(inputs));
    return ServingResult.of(
        plain, ServingFindings.trace(inputs, plain), ServingFindings.caveats(inputs));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, ServingResult result) {
    return ServingTerms.explain(inputs, Serving.solve(ServingForms.of(inputs)));
  }
}

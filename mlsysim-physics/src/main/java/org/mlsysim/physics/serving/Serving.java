package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.Ties;

/**
 * Serving a language model: time to first token, time between tokens, and memory.
 *
 * <p>Prefill and decode may run on different nodes, a prefix may already be cached, the prompt may
 * be chunked, and a draft may propose tokens. The prefill of the draft is not charged.
 *
 * @see <a href="https://arxiv.org/abs/2401.09670">Zhong et al., DistServe, OSDI 2024</a>
 * @see <a href="https://arxiv.org/abs/2311.18677">Patel et al., Splitwise, ISCA 2024</a>
 */
public final class Serving {
  /**
   * A served batch.
   *
   * @param feasible whether weights and caches fit every node involved
   * @param ttft time to first token: prefill and, if disaggregated, the transfer of the cache [s]
   * @param itl time between tokens [s]
   * @param cacheBytes KV cache or state of the model [B]
   * @param weightBytes weights of the model [B]
   * @param memoryRequired weights and caches of model and draft [B]
   * @param memoryUtilization share of the decode node's memory [1]
   * @param prefillMemoryUtilization share of the prefill node's memory [1]; NaN unless
   *     disaggregated
   * @param prefixHitRatio share of the prompt that was cached [1]
   * @param chunks prefill passes, whole
   * @param longestChunk longest stall of decoding by a chunk [s]; NaN without chunking
   * @param prefill the prefill alone
   * @param cacheTransfer time the cache takes to the decode node [s]; 0 unless disaggregated
   * @param decode the plain decode step, or the verification of a draft
   * @param draftStep one step of the draft [s]; NaN without a draft
   */
  public record Result(
      boolean feasible,
      double ttft,
      double itl,
      double cacheBytes,
      double weightBytes,
      double memoryRequired,
      double memoryUtilization,
      double prefillMemoryUtilization,
      double prefixHitRatio,
      double chunks,
      double longestChunk,
      Prefill.Result prefill,
      double cacheTransfer,
      DecodeStep.Result decode,
      double draftStep) {}

  /** Serves one batch. */
  public static Result solve(ServingForm in) {
    double b = in.bytesPerElement();
    double weights = in.model().storedBytes(b);
    double cache = in.model().cacheBytes(in.seqLen(), in.batch(), b);
    Prefill.Result prefill =
        Prefill.solve(
            in.model(),
            in.device(),
            b,
            in.efficiency(),
            in.batch(),
            in.seqLen() - in.cachedPrefix(),
            in.cachedPrefix(),
            in.chunkTokens());
    // The prefix lives on the prefill node, so the whole cache moves.
    double transfer = in.disaggregated() ? cache / in.networkBandwidth() : 0.0;

    double positions = in.speculative() ? SpeculativeDecoding.VERIFIED_POSITIONS : 1.0;
    DecodeStep.Result decode =
        DecodeStep.solve(
            in.model(), in.decodeDevice(), b, in.efficiency(), in.batch(), positions, in.seqLen());
    double itl = decode.time();
    double required = weights + cache;
    double draftStep = Double.NaN;
    if (in.speculative()) {
      draftStep =
          DecodeStep.solve(
                  in.draft(), in.decodeDevice(), b, in.efficiency(), in.batch(), 1.0, in.seqLen())
              .time();
      itl = SpeculativeDecoding.timePerToken(draftStep, decode.time(), in.acceptanceRate());
      required += in.draft().storedBytes(b) + in.draft().cacheBytes(in.seqLen(), in.batch(), b);
    }

    double prefillCapacity = in.device().memoryCapacity();
    boolean feasible =
        Ties.fits(required, in.decodeDevice().memoryCapacity())
            && (!in.disaggregated() || Ties.fits(weights + cache, prefillCapacity));
    return new Result(
        feasible,
        prefill.time() + transfer,
        itl,
        cache,
        weights,
        required,
        required / in.decodeDevice().memoryCapacity(),
        in.disaggregated() ? (weights + cache) / prefillCapacity : Double.NaN,
        in.cachedPrefix() / in.seqLen(),
        prefill.chunks(),
        Double.isNaN(in.chunkTokens()) ? Double.NaN : prefill.longestChunk(),
        prefill,
        transfer,
        decode,
        draftStep);
  }

  private Serving() {}
}

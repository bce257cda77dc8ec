package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.Overhead;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * Prefill: a batch of prompts is read in one pass, or in chunks that let decoding go on between
 * them.
 *
 * <pre>
 * t_i = max(ops_i / (peak efficiency), io_i / bandwidth) + dispatch + 1e-5 L
 * ops_i = B (2 P_a m_i + attention(m_i, e_i))     chunk of m_i tokens that ends at position e_i
 * io_i  = touched(m_i B) + cache_io(e_i, B)
 * </pre>
 *
 * <p>The chunk reads what stands before it and writes what it adds, so a prompt of one token costs
 * at least one decode step. Attention is causal, so the work of chunks sums to that of the whole;
 * their weight traffic does not.
 *
 * @see <a href="https://arxiv.org/abs/2211.05102">Pope et al., Efficiently Scaling Transformer
 *     Inference, 2022</a>
 * @see <a href="https://arxiv.org/abs/2403.02310">Agrawal et al., Sarathi-Serve, OSDI 2024</a>
 */
public final class Prefill {
  /**
   * Time and work of a prefill.
   *
   * @param time all chunks [s]
   * @param chunks number of chunks, whole
   * @param longestChunk time of the slowest chunk, which is how long decoding stalls [s]
   * @param ops work of all chunks [FLOP]
   * @param bytes traffic of all chunks [B]
   * @param computeTime time the arithmetic of all chunks needs [s]
   * @param memoryTime time the traffic of all chunks needs [s]
   * @param overhead dispatch and layer tax of all chunks [s]
   */
  public record Result(
      double time,
      double chunks,
      double longestChunk,
      double ops,
      double bytes,
      double computeTime,
      double memoryTime,
      double overhead) {}

  /**
   * Work of one chunk of a batch.
   *
   * @param model the model
   * @param batch B, sequences, &ge; 1
   * @param tokens m, new tokens of each sequence, &ge; 1
   * @param end e, position of each sequence after the chunk, &ge; m
   * @return ops [FLOP]
   */
  public static double ops(WorkloadForm model, double batch, double tokens, double end) {
    return batch
        * (2.0 * model.activeParametersOrAll() * tokens + model.attentionFlops(tokens, end, true));
  }

  /**
   * Traffic of one chunk of a batch: the weights it touches and the cache up to its end.
   *
   * @param model the model
   * @param bytesPerElement b [B]
   * @param batch B, sequences, &ge; 1
   * @param tokens m, new tokens of each sequence, &ge; 1
   * @param end e, position of each sequence after the chunk, &ge; m
   * @return io [B]
   */
  public static double bytes(
      WorkloadForm model, double bytesPerElement, double batch, double tokens, double end) {
    return model.touchedBytes(tokens * batch, bytesPerElement)
        + model.cacheTraffic(end, batch, bytesPerElement);
  }

  /**
   * Prefills a batch of equal prompts.
   *
   * @param model the model; keeps a KV cache or a state
   * @param device the accelerator, its peak at the precision used
   * @param bytesPerElement b, width of weights and cache [B]
   * @param efficiency share of peak the arithmetic reaches [1], in (0, 1]
   * @param batch B, sequences, &ge; 1
   * @param newTokens n, tokens of each prompt that are not cached, &ge; 1
   * @param cachedTokens c, tokens before them whose cache is already there, &ge; 0
   * @param chunkTokens most new tokens of a sequence in one pass, &ge; 1; NaN for all at once
   * @return time and work
   */
  public static Result solve(
      WorkloadForm model,
      DeviceForm device,
      double bytesPerElement,
      double efficiency,
      double batch,
      double newTokens,
      double cachedTokens,
      double chunkTokens) {
    double rate = device.peakFlops() * efficiency;
    double bandwidth = device.memoryBandwidth();
    double passOverhead = Overhead.inference(1.0, device.dispatchTax(), model.layersOrOne());
    double chunk = Double.isNaN(chunkTokens) ? newTokens : Math.min(chunkTokens, newTokens);
    double full = Math.floor(newTokens / chunk);
    double rest = newTokens - full * chunk;

    double firstEnd = cachedTokens + chunk;
    double lastEnd = cachedTokens + full * chunk;
    double firstOps = ops(model, batch, chunk, firstEnd);
    double lastOps = ops(model, batch, chunk, lastEnd);
    double firstBytes = bytes(model, bytesPerElement, batch, chunk, firstEnd);
    double lastBytes = bytes(model, bytesPerElement, batch, chunk, lastEnd);
    double restEnd = cachedTokens + newTokens;
    double restOps = rest > 0.0 ? ops(model, batch, rest, restEnd) : 0.0;
    double restBytes = rest > 0.0 ? bytes(model, bytesPerElement, batch, rest, restEnd) : 0.0;
    double restTime = Math.max(restOps / rate, restBytes / bandwidth);

    double chunks = rest > 0.0 ? full + 1.0 : full;
    double ops = PassSeries.sum(full, firstOps, lastOps) + restOps;
    double bytes = PassSeries.sum(full, firstBytes, lastBytes) + restBytes;
    double working =
        PassSeries.time(
                full,
                firstOps / rate,
                lastOps / rate,
                firstBytes / bandwidth,
                lastBytes / bandwidth)
            + restTime;
    // A chunk sees a longer cache than the one before it, so the last full one or the rest is it.
    double longest = Math.max(Math.max(lastOps / rate, lastBytes / bandwidth), restTime);
    return new Result(
        working + chunks * passOverhead,
        chunks,
        longest + passOverhead,
        ops,
        bytes,
        ops / rate,
        bytes / bandwidth,
        chunks * passOverhead);
  }

  private Prefill() {}
}

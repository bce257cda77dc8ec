package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.Overhead;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * One decode step: a batch of sequences takes its next token, or several positions at once when a
 * draft is verified.
 *
 * <pre>
 * t   = max(io / bandwidth, ops / (peak efficiency)) + 1e-5 L
 * ops = B q (2 P_a + attention of one token over s)
 * io  = touched(q B) + cache_io(s, B)
 * </pre>
 *
 * <p>There is no dispatch tax, because decode loops replay captured graphs, and no traffic of
 * hidden states, which is that of a few dozen cached tokens per sequence.
 *
 * @see <a href="https://arxiv.org/abs/2211.05102">Pope et al., Efficiently Scaling Transformer
 *     Inference, 2022</a>
 */
public final class DecodeStep {
  /**
   * Time and work of a step.
   *
   * @param time the step [s]
   * @param ops work [FLOP]
   * @param bytes traffic [B]
   * @param computeTime time the arithmetic needs [s]
   * @param memoryTime time the traffic needs [s]
   * @param layerTax framework cost of the layers [s]
   */
  public record Result(
      double time,
      double ops,
      double bytes,
      double computeTime,
      double memoryTime,
      double layerTax) {}

  /**
   * Work of a step.
   *
   * @param model the model
   * @param batch B, sequences, &ge; 1
   * @param positions q, positions of each sequence, &ge; 1
   * @param cachedTokens s, tokens each position attends to, &ge; 0
   * @return ops [FLOP]
   */
  public static double ops(
      WorkloadForm model, double batch, double positions, double cachedTokens) {
    return batch
        * positions
        * (2.0 * model.activeParametersOrAll() + model.decodeAttentionFlops(cachedTokens));
  }

  /**
   * Traffic of a step: the weights it touches and the whole cache.
   *
   * @param model the model
   * @param bytesPerElement b [B]
   * @param batch B, sequences, &ge; 1
   * @param positions q, positions of each sequence, &ge; 1
   * @param cachedTokens s, cached tokens of each sequence, &ge; 0
   * @return io [B]
   */
  public static double bytes(
      WorkloadForm model,
      double bytesPerElement,
      double batch,
      double positions,
      double cachedTokens) {
    return model.touchedBytes(positions * batch, bytesPerElement)
        + model.cacheTraffic(cachedTokens, batch, bytesPerElement);
  }

  /**
   * Decodes one step.
   *
   * @param model the model; keeps a KV cache or a state
   * @param device the accelerator, its peak at the precision used
   * @param bytesPerElement b, width of weights and cache [B]
   * @param efficiency share of peak the arithmetic reaches [1], in (0, 1]
   * @param batch B, sequences, &ge; 1
   * @param positions q, positions of each sequence, 1 in plain decoding
   * @param cachedTokens s, cached tokens of each sequence, &ge; 0
   * @return time and work
   */
  public static Result solve(
      WorkloadForm model,
      DeviceForm device,
      double bytesPerElement,
      double efficiency,
      double batch,
      double positions,
      double cachedTokens) {
    double ops = ops(model, batch, positions, cachedTokens);
    double bytes = bytes(model, bytesPerElement, batch, positions, cachedTokens);
    double compute = ops / (device.peakFlops() * efficiency);
    double memory = bytes / device.memoryBandwidth();
    double tax = model.layersOrOne() * Overhead.LAYER_TAX;
    return new Result(Math.max(memory, compute) + tax, ops, bytes, compute, memory, tax);
  }

  private DecodeStep() {}
}

package org.mlsysim.physics.node;

/**
 * Activation traffic: the bytes of intermediate tensors that one token sends through memory in one
 * forward pass.
 *
 * <p>Each tensor that crosses two kernels is written once and read once, with the fusion of current
 * engines: the residual stream is read by two norms and updated twice, attention scores stay on
 * chip.
 *
 * @see <a href="https://arxiv.org/abs/2007.00072">Ivanov et al., Data Movement Is All You Need,
 *     MLSys 2021</a>
 * @see <a href="https://arxiv.org/abs/2205.14135">Dao et al., FlashAttention, NeurIPS 2022</a>
 */
public final class Activations {
  /** Feed-forward width over model width where a model does not state it (Vaswani et al., 2017). */
  public static final double FFN_RATIO = 4;

  /** Narrowest stored activation [B]: residual stream and attention output stay 16 bit wide. */
  public static final double MIN_BYTES_PER_ELEMENT = 2;

  /** Share of the weights moved per sample where no architecture is known; a judgement. */
  public static final double DEFAULT_FRACTION = 0.1;

  /** Width of one stored activation [B]: {@code max(b, 2)}. */
  public static double bytesPerElement(double weightBytesPerElement) {
    return Math.max(weightBytesPerElement, MIN_BYTES_PER_ELEMENT);
  }

  /**
   * Traffic of one token through an attention model.
   *
   * <pre>A = L (6 h + 4 a d + c + 2 f) b_a</pre>
   *
   * @param layers L
   * @param hiddenDim h, width of the residual stream (read by two norms, updated twice)
   * @param heads a, query heads
   * @param headDim d, width of a head; queries and attention output are 2 a d each way
   * @param cachedElements c, elements added to the cache per token and layer
   * @param intermediateSize f, width inside the feed-forward block
   * @param activationBytes b_a, width of one activation [B]
   * @return A [B]
   */
  public static double attentionTraffic(
      double layers,
      double hiddenDim,
      double heads,
      double headDim,
      double cachedElements,
      double intermediateSize,
      double activationBytes) {
    return layers
        * (6 * hiddenDim + 4 * heads * headDim + cachedElements + 2 * intermediateSize)
        * activationBytes;
  }

  /** Traffic of one token through a state-space model [B]: {@code L (3 + 8 e) h b_a}. */
  public static double stateSpaceTraffic(
      double layers, double expansion, double hiddenDim, double activationBytes) {
    return layers * (3 + 8 * expansion) * hiddenDim * activationBytes;
  }

  /** Traffic of one token through a robot policy of known shape [B]: {@code L (12 h + 2 f) b_a}. */
  public static double policyTraffic(
      double layers, double hiddenDim, double intermediateSize, double activationBytes) {
    return layers * (12 * hiddenDim + 2 * intermediateSize) * activationBytes;
  }

  private Activations() {}
}

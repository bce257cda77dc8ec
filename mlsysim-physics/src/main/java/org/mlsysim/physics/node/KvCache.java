package org.mlsysim.physics.node;

/**
 * What a model keeps between tokens: keys and values, a compressed latent, or a recurrent state.
 */
public final class KvCache {
  /**
   * Elements cached per token and layer with a key and a value per head.
   *
   * <pre>c = 2 n_kv d</pre>
   *
   * @param kvHeads n_kv, key-value heads, &ge; 1
   * @param headDim d, width of a head, &ge; 1
   * @see <a href="https://arxiv.org/abs/2305.13245">Ainslie et al., GQA, EMNLP 2023</a>
   */
  public static double elementsPerToken(double kvHeads, double headDim) {
    return 2 * kvHeads * headDim;
  }

  /**
   * Elements cached per token and layer with multi-head latent attention: one latent that serves
   * keys and values, and one rotary key that all heads share.
   *
   * <pre>c = r_kv + d_rope</pre>
   *
   * @see <a href="https://arxiv.org/abs/2405.04434">DeepSeek-AI, DeepSeek-V2, 2024</a>
   */
  public static double latentElementsPerToken(double kvLoraRank, double qkRopeHeadDim) {
    return kvLoraRank + qkRopeHeadDim;
  }

  /**
   * Size of the cache of a batch of equally long sequences.
   *
   * <pre>M = L c S B b</pre>
   *
   * @param layers L, &ge; 1
   * @param elementsPerToken c, elements cached per token and layer
   * @param tokens S, cached tokens of one sequence, &ge; 0
   * @param batch B, sequences, &ge; 0
   * @param bytesPerElement b, width of one element [B]
   * @return M [B]
   */
  public static double bytes(
      double layers, double elementsPerToken, double tokens, double batch, double bytesPerElement) {
    return layers * elementsPerToken * tokens * batch * bytesPerElement;
  }

  /**
   * Size of the state of a state-space model; it does not grow with the sequence.
   *
   * <pre>M = L B e h (n + w) b</pre>
   *
   * @param layers L, &ge; 1
   * @param batch B, sequences, &ge; 0
   * @param expansion e, inner width over model width, &ge; 1
   * @param hiddenDim h, model width
   * @param stateSize n, state elements per inner channel
   * @param convWidth w, window of the causal convolution, &ge; 1
   * @param bytesPerElement b [B]
   * @return M [B]
   * @see <a href="https://arxiv.org/abs/2312.00752">Gu, Dao, Mamba, 2023</a>
   */
  public static double stateBytes(
      double layers,
      double batch,
      double expansion,
      double hiddenDim,
      double stateSize,
      double convWidth,
      double bytesPerElement) {
    return layers * batch * expansion * hiddenDim * (stateSize + convWidth) * bytesPerElement;
  }

  private KvCache() {}
}

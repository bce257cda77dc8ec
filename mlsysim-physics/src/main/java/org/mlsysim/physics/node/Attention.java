package org.mlsysim.physics.node;

/** The arithmetic of attention: scores and weighted values, without the projections around them. */
public final class Attention {
  /**
   * FLOP per pair of query and key, head element and layer: a multiply-add for the score and one
   * for the weighted value.
   *
   * @see <a href="https://doi.org/10.1145/3458817.3476209">Narayanan et al., Efficient Large-Scale
   *     Language Model Training, SC 2021</a>
   */
  public static final double FLOPS_PER_PAIR = 4;

  /**
   * Attention work of one sequence.
   *
   * <pre>4 L a d s_q s_k              every query sees every key
   * 4 L a d s_q (s_k - s_q / 2)  causal: the queries are the last s_q of s_k positions</pre>
   *
   * <p>The half key of the diagonal is left out, so that the work of chunks sums to the work of the
   * whole prompt.
   *
   * @param layers L, &ge; 1
   * @param heads a, query heads, &ge; 1
   * @param headWidth d, width of a head, averaged over its two products
   * @param queries s_q, tokens that ask, &ge; 0
   * @param keys s_k, tokens they may look at, &ge; s_q if causal
   * @param causal whether a token sees only what stands before it
   * @return work [FLOP]
   */
  public static double flops(
      double layers, double heads, double headWidth, double queries, double keys, boolean causal) {
    double seen = causal ? keys - queries / 2 : keys;
    return FLOPS_PER_PAIR * layers * heads * headWidth * queries * seen;
  }

  /**
   * Width of a head where queries meet full keys and values (prefill, training), averaged over the
   * two products.
   *
   * <pre>d                plain heads
   * d + d_rope / 2   latent attention: scores on d + d_rope, values on d</pre>
   *
   * @param qkRopeHeadDim d_rope, rotary part of a query; 0 without latent attention
   */
  public static double prefillWidth(double headDim, double qkRopeHeadDim) {
    return headDim + qkRopeHeadDim / 2;
  }

  /**
   * Width of a head where a query meets the cached latent directly (decoding in the absorbed form):
   * {@code r_kv + d_rope / 2}.
   *
   * @see <a href="https://arxiv.org/abs/2405.04434">DeepSeek-AI, DeepSeek-V2, 2024</a>
   */
  public static double latentDecodeWidth(double kvLoraRank, double qkRopeHeadDim) {
    return kvLoraRank + qkRopeHeadDim / 2;
  }

  private Attention() {}
}

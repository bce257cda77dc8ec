package org.mlsysim.physics.training;

/**
 * Activations that a transformer layer stores for the backward pass.
 *
 * <p>Per token and unit of width: 34 B at 16 bit (the sum over the tensors of a block with
 * dropout), plus 5 B per score and head (scores, dropout mask, dropped scores) if the attention
 * core is stored.
 *
 * @see <a href="https://arxiv.org/abs/2205.05198">Korthikanti et al., Reducing Activation
 *     Recomputation in Large Transformer Models, MLSys 2023, section 4</a>
 */
public final class ActivationMemory {
  /** Bytes of one layer per token and width that every tensor-parallel rank shards. */
  private static final double SHARDED = 24;

  /** Bytes outside the tensor-parallel blocks, sharded only with sequence parallelism. */
  private static final double BETWEEN_BLOCKS = 10;

  /** Bytes of the layer's input, all that full recomputation keeps. */
  private static final double INPUT = 2;

  /** Bytes per attention score: 2 softmax, 1 mask, 2 dropped. */
  private static final double PER_SCORE = 5;

  /**
   * Bytes one layer stores for one micro-batch on one rank.
   *
   * <pre>y = S_r B h b / 2
   *              sequence parallel        without
   * none         y (34 + 5 a S/h) / t     y (10 + 24/t + 5 a S/(h t))
   * selective    34 y / t                 y (10 + 24/t)
   * full         2 y / t                  2 y</pre>
   *
   * @param checkpointing what is stored
   * @param tokensOnRank S_r, tokens of a sample that the rank holds
   * @param keys S, tokens of a sample
   * @param samples B, samples of the micro-batch
   * @param hiddenDim h
   * @param heads a, not read unless everything is stored
   * @param bytesPerElement b [B]
   * @param tensor t, tensor-parallel ranks
   * @param sequenceParallel whether those ranks also split what lies between the blocks
   * @return bytes [B]
   */
  public static double perLayer(
      ActivationCheckpointing checkpointing,
      double tokensOnRank,
      double keys,
      double samples,
      double hiddenDim,
      double heads,
      double bytesPerElement,
      double tensor,
      boolean sequenceParallel) {
    double unit = tokensOnRank * samples * hiddenDim * bytesPerElement / 2;
    double block =
        sequenceParallel ? (BETWEEN_BLOCKS + SHARDED) / tensor : BETWEEN_BLOCKS + SHARDED / tensor;
    return switch (checkpointing) {
      case NONE -> unit * (block + PER_SCORE * heads * keys / (hiddenDim * tensor));
      case SELECTIVE -> unit * block;
      case FULL -> sequenceParallel ? INPUT * unit / tensor : INPUT * unit;
    };
  }

  private ActivationMemory() {}
}

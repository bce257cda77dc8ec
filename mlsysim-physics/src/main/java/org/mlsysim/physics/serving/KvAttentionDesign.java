package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.WorkloadForm;

/**
 * What a token leaves in the cache under the three designs of attention.
 *
 * @see <a href="https://arxiv.org/abs/1911.02150">Shazeer, Fast Transformer Decoding: One
 *     Write-Head is All You Need, 2019</a>
 * @see <a href="https://arxiv.org/abs/2305.13245">Ainslie et al., GQA, EMNLP 2023</a>
 * @see <a href="https://arxiv.org/abs/2405.04434">DeepSeek-AI, DeepSeek-V2, 2024</a>
 */
public final class KvAttentionDesign {
  /** How queries share keys and values. */
  public enum Design {
    /** Multi-head: keys and values for every query head. */
    MHA,
    /** Grouped-query: several query heads share keys and values. */
    GQA,
    /** Multi-head latent: one compressed latent for all heads. */
    MLA
  }

  /**
   * Three designs side by side.
   *
   * @param mhaPerToken cache of a token under multi-head attention [B]
   * @param gqaPerToken cache of a token under grouped-query attention [B]
   * @param mlaPerToken cache of a token under latent attention [B]
   * @param mhaOverMla first over third [1]
   * @param gqaOverMla second over third [1]
   * @param gqaSession cache of a session under grouped-query attention [B]
   * @param mlaSession cache of a session under latent attention [B]
   */
  public record Result(
      double mhaPerToken,
      double gqaPerToken,
      double mlaPerToken,
      double mhaOverMla,
      double gqaOverMla,
      double gqaSession,
      double mlaSession) {}

  /** The design of an attention model. */
  public static Design design(WorkloadForm model) {
    if (model.hasLatentAttention()) {
      return Design.MLA;
    }
    return model.kvHeadsOrHeads() < model.headsOrDefault() ? Design.GQA : Design.MHA;
  }

  /** Cache of one token [B] at b bytes per element. */
  public static double perToken(WorkloadForm model, double bytesPerElement) {
    return model.cacheBytes(1.0, 1.0, bytesPerElement);
  }

  /**
   * Compares three models.
   *
   * @param mha an attention model, usually multi-head
   * @param gqa an attention model, usually grouped-query
   * @param mla an attention model, usually latent
   * @param bytesPerElement b [B]
   * @param sessionTokens tokens of a session, &ge; 0
   * @return bytes and ratios
   */
  public static Result solve(
      WorkloadForm mha,
      WorkloadForm gqa,
      WorkloadForm mla,
      double bytesPerElement,
      double sessionTokens) {
    double mhaBytes = perToken(mha, bytesPerElement);
    double gqaBytes = perToken(gqa, bytesPerElement);
    double mlaBytes = perToken(mla, bytesPerElement);
    return new Result(
        mhaBytes,
        gqaBytes,
        mlaBytes,
        mhaBytes / mlaBytes,
        gqaBytes / mlaBytes,
        gqaBytes * sessionTokens,
        mlaBytes * sessionTokens);
  }

  private KvAttentionDesign() {}
}

package org.mlsysim.physics.serving;

/**
 * Speculative decoding: a small draft proposes tokens one by one, the model verifies them in one
 * step and keeps the accepted prefix plus one token of its own.
 *
 * @see <a href="https://arxiv.org/abs/2211.17192">Leviathan, Kalman, Matias, Fast Inference from
 *     Transformers via Speculative Decoding, ICML 2023</a>
 */
public final class SpeculativeDecoding {
  /** Tokens the draft proposes per round. */
  public static final int DRAFT_TOKENS = 4;

  /** Positions the model verifies per round: the proposals and the token after them. */
  public static final int VERIFIED_POSITIONS = DRAFT_TOKENS + 1;

  /**
   * Tokens gained per round, on average.
   *
   * <pre>E = 1 + alpha + ... + alpha^4 = (1 - alpha^5) / (1 - alpha)</pre>
   *
   * @param acceptanceRate alpha, probability that one proposal is accepted [1], in [0, 1]
   * @return E, in [1, 5]
   */
  public static double tokensPerRound(double acceptanceRate) {
    // Horner's form of the series: no pole at alpha = 1, no cancellation beside it.
    double expected = 1.0;
    for (int i = 0; i < DRAFT_TOKENS; i++) {
      expected = 1.0 + acceptanceRate * expected;
    }
    return expected;
  }

  /**
   * Time per token.
   *
   * <pre>(4 t_draft + t_verify) / E</pre>
   *
   * @param draftStep t_draft, one step of the draft [s]
   * @param verification t_verify, one step of the model over five positions [s]
   * @param acceptanceRate alpha [1], in [0, 1]
   * @return time per token [s]
   */
  public static double timePerToken(double draftStep, double verification, double acceptanceRate) {
    return (DRAFT_TOKENS * draftStep + verification) / tokensPerRound(acceptanceRate);
  }

  private SpeculativeDecoding() {}
}

package org.mlsysim.physics.serving;

/**
 * The gap that a prompt tears into decoding, read whole or in chunks that ride along with decode
 * steps.
 *
 * <pre>T(N) = max(weight read, 2 P N / R)    one pass over N tokens</pre>
 *
 * @see <a href="https://arxiv.org/abs/2403.02310">Agrawal et al., Sarathi-Serve, OSDI 2024</a>
 */
public final class ChunkedPrefill {
  /**
   * A prompt both ways.
   *
   * @param decodeStep T of the decodes alone [s]
   * @param monolithicPrefill T of the whole prompt [s]
   * @param monolithicGap time between two tokens of a decode when the prompt comes between [s]
   * @param chunks passes that the prompt takes, whole
   * @param chunkedIteration T of a full chunk and the decodes [s], the gap with chunks
   * @param chunkedDone time until the prompt is read in chunks [s]
   * @param gapRatio whole gap over chunked gap [1]
   */
  public record Result(
      double decodeStep,
      double monolithicPrefill,
      double monolithicGap,
      double chunks,
      double chunkedIteration,
      double chunkedDone,
      double gapRatio) {}

  /**
   * Time of one pass that reads all weights once.
   *
   * @param parameters P, parameters a token passes through, &gt; 0
   * @param sustainedRate R [FLOP/s], &gt; 0
   * @param weightReadTime time to read the weights once [s], &gt; 0
   * @param tokens N, tokens of the pass, &ge; 0
   * @return T [s]
   */
  public static double passTime(
      double parameters, double sustainedRate, double weightReadTime, double tokens) {
    return Math.max(weightReadTime, 2.0 * parameters * tokens / sustainedRate);
  }

  /**
   * Reads a prompt both ways.
   *
   * @param parameters P, parameters a token passes through, &gt; 0
   * @param sustainedRate R [FLOP/s], &gt; 0
   * @param weightReadTime time to read the weights once [s], &gt; 0
   * @param decodes sequences that decode meanwhile, &ge; 0
   * @param promptTokens tokens of the prompt, &ge; 1
   * @param chunkTokens most tokens of a chunk, &ge; 1
   * @return both ways
   */
  public static Result solve(
      double parameters,
      double sustainedRate,
      double weightReadTime,
      double decodes,
      double promptTokens,
      double chunkTokens) {
    double decodeStep = passTime(parameters, sustainedRate, weightReadTime, decodes);
    double monolithic = passTime(parameters, sustainedRate, weightReadTime, promptTokens);
    double full = Math.floor(promptTokens / chunkTokens);
    double rest = promptTokens - full * chunkTokens;
    double iteration =
        passTime(
            parameters,
            sustainedRate,
            weightReadTime,
            Math.min(chunkTokens, promptTokens) + decodes);
    double last =
        rest > 0.0 ? passTime(parameters, sustainedRate, weightReadTime, rest + decodes) : 0.0;
    double gap = decodeStep + monolithic;
    return new Result(
        decodeStep,
        monolithic,
        gap,
        Math.ceil(promptTokens / chunkTokens),
        iteration,
        full * iteration + last,
        gap / iteration);
  }

  private ChunkedPrefill() {}
}

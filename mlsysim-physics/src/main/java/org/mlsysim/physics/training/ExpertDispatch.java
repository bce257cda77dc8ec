package org.mlsysim.physics.training;

/**
 * Lower bounds of one expert-parallel dispatch: what a device must send, and what a popular one
 * must receive.
 *
 * <p>First principles, in whole tokens: remainders of the divisions are dropped, every token
 * travels to one expert, and the start-up is paid once although N-1 messages leave. It is a bound;
 * {@link ExpertRouting} pays every start-up.
 */
public final class ExpertDispatch {
  /**
   * The dispatch in tokens, bytes and time.
   *
   * @param tokensPerDevice floor(T/N)
   * @param expertsPerDevice floor(E/N)
   * @param tokensPerExpert floor(T/E)
   * @param tokensPerPair floor(tokensPerDevice/N)
   * @param remotePeers N - 1
   * @param bytesPerToken h b [B]
   * @param pairBytes what one device sends another [B]
   * @param sentBytes what one device sends in all [B]
   * @param injectionBound alpha + sentBytes/beta [s]
   * @param uniformRemoteTokens tokens one device receives under even routing
   * @param hotRemoteTokens tokens the hot device receives, half to even
   * @param uniformReceiveBytes the same in bytes [B]
   * @param hotReceiveBytes the same in bytes [B]
   * @param uniformReceiveBound time to receive them [s]
   * @param hotReceiveBound time to receive them [s]
   */
  public record Bounds(
      long tokensPerDevice,
      long expertsPerDevice,
      long tokensPerExpert,
      long tokensPerPair,
      long remotePeers,
      double bytesPerToken,
      double pairBytes,
      double sentBytes,
      double injectionBound,
      long uniformRemoteTokens,
      long hotRemoteTokens,
      double uniformReceiveBytes,
      double hotReceiveBytes,
      double uniformReceiveBound,
      double hotReceiveBound) {}

  /**
   * Bounds one dispatch.
   *
   * <pre>
   * sent = (N-1) floor(floor(T/N)/N) h b,  t_send = alpha + sent/beta
   * hot  = round(skew (N-1) floor(floor(T/N)/N)),  t_receive = hot h b/beta
   * </pre>
   *
   * @param tokens T, tokens of all devices, T &ge; 1
   * @param devices N, N &ge; 1
   * @param experts E, E &ge; 1
   * @param hiddenDim h, width of a token, h &ge; 1
   * @param bytesPerElement b [B], &gt; 0
   * @param alpha start-up time [s], &ge; 0
   * @param bandwidth beta, one-way link rate [B/s], &gt; 0
   * @param receiveSkew tokens of the hot device over the mean, &ge; 0
   */
  public static Bounds of(
      long tokens,
      long devices,
      long experts,
      long hiddenDim,
      double bytesPerElement,
      double alpha,
      double bandwidth,
      double receiveSkew) {
    long perDevice = tokens / devices;
    long perPair = perDevice / devices;
    long peers = devices - 1;
    double bytesPerToken = hiddenDim * bytesPerElement;
    double pairBytes = perPair * bytesPerToken;
    double sent = peers * pairBytes;
    long uniform = peers * perPair;
    long hot = (long) HalfEven.round(receiveSkew * uniform);
    double uniformBytes = uniform * bytesPerToken;
    double hotBytes = hot * bytesPerToken;
    return new Bounds(
        perDevice,
        experts / devices,
        tokens / experts,
        perPair,
        peers,
        bytesPerToken,
        pairBytes,
        sent,
        alpha + sent / bandwidth,
        uniform,
        hot,
        uniformBytes,
        hotBytes,
        uniformBytes / bandwidth,
        hotBytes / bandwidth);
  }

  private ExpertDispatch() {}
}

package org.mlsysim.physics.network;

/**
 * Many senders, one port: how fast the switch's buffer fills.
 *
 * <p>A fluid account of first principles: constant rates, an empty buffer at the start, no reaction
 * of the senders before the feedback arrives.
 */
public final class Incast {
  /**
   * The burst at the port.
   *
   * @param offeredLoad what the senders send together [B/s]
   * @param oversubscription offered load over the port's rate
   * @param netFillRate growth of the queue, negative when the port keeps up [B/s]
   * @param overflowTime time until the buffer is full [s]; NaN when the queue does not grow
   * @param drainTime time to empty a full buffer once the senders stop [s]
   * @param bandwidthDelayProduct bytes the port forwards before any sender hears of the queue [B]
   */
  public record Burst(
      double offeredLoad,
      double oversubscription,
      double netFillRate,
      double overflowTime,
      double drainTime,
      double bandwidthDelayProduct) {}

  /**
   * Follows a burst into one port.
   *
   * <pre>
   * net = n b - e,  overflow = Q / net (net &gt; 0),  drain = Q / e,  BDP = e RTT
   * </pre>
   *
   * @param senders n, n &ge; 1
   * @param senderBandwidth b, rate of one sender [B/s], b &gt; 0
   * @param egressBandwidth e, rate of the port [B/s], e &gt; 0
   * @param buffer Q, buffer of the port [B], Q &ge; 0
   * @param feedbackRoundTrip RTT until a sender reacts [s], &ge; 0
   */
  public static Burst of(
      double senders,
      double senderBandwidth,
      double egressBandwidth,
      double buffer,
      double feedbackRoundTrip) {
    double offered = senders * senderBandwidth;
    double net = offered - egressBandwidth;
    return new Burst(
        offered,
        offered / egressBandwidth,
        net,
        net > 0.0 ? buffer / net : Double.NaN,
        buffer / egressBandwidth,
        egressBandwidth * feedbackRoundTrip);
  }

  private Incast() {}
}

package org.mlsysim.physics.network;

/**
 * One link without its start-up, and the message size at which the start-up stops mattering.
 *
 * <p>{@link Collectives#pointToPoint} is the whole message, start-up included.
 *
 * @see <a href="https://doi.org/10.1016/S0167-8191(06)80021-9">Hockney, The communication challenge
 *     for MPP, Parallel Computing 20(3), 1994</a>
 */
public final class Links {
  /**
   * Time on the wire, start-up excluded.
   *
   * <pre>t = n / beta</pre>
   *
   * @param bytes n, payload [B], n &ge; 0
   * @param bandwidth beta, one-way rate [B/s], beta &gt; 0
   * @return t [s]
   */
  public static double transferTime(double bytes, double bandwidth) {
    return bytes / bandwidth;
  }

  /**
   * Message size at which start-up and wire take equally long; below it, latency rules.
   *
   * <pre>n* = alpha beta</pre>
   *
   * @param alpha start-up time [s], alpha &ge; 0
   * @param bandwidth beta, one-way rate [B/s], beta &gt; 0
   * @return n* [B], where half of the bandwidth is reached (Hockney 1994)
   */
  public static double crossoverBytes(double alpha, double bandwidth) {
    return alpha * bandwidth;
  }

  private Links() {}
}

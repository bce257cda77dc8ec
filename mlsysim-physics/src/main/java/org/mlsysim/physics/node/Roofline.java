package org.mlsysim.physics.node;

/** The roofline law: a device is limited by its peak rate or by its memory bandwidth. */
public final class Roofline {
  /**
   * Arithmetic intensity at which a device stops being limited by memory.
   *
   * <pre>I* = P / B</pre>
   *
   * @param peakFlops P, peak compute rate [FLOP/s], P &gt; 0
   * @param bandwidth B, memory bandwidth [B/s], B &gt; 0
   * @return I* [FLOP/B]
   * @see <a href="https://doi.org/10.1145/1498765.1498785">Williams, Waterman, Patterson, Roofline,
   *     CACM 52(4), 2009</a>
   */
  public static double ridgePoint(double peakFlops, double bandwidth) {
    return peakFlops / bandwidth;
  }

  private Roofline() {}
}

package org.mlsysim.physics.node;

/**
 * The roofline law: a device is limited by its peak rate or by its memory bandwidth.
 *
 * @see <a href="https://doi.org/10.1145/1498765.1498785">Williams, Waterman, Patterson, Roofline,
 *     CACM 52(4), 2009</a>
 */
public final class Roofline {
  /**
   * Arithmetic intensity at which a device stops being limited by memory.
   *
   * <pre>I* = P / B</pre>
   *
   * @param peakFlops P, peak compute rate [FLOP/s], P &gt; 0
   * @param bandwidth B, memory bandwidth [B/s], B &gt; 0
   * @return I* [FLOP/B]
   */
  public static double ridgePoint(double peakFlops, double bandwidth) {
    return peakFlops / bandwidth;
  }

  /** Attainable rate [FLOP/s] at intensity I [FLOP/B]: {@code min(P, B I)}. */
  public static double attainable(double peakFlops, double bandwidth, double intensity) {
    return Math.min(peakFlops, bandwidth * intensity);
  }

  /**
   * Arithmetic intensity of a pass, {@code I = ops / bytes} [FLOP/B].
   *
   * @param ops work [FLOP], &ge; 0
   * @param bytes traffic [B], &ge; 0; a pass that computes and moves nothing has no finite
   *     intensity and gives NaN
   */
  public static double intensity(double ops, double bytes) {
    if (ops == 0) {
      return 0;
    }
    return bytes == 0 ? Double.NaN : ops / bytes;
  }

  /** The wall that binds a pass of the two times [s]; a tie is compute ({@link Ties}). */
  public static Bound bound(double computeTime, double memoryTime) {
    return Ties.secondBinds(computeTime, memoryTime) ? Bound.MEMORY : Bound.COMPUTE;
  }

  private Roofline() {}
}

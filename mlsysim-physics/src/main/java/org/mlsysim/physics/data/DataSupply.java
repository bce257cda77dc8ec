package org.mlsysim.physics.data;

import org.mlsysim.physics.node.Ties;

/**
 * Whether storage and host link feed the data rate a workload demands.
 *
 * @see <a href="https://arxiv.org/abs/2007.06775">Mohan et al., Analyzing and mitigating data
 *     stalls in DNN training, PVLDB 14(5)</a>
 */
public final class DataSupply {
  /** The path that limits the supply. */
  public enum Path {
    /** Reading from storage; also when both paths are equally fast. */
    STORAGE,
    /** Host to accelerator. */
    INTERCONNECT,
    /** Neither path is described. */
    UNKNOWN
  }

  /**
   * Supply held against demand.
   *
   * @param supply the slowest described path [B/s]; 0 where none is
   * @param utilization demand over supply; NaN without a supply
   * @param margin supply less demand [B/s]
   * @param path what limits
   * @param stalled whether demand exceeds supply
   */
  public record Balance(
      double supply, double utilization, double margin, Path path, boolean stalled) {}

  /**
   * Holds demand against supply.
   *
   * <pre>supply = min(storage, link),  rho = demand / supply,  stalled = rho &gt; 1</pre>
   *
   * @param demand [B/s], &ge; 0
   * @param storageBandwidth [B/s]; NaN or 0 where not described
   * @param linkBandwidth host to accelerator, one direction [B/s]; NaN or 0 where not described
   */
  public static Balance of(double demand, double storageBandwidth, double linkBandwidth) {
    boolean storage = storageBandwidth > 0.0;
    boolean link = linkBandwidth > 0.0;
    if (!storage && !link) {
      return new Balance(0.0, Double.NaN, -demand, Path.UNKNOWN, true);
    }
    boolean linkLimits = link && (!storage || linkBandwidth < storageBandwidth);
    double supply = linkLimits ? linkBandwidth : storageBandwidth;
    return new Balance(
        supply,
        demand / supply,
        supply - demand,
        linkLimits ? Path.INTERCONNECT : Path.STORAGE,
        !Ties.fits(demand, supply));
  }

  /**
   * Rate at which a fleet of consumers draws data.
   *
   * <pre>n (samples bytes) / step busy</pre>
   *
   * @param consumers n, &ge; 1
   * @param batchBytes what one consumer reads per step [B], &ge; 0
   * @param stepTime [s], &gt; 0
   * @param busyFraction share of the time consumers run, in [0, 1]
   * @return [B/s]
   */
  public static double demand(
      double consumers, double batchBytes, double stepTime, double busyFraction) {
    return consumers * batchBytes / stepTime * busyFraction;
  }

  private DataSupply() {}
}

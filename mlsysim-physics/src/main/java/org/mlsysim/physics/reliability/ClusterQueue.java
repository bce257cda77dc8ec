package org.mlsysim.physics.reliability;

import org.mlsysim.physics.node.Ties;

/**
 * Jobs that each take the whole cluster for a fixed time and wait in one line: an M/D/1 queue.
 *
 * <p>Poisson arrivals, equal durations, first come first served (Pollaczek and Khinchine; the mean
 * line is arrival rate times mean wait).
 *
 * @see <a href="https://doi.org/10.1287/opre.9.3.383">Little, A proof for the queuing formula L =
 *     lambda W, Operations Research 9(3), 1961</a>
 * @see <a href="https://www.usenix.org/conference/atc19/presentation/jeon">Jeon et al., Analysis of
 *     large-scale multi-tenant GPU clusters, USENIX ATC 2019</a>
 */
public final class ClusterQueue {
  /**
   * The line.
   *
   * @param utilization rho, above 1 when more is offered than the cluster can do
   * @param waitTime W, mean wait before a job starts [s]; NaN when the line grows without end
   * @param queueLength Lq, mean jobs that wait; NaN when the line grows without end
   * @param stable whether the line has an end: rho below 1
   */
  public record Line(double utilization, double waitTime, double queueLength, boolean stable) {}

  /**
   * Works the line out.
   *
   * <pre>
   * rho = lambda d,  W = rho d / (2 (1-rho)),  Lq = rho^2 / (2 (1-rho))
   * </pre>
   *
   * @param arrivalRate lambda [1/s], &ge; 0
   * @param jobDuration d [s], &gt; 0
   */
  public static Line of(double arrivalRate, double jobDuration) {
    double rho = arrivalRate * jobDuration;
    // A load of exactly 1 has no end; the last digit of the product must not decide that.
    boolean stable = rho < 1.0 - Ties.BAND;
    double twiceIdle = 2.0 * (1.0 - rho);
    return new Line(
        rho,
        stable ? rho * jobDuration / twiceIdle : Double.NaN,
        stable ? rho * rho / twiceIdle : Double.NaN,
        stable);
  }

  private ClusterQueue() {}
}

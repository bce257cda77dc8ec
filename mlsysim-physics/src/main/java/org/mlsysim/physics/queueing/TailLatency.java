package org.mlsysim.physics.queueing;

/**
 * P50 and P99 of a service of equal replicas behind one queue.
 *
 * @see <a href="https://doi.org/10.1145/2408776.2408794">Dean, Barroso, The Tail at Scale, CACM
 *     56(2), 2013</a>
 */
public final class TailLatency {
  /** Share of requests beyond the median [1]. */
  public static final double MEDIAN_TAIL = 0.5;

  /** Share of requests beyond the P99 [1]. */
  public static final double P99_TAIL = 0.01;

  /** Service times that a P99 wait is measured against [1]; a convention. */
  public static final double SLO_YARDSTICK = 5.0;

  /**
   * What the service does to its requests.
   *
   * @param stable whether the replicas keep up with the arrivals; all times are NaN otherwise
   * @param utilization lambda / (c mu) [1], above 1 in overload
   * @param waitProbability P_w [1]; NaN when unstable
   * @param waitDecayRate R [1/s]; NaN when unstable
   * @param p50Wait wait that half of the requests exceed [s]; NaN when unstable
   * @param p99Wait wait that one request in a hundred exceeds [s]; NaN when unstable
   * @param p50 stay that half of the requests exceed [s]; NaN when unstable
   * @param p99 stay that one request in a hundred exceeds [s]; NaN when unstable
   * @param headroomRatio P99 wait over five service times [1], larger is worse; NaN when unstable
   */
  public record Result(
      boolean stable,
      double utilization,
      double waitProbability,
      double waitDecayRate,
      double p50Wait,
      double p99Wait,
      double p50,
      double p99,
      double headroomRatio) {}

  /**
   * Utilization of c replicas, which may exceed 1.
   *
   * <pre>rho = lambda / (c mu)</pre>
   *
   * @param arrivalRate lambda [1/s], &ge; 0
   * @param serviceTime 1/mu [s], &gt; 0
   * @param servers c, c &ge; 1
   * @return rho [1]
   */
  public static double utilization(double arrivalRate, double serviceTime, int servers) {
    return arrivalRate * serviceTime / servers;
  }

  /**
   * Wait that one request in a hundred exceeds.
   *
   * @param arrivalRate lambda [1/s], &ge; 0
   * @param serviceTime 1/mu, mean service time [s], &gt; 0
   * @param servers c, number of replicas, c &ge; 1
   * @param serviceCv cv, standard deviation of the service time over its mean [1], &ge; 0
   * @return t [s]; NaN when unstable
   */
  public static double p99Wait(
      double arrivalRate, double serviceTime, int servers, double serviceCv) {
    if (!(utilization(arrivalRate, serviceTime, servers) < 1.0)) {
      return Double.NaN;
    }
    return WaitingTime.quantile(
        ErlangC.waitProbability(arrivalRate * serviceTime, servers),
        WaitingTime.decayRate(arrivalRate, serviceTime, servers, serviceCv),
        P99_TAIL);
  }

  /**
   * Solves the queue.
   *
   * @param arrivalRate lambda [1/s], &ge; 0
   * @param serviceTime 1/mu, mean service time [s], &gt; 0
   * @param servers c, number of replicas, c &ge; 1
   * @param serviceCv cv, standard deviation of the service time over its mean [1], &ge; 0
   * @return the service's tail
   */
  public static Result solve(
      double arrivalRate, double serviceTime, int servers, double serviceCv) {
    double utilization = utilization(arrivalRate, serviceTime, servers);
    if (!(utilization < 1.0)) {
      return new Result(
          false,
          utilization,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN);
    }
    double waitProbability = ErlangC.waitProbability(arrivalRate * serviceTime, servers);
    double decayRate = WaitingTime.decayRate(arrivalRate, serviceTime, servers, serviceCv);
    double p99Wait = WaitingTime.quantile(waitProbability, decayRate, P99_TAIL);
    return new Result(
        true,
        utilization,
        waitProbability,
        decayRate,
        WaitingTime.quantile(waitProbability, decayRate, MEDIAN_TAIL),
        p99Wait,
        SojournTime.quantile(MEDIAN_TAIL, waitProbability, decayRate, serviceTime, serviceCv),
        SojournTime.quantile(P99_TAIL, waitProbability, decayRate, serviceTime, serviceCv),
        p99Wait / (SLO_YARDSTICK * serviceTime));
  }

  private TailLatency() {}
}

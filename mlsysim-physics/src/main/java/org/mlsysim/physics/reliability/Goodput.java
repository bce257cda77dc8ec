package org.mlsysim.physics.reliability;

/**
 * Which share of the offered capacity becomes useful work: the product of scheduling, runtime and
 * program goodput.
 *
 * @see <a href="https://arxiv.org/abs/2502.06982">Wongpanich et al., Machine learning fleet
 *     efficiency, 2025</a>
 */
public final class Goodput {
  /**
   * Three factors multiplied out.
   *
   * @param product S R P, the share of capacity that becomes ideal-rate work
   * @param jobProduct R P, the same once a job runs
   * @param afterScheduling S
   * @param afterRuntime S R
   * @param schedulingShare 1 - S, lost before a job runs
   * @param runtimeShare S (1-R), lost in the runtime
   * @param programShare S R (1-P), lost in the program
   * @param schedulingPoint R P, gain of the product per point of S
   * @param runtimePoint S P, gain per point of R
   * @param programPoint S R, gain per point of P
   * @param fullSchedulingGain (1-S) R P, gain of perfect scheduling
   * @param costMultiple 1/(S R P), price of useful work against ideal work
   * @param jobCostMultiple 1/(R P)
   * @param runtimeHeadroom 1/R - 1
   */
  public record Account(
      double product,
      double jobProduct,
      double afterScheduling,
      double afterRuntime,
      double schedulingShare,
      double runtimeShare,
      double programShare,
      double schedulingPoint,
      double runtimePoint,
      double programPoint,
      double fullSchedulingGain,
      double costMultiple,
      double jobCostMultiple,
      double runtimeHeadroom) {}

  /**
   * Accounts for a fleet. The three lost shares and the product add up to 1.
   *
   * @param scheduling S, share of capacity on which a job makes progress, in (0, 1]
   * @param runtime R, share of a job's time that ends up in saved work, in (0, 1]
   * @param program P, share of the ideal rate the program reaches, in (0, 1]
   */
  public static Account of(double scheduling, double runtime, double program) {
    double job = runtime * program;
    double afterRuntime = scheduling * runtime;
    double product = afterRuntime * program;
    return new Account(
        product,
        job,
        scheduling,
        afterRuntime,
        1.0 - scheduling,
        scheduling * (1.0 - runtime),
        afterRuntime * (1.0 - program),
        job,
        scheduling * program,
        afterRuntime,
        (1.0 - scheduling) * job,
        1.0 / product,
        1.0 / job,
        1.0 / runtime - 1.0);
  }

  /**
   * Gain of the product when one factor reaches its ceiling.
   *
   * <pre>(ceiling - k) dproduct/dk</pre>
   *
   * @param factor k, in (0, 1]
   * @param ceiling what it can reach, in (0, 1]
   * @param point gain per point of this factor, from {@link Account}
   */
  public static double ceilingGain(double factor, double ceiling, double point) {
    return (ceiling - factor) * point;
  }

  /**
   * Price of an hour of useful work.
   *
   * <pre>rate / product</pre>
   *
   * @param rate price of capacity [USD/s], &ge; 0
   * @param product S R P, in (0, 1]
   * @return [USD/s]
   */
  public static double usefulRate(double rate, double product) {
    return rate / product;
  }

  /**
   * Money that a fall of utilization leaves idle per second; negative when utilization rose.
   *
   * <pre>n rate (healthy - degraded)</pre>
   *
   * @param accelerators n, &ge; 1
   * @param rate price of one accelerator [USD/s], &ge; 0
   * @param healthy utilization before, in [0, 1]
   * @param degraded utilization now, in [0, 1]
   * @return [USD/s]
   */
  public static double utilizationLossRate(
      double accelerators, double rate, double healthy, double degraded) {
    return accelerators * rate * (healthy - degraded);
  }

  private Goodput() {}
}

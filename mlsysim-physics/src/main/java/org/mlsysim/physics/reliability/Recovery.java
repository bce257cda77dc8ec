package org.mlsysim.physics.reliability;

/**
 * Coming back: the cold restart of a job after a failure or a preemption, and what a day of them
 * costs.
 *
 * <p>The rate at which a checkpoint is read back is taken to be the rate it was written at.
 */
public final class Recovery {
  /** Seconds of a day. */
  private static final double DAY = 86_400.0;

  /** Seconds of an hour. */
  private static final double HOUR = 3_600.0;

  /**
   * One restart and a day of them.
   *
   * @param reload time to read the checkpoint [s]
   * @param total one restart [s]
   * @param failuresPerDay restarts in a day
   * @param lostPerDay time lost in a day of wall clock [s]
   * @param dayShare lost time over a day; above 1 means no progress
   * @param acceleratorHoursPerDay accelerator-hours lost in a day [h]
   * @param sustainable whether less than a day is lost per day
   */
  public record Budget(
      double reload,
      double total,
      double failuresPerDay,
      double lostPerDay,
      double dayShare,
      double acceleratorHoursPerDay,
      boolean sustainable) {}

  /**
   * One preemption and a day of them.
   *
   * @param reload time to read the checkpoint [s]
   * @param relaunch restart without detection: a preemption announces itself [s]
   * @param perEvent lost work and relaunch [s]
   * @param costPerEvent price of one event [USD]
   * @param eventsPerDay events in a day
   * @param lostPerDay time lost in a day of wall clock [s]
   * @param acceleratorHoursPerDay accelerator-hours lost in a day [h]
   */
  public record Tax(
      double reload,
      double relaunch,
      double perEvent,
      double costPerEvent,
      double eventsPerDay,
      double lostPerDay,
      double acceleratorHoursPerDay) {}

  /**
   * Time to read a checkpoint.
   *
   * @param checkpointBytes [B], &ge; 0
   * @param bandwidth [B/s], &gt; 0
   * @return [s]
   */
  public static double reloadTime(double checkpointBytes, double bandwidth) {
    return checkpointBytes / bandwidth;
  }

  /**
   * Time from a failure to work resumed: detect, restart, reload, warm up.
   *
   * @param detection [s], &ge; 0; 0 where the stop announces itself
   * @param restart [s], &ge; 0
   * @param reload of {@link #reloadTime} [s]
   * @param warmup [s], &ge; 0
   * @return [s]
   */
  public static double coldRestart(double detection, double restart, double reload, double warmup) {
    return detection + restart + reload + warmup;
  }

  /**
   * Adds up a day of failures.
   *
   * <pre>lost = 86400/interval (detect + restart + C/B + warmup)</pre>
   *
   * @param checkpointBytes C [B], &ge; 0
   * @param bandwidth B, rate the checkpoint is read at [B/s], &gt; 0
   * @param detection [s], &ge; 0
   * @param restart [s], &ge; 0
   * @param warmup [s], &ge; 0
   * @param failureInterval [s], &gt; 0
   * @param accelerators that wait, &ge; 1
   */
  public static Budget budget(
      double checkpointBytes,
      double bandwidth,
      double detection,
      double restart,
      double warmup,
      double failureInterval,
      double accelerators) {
    double reload = reloadTime(checkpointBytes, bandwidth);
    double total = coldRestart(detection, restart, reload, warmup);
    double perDay = DAY / failureInterval;
    double lost = perDay * total;
    return new Budget(
        reload, total, perDay, lost, lost / DAY, lost / HOUR * accelerators, lost < DAY);
  }

  /**
   * Adds up a day of preemptions.
   *
   * <pre>event = lost work + restart + C/B + warmup,  cost = n event price</pre>
   *
   * @param checkpointBytes C [B], &ge; 0
   * @param bandwidth B, rate the checkpoint is read at [B/s], &gt; 0
   * @param restart [s], &ge; 0
   * @param warmup [s], &ge; 0
   * @param lostWork work since the last checkpoint [s], &ge; 0
   * @param preemptionRate [1/s], &ge; 0
   * @param accelerators n, &ge; 1
   * @param acceleratorRate price of one accelerator [USD/s], &ge; 0
   */
  public static Tax preemptionTax(
      double checkpointBytes,
      double bandwidth,
      double restart,
      double warmup,
      double lostWork,
      double preemptionRate,
      double accelerators,
      double acceleratorRate) {
    double reload = reloadTime(checkpointBytes, bandwidth);
    double relaunch = coldRestart(0.0, restart, reload, warmup);
    double perEvent = lostWork + relaunch;
    double events = preemptionRate * DAY;
    double lost = events * perEvent;
    return new Tax(
        reload,
        relaunch,
        perEvent,
        accelerators * perEvent * acceleratorRate,
        events,
        lost,
        lost / HOUR * accelerators);
  }

  private Recovery() {}
}

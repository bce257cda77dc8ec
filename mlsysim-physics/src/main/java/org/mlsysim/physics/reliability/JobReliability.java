package org.mlsysim.physics.reliability;

/**
 * A synchronous job on a fleet that fails now and then: how often, how often to save, and what is
 * left of its time.
 *
 * @see <a href="https://doi.org/10.1145/361147.361115">Young 1974</a>
 * @see <a href="https://doi.org/10.1016/j.future.2004.11.016">Daly 2006</a>
 */
public final class JobReliability {
  /**
   * The job's fate.
   *
   * @param failureProbability of at least one failure
   * @param checkpointInterval tau [s]
   * @param expectedFailures in the whole job
   * @param checkpointShare delta/tau, share of time spent writing
   * @param reworkShare tau/(2 MTBF), share of time redone
   * @param recoveryShare R/MTBF, share of time spent coming back
   * @param goodput what is left, not below 0
   * @param outOfRegime whether a write takes two mean times between failures or longer
   */
  public record Outlook(
      double failureProbability,
      double checkpointInterval,
      double expectedFailures,
      double checkpointShare,
      double reworkShare,
      double recoveryShare,
      double goodput,
      boolean outOfRegime) {}

  /**
   * Foresees a job.
   *
   * <pre>goodput = max(0, 1 - delta/tau - tau/(2 MTBF) - R/MTBF)</pre>
   *
   * <p>First order in every share: failures during writing, rework and recovery are left out.
   *
   * @param meanTimeBetweenFailures MTBF of the fleet [s], &gt; 0
   * @param duration of the job [s], &ge; 0
   * @param checkpointTime delta [s], &gt; 0
   * @param recoveryTime R, mean time from a failure to work resumed [s], &ge; 0
   */
  public static Outlook of(
      double meanTimeBetweenFailures, double duration, double checkpointTime, double recoveryTime) {
    CheckpointInterval.Schedule schedule =
        CheckpointInterval.of(checkpointTime, meanTimeBetweenFailures);
    double recovery = recoveryTime / meanTimeBetweenFailures;
    return new Outlook(
        FailureRate.probability(duration, meanTimeBetweenFailures),
        schedule.interval(),
        FailureRate.expectedFailures(duration, meanTimeBetweenFailures),
        schedule.writeShare(),
        schedule.reworkShare(),
        recovery,
        Math.max(0.0, 1.0 - schedule.writeShare() - schedule.reworkShare() - recovery),
        schedule.outOfRegime());
  }

  private JobReliability() {}
}

package org.mlsysim.physics.analysis;

/**
 * Amdahl's law: what one faster stage does for a path whose stages follow each other.
 *
 * @see <a href="https://doi.org/10.1145/1465482.1465560">Amdahl, Validity of the Single Processor
 *     Approach, AFIPS 1967</a>
 */
public final class Amdahl {
  /**
   * What an upgrade of one stage does to the whole path.
   *
   * @param totalTime all stages [s]
   * @param stageTime the stage in question [s]
   * @param upgradedStageTime the stage after its upgrade [s]
   * @param upgradedTotalTime all stages after the upgrade [s]
   * @param untouchedTime all other stages [s]
   * @param stageFraction p, share of the stage in the total [1]
   * @param overallSpeedup total before over total after [1]
   * @param endToEndReduction share of the total that is saved [1]; negative when the stage slows
   * @param stageReduction share of the stage that is saved [1]
   * @param speedupBound overall speedup if the stage took no time [1]; NaN when nothing else does
   */
  public record Result(
      double totalTime,
      double stageTime,
      double upgradedStageTime,
      double upgradedTotalTime,
      double untouchedTime,
      double stageFraction,
      double overallSpeedup,
      double endToEndReduction,
      double stageReduction,
      double speedupBound) {}

  /**
   * Speedup of the whole.
   *
   * <pre>1 / ((1 - p) + p / s)</pre>
   *
   * @param fraction p, share of the time that is sped up [1], in [0, 1]
   * @param speedup s, speedup of that share [1], &gt; 0; below 1 it is a slowdown
   * @return overall speedup [1]
   */
  public static double speedup(double fraction, double speedup) {
    return 1.0 / ((1.0 - fraction) + fraction / speedup);
  }

  /**
   * Upgrades one stage of a path.
   *
   * @param totalTime all stages together [s], &gt; 0
   * @param stageTime the stage to upgrade [s], in [0, totalTime]
   * @param speedup s, factor by which the stage becomes faster [1], &gt; 0
   * @return before and after
   */
  public static Result solve(double totalTime, double stageTime, double speedup) {
    double untouched = totalTime - stageTime;
    double fraction = stageTime / totalTime;
    double overall = speedup(fraction, speedup);
    double upgradedStage = stageTime / speedup;
    return new Result(
        totalTime,
        stageTime,
        upgradedStage,
        untouched + upgradedStage,
        untouched,
        fraction,
        overall,
        1.0 - 1.0 / overall,
        1.0 - 1.0 / speedup,
        untouched > 0.0 ? totalTime / untouched : Double.NaN);
  }

  private Amdahl() {}
}

package org.mlsysim.physics.facility;

/** When the energy of serving has reached the energy of training. */
public final class ServingCrossover {
  /**
   * Energy of a day of serving: {@code requestsPerDay * energyPerRequest} [J].
   *
   * @param requestsPerDay requests in a day, &ge; 0
   * @param energyPerRequest [J], &ge; 0
   */
  public static double dailyEnergy(double requestsPerDay, double energyPerRequest) {
    return requestsPerDay * energyPerRequest;
  }

  /**
   * Time after which serving has used as much energy as was spent once.
   *
   * <pre>T = E_once / E_day * 1 d</pre>
   *
   * @param oneTimeEnergy E_once, for instance of training [J], &ge; 0
   * @param dailyEnergy E_day [J], &ge; 0
   * @return T [s], NaN (never) when a day uses nothing
   */
  public static double crossover(double oneTimeEnergy, double dailyEnergy) {
    return dailyEnergy > 0.0 ? oneTimeEnergy / dailyEnergy * AccountingCalendar.DAY : Double.NaN;
  }

  private ServingCrossover() {}
}

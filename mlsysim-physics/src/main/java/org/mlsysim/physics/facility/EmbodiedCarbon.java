package org.mlsysim.physics.facility;

/**
 * Embodied carbon: what making the devices emitted, how much of it a run is charged, and when a
 * replacement repays it.
 *
 * @see <a href="https://doi.org/10.1145/3470496.3527408">Gupta et al., ACT: Designing Sustainable
 *     Computer Systems with an Architectural Carbon Modeling Tool, ISCA 2022</a>
 */
public final class EmbodiedCarbon {
  /**
   * Service life of an accelerator when none is stated, 4 years [s]: the middle of the 3 to 5 years
   * of Wu et al., Sustainable AI, 2022.
   */
  public static final double DEFAULT_SERVICE_LIFE = 4.0 * AccountingCalendar.YEAR;

  /**
   * Carbon of making the devices: {@code devices * perDevice} [kg].
   *
   * @param devices number of devices, &ge; 0
   * @param perDevice embodied carbon of one device [kg CO2e], &ge; 0
   */
  public static double manufactured(double devices, double perDevice) {
    return devices * perDevice;
  }

  /**
   * Share of the manufacturing carbon that a use is charged, by time.
   *
   * <pre>C_emb = C_made * T / L</pre>
   *
   * <p>Assumes that the devices are fully used over their life. Beyond the service life the charge
   * exceeds C_made, which is right for a fleet that is replaced.
   *
   * @param manufactured C_made, carbon of making the devices [kg], &ge; 0
   * @param duration T, time of use [s], &ge; 0
   * @param serviceLife L, time from purchase to retirement [s], &gt; 0
   * @return C_emb [kg]
   * @see <a href="https://arxiv.org/abs/2211.02001">Luccioni et al., Estimating the Carbon
   *     Footprint of BLOOM, 2022</a>
   */
  public static double charged(double manufactured, double duration, double serviceLife) {
    return manufactured * duration / serviceLife;
  }

  /**
   * Embodied part of a footprint.
   *
   * <pre>share = C_emb / (C_op + C_emb)</pre>
   *
   * @param operational C_op [kg], &ge; 0
   * @param charged C_emb [kg], &ge; 0
   * @return the share, 0 to 1; NaN (no value) when both parts are 0
   */
  public static double share(double operational, double charged) {
    double total = operational + charged;
    return total > 0.0 ? charged / total : Double.NaN;
  }

  /**
   * Carbon that a saved power avoids in a day: {@code P_saved * 1 d * CI} [kg].
   *
   * @param savedPower P_saved [W], &ge; 0
   * @param carbonIntensity CI [kg/J], &ge; 0
   */
  public static double avoidedPerDay(double savedPower, double carbonIntensity) {
    return savedPower * AccountingCalendar.DAY * carbonIntensity;
  }

  /**
   * Time until a more efficient replacement has repaid its manufacturing carbon.
   *
   * <pre>T = C_dev / avoided * 1 d</pre>
   *
   * <p>Counts device power alone; PUE would shorten it.
   *
   * @param perDevice C_dev, embodied carbon of the replacement [kg], &ge; 0
   * @param avoidedPerDay carbon avoided in a day [kg], &ge; 0
   * @return T [s], NaN (never) when nothing is avoided
   */
  public static double payback(double perDevice, double avoidedPerDay) {
    return avoidedPerDay > 0.0 ? perDevice / avoidedPerDay * AccountingCalendar.DAY : Double.NaN;
  }

  /**
   * Share by which the yearly embodied charge falls when a device lives longer.
   *
   * <pre>reduction = 1 - L_short / L_long</pre>
   *
   * @param shortLife L_short [s], &gt; 0
   * @param longLife L_long [s], &gt; 0
   * @return the reduction, below 1; negative when the second life is the shorter one
   */
  public static double annualChargeReduction(double shortLife, double longLife) {
    return 1.0 - shortLife / longLife;
  }

  private EmbodiedCarbon() {}
}

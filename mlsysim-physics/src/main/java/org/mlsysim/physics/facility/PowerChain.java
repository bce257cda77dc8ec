package org.mlsysim.physics.facility;

/**
 * The power chain: what accelerators draw, what their servers add, and what the building adds on
 * top.
 */
public final class PowerChain {
  /**
   * Share of its rated power that an idle device draws, 0.30; a rule of thumb. Barroso and Hölzle
   * describe the effect, the value is nobody's measurement.
   */
  public static final double IDLE_FRACTION = 0.30;

  /** Share of the rated power that follows utilisation, the complement of the idle share. */
  public static final double DYNAMIC_FRACTION = 0.70;

  /**
   * The powers from accelerators to grid connection.
   *
   * @param acceleratorPower drawn by the accelerators [W]
   * @param itPower drawn by all IT equipment [W]
   * @param facilityPower drawn from the grid [W]
   * @param supportPower IT equipment other than accelerators [W]
   * @param overheadPower cooling and conversion [W]
   */
  public record Account(
      double acceleratorPower,
      double itPower,
      double facilityPower,
      double supportPower,
      double overheadPower) {}

  /**
   * Power of a device by energy proportionality.
   *
   * <pre>P = tdp * (0.30 + 0.70 * u)</pre>
   *
   * <p>With MFU for the utilisation u the answer is low for phases that memory limits: they draw
   * more than their MFU suggests.
   *
   * @param ratedPower tdp, rated power of the device [W], &ge; 0
   * @param utilization u, share of the time the device works, 0 to 1
   * @return P [W]
   * @see <a href="https://doi.org/10.1109/MC.2007.443">Barroso, Hölzle, The Case for
   *     Energy-Proportional Computing, IEEE Computer 40(12), 2007</a>
   */
  public static double devicePower(double ratedPower, double utilization) {
    return ratedPower * (IDLE_FRACTION + DYNAMIC_FRACTION * utilization);
  }

  /**
   * Power of all IT equipment.
   *
   * <pre>P_it = P_acc * r</pre>
   *
   * @param acceleratorPower P_acc, power of the accelerators [W]
   * @param itRatio r, IT power over accelerator power, &ge; 1 (1: accelerators alone)
   * @return P_it [W]
   */
  public static double itPower(double acceleratorPower, double itRatio) {
    return acceleratorPower * itRatio;
  }

  /**
   * What the facility draws for its IT load; holds for power [W] and for energy [J] alike.
   *
   * <pre>P_fac = P_it * PUE</pre>
   *
   * @param it power [W] or energy [J] of the IT equipment
   * @param pue power usage effectiveness, &ge; 1 (The Green Grid, White Paper 49, 2012)
   * @return the facility's power [W] or energy [J]
   */
  public static double facility(double it, double pue) {
    return it * pue;
  }

  /**
   * The whole chain for devices at a stated power.
   *
   * <pre>
   * P_acc = n * P_dev;  P_it = P_acc * r;  P_fac = P_it * PUE
   * support = P_it - P_acc;  overhead = P_fac - P_it
   * </pre>
   *
   * @param devices n, number of devices, &ge; 0
   * @param devicePower P_dev, power of one device [W], &ge; 0
   * @param itRatio r, IT power over accelerator power, &ge; 1
   * @param pue power usage effectiveness, &ge; 1
   * @return the five powers [W]
   */
  public static Account account(double devices, double devicePower, double itRatio, double pue) {
    double accelerators = devices * devicePower;
    double it = itPower(accelerators, itRatio);
    double facility = facility(it, pue);
    return new Account(accelerators, it, facility, it - accelerators, facility - it);
  }

  /**
   * Dynamic power after a change of frequency at unchanged voltage, relative to before: {@code f},
   * from P = C V&sup2; f.
   *
   * @param frequencyRatio f, new frequency over old, &ge; 0
   */
  public static double dynamicRatioAtFixedVoltage(double frequencyRatio) {
    return frequencyRatio;
  }

  /**
   * Dynamic power after a change of frequency that the voltage follows in proportion, relative to
   * before: {@code f^3}, from P = C V&sup2; f.
   *
   * @param frequencyRatio f, new frequency over old, &ge; 0
   */
  public static double dynamicRatioAtScaledVoltage(double frequencyRatio) {
    return frequencyRatio * frequencyRatio * frequencyRatio;
  }

  private PowerChain() {}
}

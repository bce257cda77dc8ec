package org.mlsysim.physics.facility;

/**
 * A load step that all devices take at once: the droop of the rail and the ramp of the cluster.
 *
 * <p>The current step takes the rail voltage for both powers; resistance and decoupling capacitance
 * are outside the law, so the droop is the bare inductive one.
 */
public final class PowerTransient {
  /**
   * The step at one device and at the cluster.
   *
   * @param powerStep dP [W]
   * @param currentStep dI [A]
   * @param clusterPowerStep dP of all devices [W]
   * @param rampRate change of the cluster's power per time [W/s]
   */
  public record Step(
      double powerStep, double currentStep, double clusterPowerStep, double rampRate) {}

  /**
   * The step of device and cluster.
   *
   * <pre>
   * dP = P_high - P_low;  dI = dP / V
   * dP_cluster = n * dP;  ramp = dP_cluster / t_ramp
   * </pre>
   *
   * @param highPower P_high [W], &ge; P_low
   * @param lowPower P_low [W], &ge; 0
   * @param railVoltage V [V], &gt; 0
   * @param devices n, devices that step together, &ge; 0
   * @param rampWindow t_ramp, time the cluster takes for its step [s], &gt; 0
   */
  public static Step step(
      double highPower, double lowPower, double railVoltage, double devices, double rampWindow) {
    double power = highPower - lowPower;
    double cluster = devices * power;
    return new Step(power, currentStep(power, railVoltage), cluster, cluster / rampWindow);
  }

  /**
   * Current step at a rail: {@code dI = dP / V} [A].
   *
   * @param powerStep dP [W]
   * @param railVoltage V [V], &gt; 0
   */
  public static double currentStep(double powerStep, double railVoltage) {
    return powerStep / railVoltage;
  }

  /**
   * Voltage droop across the inductance of the supply loop.
   *
   * <pre>dV = L * dI / t</pre>
   *
   * @param loopInductance L [H], &ge; 0
   * @param currentStep dI [A]
   * @param riseTime t, time the current takes for its step [s], &gt; 0
   * @return dV [V]
   */
  public static double droop(double loopInductance, double currentStep, double riseTime) {
    return loopInductance * currentStep / riseTime;
  }

  /**
   * Droop as a share of the rail; from 1 on the rail would collapse: {@code dV / V}.
   *
   * @param droop dV [V]
   * @param railVoltage V [V], &gt; 0
   */
  public static double droopShare(double droop, double railVoltage) {
    return droop / railVoltage;
  }

  private PowerTransient() {}
}

package org.mlsysim.physics.facility;

/** How much coolant carries a heat at a temperature rise; steady state, no phase change. */
public final class CoolantFlow {
  /**
   * Mass flow of a coolant.
   *
   * <pre>m = Q / (c_p * dT)</pre>
   *
   * @param heatLoad Q [W], &ge; 0
   * @param specificHeat c_p [J/(kg K)], &gt; 0
   * @param temperatureRise dT, a difference of temperatures [K], &gt; 0
   * @return m [kg/s]
   */
  public static double massFlow(double heatLoad, double specificHeat, double temperatureRise) {
    return heatLoad / (specificHeat * temperatureRise);
  }

  /**
   * Volume flow of a mass flow: {@code m / rho} [L/s].
   *
   * @param massFlow m [kg/s], &ge; 0
   * @param density rho [kg/L], &gt; 0
   */
  public static double volumeFlow(double massFlow, double density) {
    return massFlow / density;
  }

  private CoolantFlow() {}
}

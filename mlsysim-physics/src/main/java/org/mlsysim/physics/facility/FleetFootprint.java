package org.mlsysim.physics.facility;

/**
 * Energy, carbon and water of a fleet over a time: the plain form behind the sustainability wall.
 *
 * <pre>
 * P_dev = tdp * (0.30 + 0.70 * u)
 * P_it  = P_dev * n * r
 * E_it  = P_it * T
 * E_fac = E_it * PUE
 * C_op  = E_fac * CI
 * V     = E_it * WUE
 * C_made = n * C_dev
 * C_emb = C_made * T / L
 * C     = C_op + C_emb
 * </pre>
 *
 * <p>Each line is a method of {@link PowerChain}, {@link GridEmissions} or {@link EmbodiedCarbon},
 * with its source.
 */
public final class FleetFootprint {
  /**
   * A fleet, its environment and its use.
   *
   * @param ratedPower tdp, rated power of one device [W], &ge; 0
   * @param devices n, number of devices, &ge; 0
   * @param duration T [s], &ge; 0
   * @param utilization u, 0 to 1
   * @param itRatio r, IT power over accelerator power, &ge; 1 (1: accelerators alone)
   * @param pue power usage effectiveness, &ge; 1
   * @param carbonIntensity CI of the grid [kg/J], &ge; 0
   * @param waterUsageEffectiveness WUE of the site [L/J], &ge; 0
   * @param embodiedPerDevice C_dev, carbon of making one device [kg], &ge; 0 (0: left out)
   * @param serviceLife L [s], &gt; 0
   */
  public record Inputs(
      double ratedPower,
      double devices,
      double duration,
      double utilization,
      double itRatio,
      double pue,
      double carbonIntensity,
      double waterUsageEffectiveness,
      double embodiedPerDevice,
      double serviceLife) {}

  /**
   * What the use costs the planet, and the powers it follows from.
   *
   * @param devicePower P_dev [W]
   * @param itPower P_it [W]
   * @param itEnergy E_it [J]
   * @param facilityEnergy E_fac [J]
   * @param operationalCarbon C_op [kg]
   * @param water V [L]
   * @param embodiedManufactured C_made [kg]
   * @param embodiedCharged C_emb, the part of C_made that this use is charged [kg]
   * @param carbon C = C_op + C_emb [kg]
   */
  public record Footprint(
      double devicePower,
      double itPower,
      double itEnergy,
      double facilityEnergy,
      double operationalCarbon,
      double water,
      double embodiedManufactured,
      double embodiedCharged,
      double carbon) {}

  /** The footprint of a fleet's use; the equations stand at the class. */
  public static Footprint of(Inputs in) {
    double devicePower = PowerChain.devicePower(in.ratedPower(), in.utilization());
    double itPower = PowerChain.itPower(devicePower * in.devices(), in.itRatio());
    double itEnergy = itPower * in.duration();
    double facilityEnergy = PowerChain.facility(itEnergy, in.pue());
    double operational = GridEmissions.carbon(facilityEnergy, in.carbonIntensity());
    double made = EmbodiedCarbon.manufactured(in.devices(), in.embodiedPerDevice());
    double charged = EmbodiedCarbon.charged(made, in.duration(), in.serviceLife());
    return new Footprint(
        devicePower,
        itPower,
        itEnergy,
        facilityEnergy,
        operational,
        GridEmissions.water(itEnergy, in.waterUsageEffectiveness()),
        made,
        charged,
        operational + charged);
  }

  private FleetFootprint() {}
}

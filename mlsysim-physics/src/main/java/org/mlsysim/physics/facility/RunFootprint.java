package org.mlsysim.physics.facility;

/**
 * Rated-power account of one run: energy, duration and the embodied carbon it is charged.
 *
 * <pre>
 * T     = H / n
 * E_acc = H * P_dev;  E_it = E_acc * r;  E_fac = E_it * PUE
 * C_made = n * C_dev
 * C_emb  = H * C_dev / L
 * </pre>
 *
 * <p>Carbon on each grid, water at each site and the embodied share follow by {@link
 * GridEmissions#carbon}, {@link GridEmissions#water} and {@link EmbodiedCarbon#share}. For the same
 * devices, hours and grid the account equals {@link FleetFootprint} at full utilisation.
 *
 * @see <a href="https://arxiv.org/abs/2211.02001">Luccioni et al., Estimating the Carbon Footprint
 *     of BLOOM, 2022</a>
 */
public final class RunFootprint {
  /**
   * A run by its device time.
   *
   * @param deviceTime H, devices times time [s], &ge; 0
   * @param devices n, &gt; 0
   * @param devicePower P_dev [W], &ge; 0
   * @param itRatio r, IT power over accelerator power, &ge; 1
   * @param pue power usage effectiveness, &ge; 1
   * @param embodiedPerDevice C_dev, carbon of making one device [kg], &ge; 0
   * @param serviceLife L [s], &gt; 0
   */
  public record Inputs(
      double deviceTime,
      double devices,
      double devicePower,
      double itRatio,
      double pue,
      double embodiedPerDevice,
      double serviceLife) {}

  /**
   * The account.
   *
   * @param duration T [s]
   * @param acceleratorEnergy E_acc [J]
   * @param itEnergy E_it [J]
   * @param facilityEnergy E_fac [J]
   * @param embodiedManufactured C_made [kg]
   * @param embodiedCharged C_emb [kg]
   */
  public record Account(
      double duration,
      double acceleratorEnergy,
      double itEnergy,
      double facilityEnergy,
      double embodiedManufactured,
      double embodiedCharged) {}

  /** The account of a run; the equations stand at the class. */
  public static Account of(Inputs in) {
    double acceleratorEnergy = in.deviceTime() * in.devicePower();
    double itEnergy = PowerChain.itPower(acceleratorEnergy, in.itRatio());
    return new Account(
        in.deviceTime() / in.devices(),
        acceleratorEnergy,
        itEnergy,
        PowerChain.facility(itEnergy, in.pue()),
        EmbodiedCarbon.manufactured(in.devices(), in.embodiedPerDevice()),
        EmbodiedCarbon.charged(in.embodiedPerDevice(), in.deviceTime(), in.serviceLife()));
  }

  private RunFootprint() {}
}

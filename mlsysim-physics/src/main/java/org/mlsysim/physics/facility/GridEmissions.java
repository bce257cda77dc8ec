package org.mlsysim.physics.facility;

/** Operational carbon and water of an energy, and how grids compare. */
public final class GridEmissions {
  /**
   * Operational carbon of an energy.
   *
   * <pre>C = E * CI</pre>
   *
   * @param energy E, facility energy [J], &ge; 0
   * @param carbonIntensity CI, carbon intensity of the grid [kg/J], &ge; 0
   * @return C [kg CO2e]
   * @see <a href="https://arxiv.org/abs/2104.10350">Patterson et al., Carbon Emissions and Large
   *     Neural Network Training, 2021</a>
   */
  public static double carbon(double energy, double carbonIntensity) {
    return energy * carbonIntensity;
  }

  /**
   * Operational carbon after part of the energy is saved.
   *
   * <pre>C' = C * (1 - cut)</pre>
   *
   * @param carbon C, carbon before [kg]
   * @param energyCut cut, share of the energy that is saved, 0 to 1
   * @return C' [kg]
   */
  public static double carbonAfterCut(double carbon, double energyCut) {
    return carbon * (1.0 - energyCut);
  }

  /**
   * Water that cooling consumes.
   *
   * <pre>V = E_it * WUE</pre>
   *
   * <p>WUE has the energy of the IT equipment below the line, so the facility's energy must not be
   * used here (The Green Grid, White Paper 35, 2011).
   *
   * @param itEnergy E_it, energy of the IT equipment [J], &ge; 0
   * @param waterUsageEffectiveness WUE [L/J], &ge; 0
   * @return V [L]
   */
  public static double water(double itEnergy, double waterUsageEffectiveness) {
    return itEnergy * waterUsageEffectiveness;
  }

  /** Index of the least intensity; of equal ones the first. */
  public static int lowest(double[] intensities) {
    int best = 0;
    for (int i = 1; i < intensities.length; i++) {
      if (intensities[i] < intensities[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Index of the greatest intensity; of equal ones the first. */
  public static int highest(double[] intensities) {
    int best = 0;
    for (int i = 1; i < intensities.length; i++) {
      if (intensities[i] > intensities[best]) {
        best = i;
      }
    }
    return best;
  }

  /**
   * How many times dirtier the dirtiest grid is than the cleanest.
   *
   * <pre>spread = CI_max / CI_min</pre>
   *
   * @param lowest CI_min [kg/J], &ge; 0
   * @param highest CI_max [kg/J], &ge; CI_min
   * @return the ratio, NaN (no value) when the cleanest grid emits nothing
   */
  public static double spread(double lowest, double highest) {
    return lowest > 0.0 ? highest / lowest : Double.NaN;
  }

  private GridEmissions() {}
}

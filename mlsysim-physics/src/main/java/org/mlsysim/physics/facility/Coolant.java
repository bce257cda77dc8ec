package org.mlsysim.physics.facility;

/**
 * What carries the heat away; properties near room temperature after the tables of Incropera and
 * DeWitt, Fundamentals of Heat and Mass Transfer.
 */
public enum Coolant {
  /** Air at sea level: 1005 J/(kg K), 1.2 kg/m&sup3;. */
  AIR(1005.0, 1.2 / 1000.0),
  /** Water: 4180 J/(kg K), 1.0 kg/L. */
  WATER(4180.0, 1.0);

  private final double specificHeat;
  private final double density;

  Coolant(double specificHeat, double density) {
    this.specificHeat = specificHeat;
    this.density = density;
  }

  /** Specific heat at constant pressure [J/(kg K)]. */
  public double specificHeat() {
    return specificHeat;
  }

  /** Density [kg/L]. */
  public double density() {
    return density;
  }
}

package org.mlsysim.physics.facility;

/**
 * What a better PUE saves at an unchanged IT load.
 *
 * <pre>
 * P_before = P_it * PUE_before;  P_after = P_it * PUE_after
 * saved power = P_before - P_after
 * saved energy = saved power * T
 * saved cost = saved energy * p
 * </pre>
 *
 * <p>A worse PUE gives negative savings.
 *
 * @see <a href="https://doi.org/10.2200/S00874ED3V01Y201809CAC046">Barroso, Hölzle, Ranganathan,
 *     The Datacenter as a Computer, 3rd ed., 2018</a>
 */
public final class PueRetrofit {
  /**
   * The saving and what it follows from.
   *
   * @param powerBefore P_before [W]
   * @param powerAfter P_after [W]
   * @param savedPower [W]
   * @param savedEnergy [J]
   * @param savedCost [USD]
   */
  public record Saving(
      double powerBefore,
      double powerAfter,
      double savedPower,
      double savedEnergy,
      double savedCost) {}

  /**
   * The saving over a time; the equations stand at the class.
   *
   * @param itPower P_it [W], &ge; 0
   * @param pueBefore PUE_before, &ge; 1
   * @param pueAfter PUE_after, &ge; 1
   * @param period T [s], &ge; 0
   * @param electricityPrice p [USD/J], &ge; 0
   */
  public static Saving of(
      double itPower, double pueBefore, double pueAfter, double period, double electricityPrice) {
    double before = PowerChain.facility(itPower, pueBefore);
    double after = PowerChain.facility(itPower, pueAfter);
    double saved = before - after;
    double energy = saved * period;
    return new Saving(before, after, saved, energy, energy * electricityPrice);
  }

  private PueRetrofit() {}
}

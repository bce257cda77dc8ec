package org.mlsysim.physics.economics;

import org.mlsysim.physics.facility.AccountingCalendar;

/**
 * Total cost of owning and running a fleet over a time: the plain form behind the capital wall.
 *
 * <pre>
 * CapEx       = c * n * m
 * capital     = CapEx * T / A
 * maintenance = CapEx * 0.05 * T / year
 * energy      = E_fac * p
 * opex        = energy + maintenance
 * TCO         = capital + opex
 * </pre>
 *
 * <p>Straight-line depreciation without interest, residual value or staff. This is the only TCO law
 * of the library.
 *
 * @see <a href="https://doi.org/10.2200/S00874ED3V01Y201809CAC046">Barroso, Hölzle, Ranganathan,
 *     The Datacenter as a Computer, 3rd ed., 2018</a>
 */
public final class FleetCost {
  /** Maintenance per year as a share of the full CapEx, 0.05; same source. */
  public static final double ANNUAL_MAINTENANCE_RATIO = 0.05;

  /** Time over which CapEx is written off when none is stated, 3 years [s]; same source. */
  public static final double DEFAULT_AMORTIZATION = 3.0 * AccountingCalendar.YEAR;

  /**
   * A fleet's purchase and use.
   *
   * @param unitCost c, price of one device [USD], &ge; 0; NaN: not known
   * @param devices n, number of devices, &ge; 0
   * @param infrastructureMultiplier m, what is bought over the price of the devices, &ge; 1 (1:
   *     devices alone; 2.0 to 2.5 approximates a whole data centre)
   * @param duration T [s], &ge; 0
   * @param amortization A, time over which CapEx is written off [s], &gt; 0
   * @param facilityEnergy E_fac, energy drawn from the grid [J], &ge; 0
   * @param electricityPrice p [USD/J], &ge; 0
   */
  public record Inputs(
      double unitCost,
      double devices,
      double infrastructureMultiplier,
      double duration,
      double amortization,
      double facilityEnergy,
      double electricityPrice) {}

  /**
   * The cost and its parts; without a price of the device all but {@code energy} are NaN (no
   * value).
   *
   * @param priced whether the device has a price
   * @param purchase CapEx, the full purchase [USD]
   * @param capital straight-line share of CapEx in the period [USD]
   * @param energy cost of electricity [USD]
   * @param maintenance cost of maintenance [USD]
   * @param opex energy and maintenance [USD]
   * @param tco capital and opex [USD]
   */
  public record Cost(
      boolean priced,
      double purchase,
      double capital,
      double energy,
      double maintenance,
      double opex,
      double tco) {}

  /** The cost of a fleet over a time; the equations stand at the class. */
  public static Cost of(Inputs in) {
    double purchase = purchase(in.unitCost(), in.devices(), in.infrastructureMultiplier());
    double capital = straightLine(purchase, in.duration(), in.amortization());
    double energy = energy(in.facilityEnergy(), in.electricityPrice());
    double maintenance = maintenance(purchase, in.duration());
    double opex = energy + maintenance;
    return new Cost(
        !Double.isNaN(in.unitCost()), purchase, capital, energy, maintenance, opex, capital + opex);
  }

  /**
   * Full purchase: {@code c * n * m} [USD].
   *
   * @param unitCost c, price of one device [USD]
   * @param devices n, number of devices
   * @param infrastructureMultiplier m, what is bought over the price of the devices
   */
  public static double purchase(double unitCost, double devices, double infrastructureMultiplier) {
    return unitCost * devices * infrastructureMultiplier;
  }

  /**
   * Straight-line share of a purchase in a period: {@code CapEx * T / A} [USD]. Beyond A it keeps
   * growing: a new purchase every A.
   *
   * @param purchase CapEx [USD]
   * @param duration T [s]
   * @param amortization A [s], &gt; 0
   */
  public static double straightLine(double purchase, double duration, double amortization) {
    return purchase * duration / amortization;
  }

  /**
   * Maintenance in a period: {@code CapEx * 0.05 * T / year} [USD].
   *
   * @param purchase CapEx [USD]
   * @param duration T [s]
   */
  public static double maintenance(double purchase, double duration) {
    return purchase * ANNUAL_MAINTENANCE_RATIO * duration / AccountingCalendar.YEAR;
  }

  /**
   * Cost of an energy: {@code E * p} [USD].
   *
   * @param energy E [J]
   * @param electricityPrice p [USD/J]
   */
  public static double energy(double energy, double electricityPrice) {
    return energy * electricityPrice;
  }

  /**
   * Purchase and electricity of devices over their life, at device level: no PUE, no maintenance,
   * no amortisation.
   *
   * <pre>cost = n * c + n * P * T * p</pre>
   *
   * @param unitCost c, price of one device [USD], &ge; 0
   * @param devicePower P, power of one device [W], &ge; 0
   * @param devices n, &ge; 0
   * @param duration T [s], &ge; 0
   * @param electricityPrice p [USD/J], &ge; 0
   * @return the cost [USD]
   */
  public static double deviceLevel(
      double unitCost,
      double devicePower,
      double devices,
      double duration,
      double electricityPrice) {
    return devices * unitCost + energy(devices * devicePower * duration, electricityPrice);
  }

  private FleetCost() {}
}

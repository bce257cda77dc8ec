package org.mlsysim.physics.economics;

/** What a candidate region is judged by: its cost with a price on its carbon. */
public final class Placement {
  /** Carbon price when none is stated: 100 USD/t, mid range of published social costs [USD/kg]. */
  public static final double DEFAULT_CARBON_PRICE = 100.0 / 1000.0;

  /**
   * Objective of a candidate, to be minimised.
   *
   * <pre>objective = cost + tax * C</pre>
   *
   * <p>The cost is the TCO. A fleet without a price puts its energy cost here: purchase and
   * maintenance are the same in every region, so the order is right.
   *
   * @param cost TCO or energy cost [USD]
   * @param carbon C, footprint [kg], &ge; 0
   * @param carbonPrice tax [USD/kg], &ge; 0
   * @return the objective [USD]
   */
  public static double objective(double cost, double carbon, double carbonPrice) {
    return cost + carbonPrice * carbon;
  }

  /**
   * The cost that enters the objective: the TCO, or the cost of energy where the TCO has no value.
   *
   * @param cost of the candidate
   * @return [USD]
   */
  public static double comparableCost(FleetCost.Cost cost) {
    return cost.priced() ? cost.tco() : cost.energy();
  }

  /**
   * Order of two candidates: smaller objective first, of equal ones the smaller carbon; 0 when both
   * are equal (then the name decides).
   *
   * @param objective of the one [USD]
   * @param carbon of the one [kg]
   * @param otherObjective of the other [USD]
   * @param otherCarbon of the other [kg]
   * @return negative, 0 or positive, as for a comparator
   */
  public static int compare(
      double objective, double carbon, double otherObjective, double otherCarbon) {
    int byObjective = Double.compare(objective, otherObjective);
    return byObjective != 0 ? byObjective : Double.compare(carbon, otherCarbon);
  }

  /**
   * Time in which a fleet uses a stated IT energy: {@code E_it / P_it} [s].
   *
   * @param itEnergy E_it [J], &gt; 0
   * @param itPower P_it, power of the fleet's IT equipment [W], &gt; 0
   */
  public static double durationOf(double itEnergy, double itPower) {
    return itEnergy / itPower;
  }

  private Placement() {}
}

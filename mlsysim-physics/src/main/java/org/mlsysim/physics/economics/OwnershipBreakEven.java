package org.mlsysim.physics.economics;

/** When a purchase pays: against its savings, against renting, and at which utilisation. */
public final class OwnershipBreakEven {
  /**
   * Time in which savings repay a purchase: {@code C / s} [s].
   *
   * @param upfrontCost C [USD], &ge; 0
   * @param savingsRate s [USD/s]
   * @return the time, NaN (never) when nothing is saved
   */
  public static double payback(double upfrontCost, double savingsRate) {
    return savingsRate > 0.0 ? upfrontCost / savingsRate : Double.NaN;
  }

  /**
   * Time after which owning is cheaper than renting.
   *
   * <pre>T = C / (rent - own)</pre>
   *
   * @param upfrontCost C [USD], &ge; 0
   * @param ownedRate own, running cost of what is owned [USD/s], &ge; 0
   * @param rentRate rent, cost of what is rented [USD/s], &ge; 0
   * @return T [s], NaN (never) when renting costs no more than running
   */
  public static double rentCrossover(double upfrontCost, double ownedRate, double rentRate) {
    return payback(upfrontCost, rentRate - ownedRate);
  }

  /**
   * Utilisation above which owning is cheaper than renting by use.
   *
   * <pre>u = (C + T * F) / (T * (R - E))</pre>
   *
   * @param upfrontCost C [USD], &ge; 0
   * @param lifetime T, time the purchase is used [s], &gt; 0
   * @param fixedRate F, cost of owning that does not depend on use [USD/s], &ge; 0
   * @param rentRate R, rent at full use [USD/s], &ge; 0
   * @param energyRate E, cost of running what is owned at full use [USD/s], &ge; 0
   * @return u, above 1 when owning cannot pay within T; NaN (never) when R is not above E
   */
  public static double utilization(
      double upfrontCost, double lifetime, double fixedRate, double rentRate, double energyRate) {
    double margin = rentRate - energyRate;
    return margin > 0.0 ? (upfrontCost + lifetime * fixedRate) / (lifetime * margin) : Double.NaN;
  }

  private OwnershipBreakEven() {}
}

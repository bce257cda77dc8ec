package org.mlsysim.physics.economics;

/** What an outage costs a synchronous job: one failed device makes all of them wait. */
public final class OutageCost {
  /**
   * Cost of devices that stand still.
   *
   * <pre>cost = n * rate * T</pre>
   *
   * <p>With the failed devices for n it is the direct cost, with all devices of the job the job's.
   *
   * @param devices n, &ge; 0
   * @param deviceRate rate, cost of one device [USD/s], &ge; 0
   * @param downtime T [s], &ge; 0
   * @return the cost [USD]
   */
  public static double standstill(double devices, double deviceRate, double downtime) {
    return devices * deviceRate * downtime;
  }

  /**
   * Cost to the job when it also repeats the work since its last checkpoint.
   *
   * <pre>cost = n * rate * (T_repair + T_rollback)</pre>
   *
   * @param devices n, devices of the job, &ge; 0
   * @param deviceRate rate, cost of one device [USD/s], &ge; 0
   * @param repairTime T_repair [s], &ge; 0
   * @param rollbackTime T_rollback, work that is lost [s], &ge; 0
   * @return the cost [USD]
   */
  public static double withRollback(
      double devices, double deviceRate, double repairTime, double rollbackTime) {
    return standstill(devices, deviceRate, repairTime + rollbackTime);
  }

  private OutageCost() {}
}

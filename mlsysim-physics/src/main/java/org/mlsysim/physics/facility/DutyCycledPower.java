package org.mlsysim.physics.facility;

/** Average power of stages that are each active part of the time. */
public final class DutyCycledPower {
  /**
   * What one stage adds to the average: {@code P * d} [W].
   *
   * @param power P, power while active [W], &ge; 0
   * @param dutyCycle d, share of the time the stage is active, 0 to 1
   */
  public static double contribution(double power, double dutyCycle) {
    return power * dutyCycle;
  }

  /**
   * Average power of all stages, added in the order given.
   *
   * <pre>P = sum of P_k * d_k</pre>
   *
   * @param powers P_k [W], each &ge; 0
   * @param dutyCycles d_k, of the same length, each 0 to 1
   * @return P [W]
   */
  public static double average(double[] powers, double[] dutyCycles) {
    double sum = 0.0;
    for (int i = 0; i < powers.length; i++) {
      sum += contribution(powers[i], dutyCycles[i]);
    }
    return sum;
  }

  /**
   * How many times less than a reference the stages draw: {@code P_ref / P}.
   *
   * @param referencePower P_ref [W], &gt; 0
   * @param averagePower P [W], &ge; 0
   * @return the ratio, NaN (no value) when nothing is drawn
   */
  public static double reduction(double referencePower, double averagePower) {
    return averagePower > 0.0 ? referencePower / averagePower : Double.NaN;
  }

  private DutyCycledPower() {}
}

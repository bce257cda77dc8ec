package org.mlsysim.physics.queueing;

/**
 * An exponential variable cut at a cap, min(X, cap): the length of least information that has a
 * given mean and never exceeds its cap.
 *
 * <p>Request lengths are taken from this law where only their mean and limit are known. That is an
 * assumption (maximum entropy), not a fit.
 */
public final class CappedExponential {
  private static final int HALVINGS = 100;

  /**
   * Mean of an exponential variable capped at 1, as a share of the cap.
   *
   * <pre>m(t) = (1 - e^-t) / t,  m(0) = 1</pre>
   *
   * <p>The quotient loses no digit near t = 0, where its numerator would cancel (Kahan's form).
   *
   * @param rate t, rate of the exponential in units of 1/cap [1], &ge; 0, may be infinite
   * @return m [1], in [0, 1]
   * @see <a href="https://epubs.siam.org/doi/book/10.1137/1.9780898718027">Higham, Accuracy and
   *     Stability of Numerical Algorithms, section 1.14.1, 2002</a>
   */
  public static double meanShare(double rate) {
    double survival = StrictMath.exp(-rate);
    if (survival == 1.0) {
      return 1.0;
    }
    // The rounding errors of exp and log cancel as long as exp(-t) is of order one.
    return rate > 1.0 ? (1.0 - survival) / rate : (survival - 1.0) / StrictMath.log(survival);
  }

  /**
   * Mean of the uncapped variable whose capped mean is known.
   *
   * <pre>mu (1 - e^(-cap/mu)) = mean</pre>
   *
   * @param mean mean of the capped variable, in (0, cap]
   * @param cap largest value
   * @return mu, same unit; infinite when the mean equals the cap
   */
  public static double uncappedMean(double mean, double cap) {
    if (mean >= cap) {
      return Double.POSITIVE_INFINITY;
    }
    double share = mean / cap;
    double low = 0.0;
    // m(t) < 1/t, so the root lies below 1/share.
    double high = 1.0 / share;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (low + high);
      if (meanShare(middle) > share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return cap / (0.5 * (low + high));
  }

  private CappedExponential() {}
}

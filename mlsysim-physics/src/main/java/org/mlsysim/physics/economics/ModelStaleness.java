package org.mlsysim.physics.economics;

import org.mlsysim.physics.facility.AccountingCalendar;

/**
 * What a model costs that serves wrong or old answers, and how often to train it anew.
 *
 * <p>The retraining interval has the form of the economic order quantity (Harris 1913): a cost per
 * order against a cost that grows while one waits.
 */
public final class ModelStaleness {
  /**
   * Cost of predictions that differ between training and serving: {@code r * Q * c}.
   *
   * @param skewedFraction r, share of requests answered differently, 0 to 1
   * @param requests Q, number of requests, or their rate [1/s], &ge; 0
   * @param costPerError c [USD], &ge; 0
   * @return the cost [USD], or its rate [USD/s]
   */
  public static double skewCost(double skewedFraction, double requests, double costPerError) {
    return skewedFraction * requests * costPerError;
  }

  /**
   * Value lost before a drop is noticed: {@code V * drop * T / year} [USD].
   *
   * @param annualValue V, value the model creates in a year of 365 d [USD], &ge; 0
   * @param drop share of that value that is lost, 0 to 1
   * @param delay T, time until the drop is noticed [s], &ge; 0
   */
  public static double detectionDelayLoss(double annualValue, double drop, double delay) {
    return annualValue * drop * delay / AccountingCalendar.YEAR;
  }

  /**
   * Growth of the loss of a model that ages: {@code Q * V * A0 * g} [USD/s&sup2;].
   *
   * @param requestRate Q [1/s], &ge; 0
   * @param valuePerRequest V, value of a right answer [USD], &ge; 0
   * @param initialAccuracy A0, 0 to 1
   * @param decayRate g, share of the accuracy lost per time [1/s], &ge; 0
   */
  public static double slope(
      double requestRate, double valuePerRequest, double initialAccuracy, double decayRate) {
    return requestRate * valuePerRequest * initialAccuracy * decayRate;
  }

  /**
   * Cost per time of training every T: the training and the mean loss in between.
   *
   * <pre>rate = C / T + s * T / 2</pre>
   *
   * @param retrainingCost C [USD], &ge; 0
   * @param interval T [s], &gt; 0
   * @param slope s, growth of the loss [USD/s&sup2;], &ge; 0
   * @return the cost per time [USD/s]
   */
  public static double costRate(double retrainingCost, double interval, double slope) {
    return retrainingCost / interval + slope * interval / 2.0;
  }

  /**
   * Interval at which {@link #costRate} is least.
   *
   * <pre>T* = sqrt(2 C / s)</pre>
   *
   * @param retrainingCost C [USD], &ge; 0
   * @param slope s [USD/s&sup2;], &ge; 0
   * @return T* [s], NaN (never) when the model does not age
   */
  public static double optimalInterval(double retrainingCost, double slope) {
    return slope > 0.0 ? Math.sqrt(2.0 * retrainingCost / slope) : Double.NaN;
  }

  private ModelStaleness() {}
}

package org.mlsysim.physics.economics;

import org.mlsysim.physics.facility.AccountingCalendar;

/**
 * Owned serving capacity against an API that bills by the token.
 *
 * <pre>
 * w = (1 - c) * p_in + c * p_cached
 * P = p_out + r * w
 * R = rate * 1 h;  D = load * R
 * api = D * P / 1e6;  dedicated = F + D * v / 1e6
 * crossing = F / (R * (P - v) / 1e6)
 * </pre>
 *
 * <p>Prices are USD per million tokens and costs USD per hour, as price lists state them: a tie of
 * two listed prices is then a tie here, which decides whether a crossing exists.
 */
public final class DedicatedBreakEven {
  private static final double MILLION = 1e6;

  /**
   * Prices, capacity and load.
   *
   * @param inputPerOutput r, input tokens for each output token, &ge; 0
   * @param cachedFraction c, share of input tokens found in the cache, 0 to 1
   * @param inputPricePerMillion p_in [USD per million input tokens], &ge; 0
   * @param cachedPricePerMillion p_cached [USD per million cached input tokens], &ge; 0
   * @param outputPricePerMillion p_out [USD per million output tokens], &ge; 0
   * @param fixedPerHour F, cost of the owned capacity [USD/h], &ge; 0
   * @param variablePricePerMillion v, cost that owned capacity adds [USD per million output
   *     tokens], &ge; 0
   * @param referenceRate output rate of the owned capacity at full load [1/s], &gt; 0
   * @param load share of that rate, 0 to 1
   */
  public record Inputs(
      double inputPerOutput,
      double cachedFraction,
      double inputPricePerMillion,
      double cachedPricePerMillion,
      double outputPricePerMillion,
      double fixedPerHour,
      double variablePricePerMillion,
      double referenceRate,
      double load) {}

  /**
   * Both costs and the load at which they meet.
   *
   * @param weightedInputPricePerMillion w [USD per million input tokens]
   * @param apiPricePerMillion P, everything an output token brings along [USD per million output
   *     tokens]
   * @param referenceHourTokens R, output tokens of an hour at full load
   * @param deliveredHourTokens D, output tokens of an hour at the stated load
   * @param apiPerHour cost of the API [USD/h]
   * @param dedicatedPerHour cost of the owned capacity [USD/h]
   * @param crossing load above which owned capacity is cheaper, above 1 beyond its reach; NaN
   *     (never) when P is not above v
   * @param savingPerHour API less owned capacity [USD/h]
   * @param apiPriceNoCachePerMillion P without a cache [USD per million output tokens]
   * @param crossingNoCache crossing without a cache; NaN (never) as above
   * @param crossingReachable whether there is a crossing and it is at most 1
   */
  public record Comparison(
      double weightedInputPricePerMillion,
      double apiPricePerMillion,
      double referenceHourTokens,
      double deliveredHourTokens,
      double apiPerHour,
      double dedicatedPerHour,
      double crossing,
      double savingPerHour,
      double apiPriceNoCachePerMillion,
      double crossingNoCache,
      boolean crossingReachable) {}

  /** Both costs at the stated load; the equations stand at the class. */
  public static Comparison of(Inputs in) {
    double weighted =
        (1.0 - in.cachedFraction()) * in.inputPricePerMillion()
            + in.cachedFraction() * in.cachedPricePerMillion();
    double price = in.outputPricePerMillion() + in.inputPerOutput() * weighted;
    double noCache = in.outputPricePerMillion() + in.inputPerOutput() * in.inputPricePerMillion();
    double reference = in.referenceRate() * AccountingCalendar.HOUR;
    double delivered = in.load() * reference;
    double api = tokenCost(delivered, price);
    double dedicated = in.fixedPerHour() + tokenCost(delivered, in.variablePricePerMillion());
    double crossing = crossing(in.fixedPerHour(), reference, price, in.variablePricePerMillion());
    return new Comparison(
        weighted,
        price,
        reference,
        delivered,
        api,
        dedicated,
        crossing,
        api - dedicated,
        noCache,
        crossing(in.fixedPerHour(), reference, noCache, in.variablePricePerMillion()),
        crossing <= 1.0);
  }

  /**
   * Cost of tokens: {@code tokens * price / 1e6} [USD].
   *
   * @param tokens number of tokens
   * @param pricePerMillion [USD per million tokens]
   */
  public static double tokenCost(double tokens, double pricePerMillion) {
    return tokens * pricePerMillion / MILLION;
  }

  /**
   * Load at which both costs meet.
   *
   * <pre>crossing = F / (R * (P - v) / 1e6)</pre>
   *
   * @param fixedPerHour F [USD/h], &ge; 0
   * @param referenceHourTokens R, tokens of an hour at full load, &gt; 0
   * @param apiPricePerMillion P [USD per million output tokens]
   * @param variablePricePerMillion v [USD per million output tokens]
   * @return the load; NaN (never) when P is not above v
   */
  public static double crossing(
      double fixedPerHour,
      double referenceHourTokens,
      double apiPricePerMillion,
      double variablePricePerMillion) {
    double margin = apiPricePerMillion - variablePricePerMillion;
    return margin > 0.0 ? fixedPerHour / tokenCost(referenceHourTokens, margin) : Double.NaN;
  }

  private DedicatedBreakEven() {}
}

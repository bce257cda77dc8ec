package org.mlsysim.testkit;

import org.apiguardian.api.API;

/**
 * A law's promise of a direction: more bandwidth is never slower.
 *
 * @param input the wire name of a numeric input
 * @param trend what a larger input never does to the output
 * @param output the wire name of a numeric output
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Monotonicity(String input, Trend trend, String output) {
  /** What a larger input never does. */
  public enum Trend {
    NEVER_LOWERS,
    NEVER_RAISES
  }

  /** More of the input never lowers the output. */
  public static Monotonicity neverLowers(String input, String output) {
    return new Monotonicity(input, Trend.NEVER_LOWERS, output);
  }

  /** More of the input never raises the output. */
  public static Monotonicity neverRaises(String input, String output) {
    return new Monotonicity(input, Trend.NEVER_RAISES, output);
  }
}

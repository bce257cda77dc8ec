package org.mlsysim.api.port;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * An interval of finite numbers.
 *
 * @param low the lower end, or negative infinity
 * @param lowOpen whether the lower end is outside
 * @param high the upper end, or positive infinity
 * @param highOpen whether the upper end is outside
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Range(double low, boolean lowOpen, double high, boolean highOpen) {
  /** Every finite number. */
  public static final Range FINITE =
      new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

  /**
   * Reads an interval such as {@code "(0, inf)"} or {@code "[0, 1]"}; the empty text is {@link
   * #FINITE}.
   *
   * @throws IllegalArgumentException if the text is no interval
   */
  public static Range parse(String text) {
    if (text.isEmpty()) {
      return FINITE;
    }
    int comma = text.indexOf(',');
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    if (comma < 0 || "([".indexOf(first) < 0 || ")]".indexOf(last) < 0) {
      throw new IllegalArgumentException("\"%s\" is not an interval".formatted(text));
    }
    double low = end(text.substring(1, comma));
    double high = end(text.substring(comma + 1, text.length() - 1));
    if (!(low <= high)) {
      throw new IllegalArgumentException("\"%s\" is empty".formatted(text));
    }
    return new Range(low, first == '(', high, last == ')');
  }

  private static double end(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text.strip());
    };
  }

  /** Whether the number is finite and inside. */
  public boolean contains(double value) {
    return Double.isFinite(value)
        && (lowOpen ? value > low : value >= low)
        && (highOpen ? value < high : value <= high);
  }

  /** Whether the interval excludes any finite number. */
  public boolean limits() {
    return low != Double.NEGATIVE_INFINITY || high != Double.POSITIVE_INFINITY;
  }

  @Override
  public String toString() {
    return "%s%s, %s%s"
        .formatted(lowOpen ? "(" : "[", number(low), number(high), highOpen ? ")" : "]");
  }

  private static String number(double end) {
    if (Double.isInfinite(end)) {
      return end > 0 ? "inf" : "-inf";
    }
    return org.mlsysim.api.units.Units.number(end);
  }
}

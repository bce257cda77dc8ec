package org.mlsysim.processor;

import java.util.Locale;

/**
 * The numbers that a port allows.
 *
 * @param low the lower end, or negative infinity
 * @param lowOpen whether the lower end is outside
 * @param high the upper end, or positive infinity
 * @param highOpen whether the upper end is outside
 */
record Interval(double low, boolean lowOpen, double high, boolean highOpen) {
  static final Interval FINITE =
      new Interval(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

  /**
   * Reads an interval such as {@code "(0, inf)"}.
   *
   * @throws IllegalArgumentException if the text is no interval or holds no number
   */
  static Interval parse(String text) {
    if (text.isEmpty()) {
      return FINITE;
    }
    int comma = text.indexOf(',');
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    if (comma < 0 || "([".indexOf(first) < 0 || ")]".indexOf(last) < 0) {
      throw malformed(text);
    }
    Interval interval;
    try {
      interval =
          new Interval(
              end(text.substring(1, comma)),
              first == '(',
              end(text.substring(comma + 1, text.length() - 1)),
              last == ')');
    } catch (NumberFormatException e) {
      throw malformed(text);
    }
    boolean point = interval.low == interval.high && !interval.lowOpen && !interval.highOpen;
    if (!(interval.low < interval.high || point)) {
      throw new IllegalArgumentException("the range \"%s\" is empty".formatted(text));
    }
    return interval;
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "the range \"%s\" is no interval such as (0, inf) or [0, 1]".formatted(text));
  }

  private static double end(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> finite(Double.parseDouble(text.strip()));
    };
  }

  private static double finite(double end) {
    if (!Double.isFinite(end)) {
      throw new NumberFormatException();
    }
    return end;
  }

  boolean contains(double value) {
    return Double.isFinite(value)
        && (lowOpen ? value > low : value >= low)
        && (highOpen ? value < high : value <= high);
  }
}

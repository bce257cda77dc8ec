package org.mlsysim.api.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Numbers as people say them: three digits and the prefix that fits, so 3.35 TB/s, 8.2 ms, and 85.9
 * GB for 80 GiB.
 *
 * <p>Rounds half away from zero, knows no locale, and is for reading alone: documents carry raw
 * numbers.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class QuantityText {
  private static final int DIGITS = 3;

  /** A unit and how much of the base unit it is. */
  private record Scale(String symbol, double size) {}

  private static final List<Scale> TIME =
      List.of(
          new Scale("ns", 1e-9),
          new Scale("µs", 1e-6),
          new Scale("ms", 1e-3),
          new Scale("s", 1),
          new Scale("min", 60),
          new Scale("h", 3600),
          new Scale("d", 86400));

  private static final List<Scale> MASS =
      List.of(new Scale("mg", 1e-3), new Scale("g", 1), new Scale("kg", 1e3), new Scale("t", 1e6));

  /** A number with its unit, for instance {@code of(8.2e-3, "s")} is {@code 8.2 ms}. */
  public static String of(double value, String unit) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    return switch (unit) {
      case "" -> number(value);
      case "s" -> scaled(value, TIME);
      case "ms" -> scaled(value / 1000, TIME);
      case "d" -> scaled(value * 86400, TIME);
      case "B", "B/s", "FLOP", "FLOP/s", "FLOP/s/W" -> scaled(value, decimal(unit, 0, 6));
      case "J", "W" -> scaled(value, decimal(unit, -3, 4));
      case "kWh" -> scaled(value * 1000, decimal("Wh", 0, 4));
      case "kg" -> scaled(value * 1000, MASS);
      case "t" -> scaled(value * 1e6, MASS);
      case "L" -> scaled(value, List.of(new Scale("mL", 1e-3), new Scale("L", 1)));
      case "param", "token", "count" -> count(value) + " " + unit;
      case "1/s" -> number(value) + " /s";
      case "USD" -> money(value) + " USD";
      default -> number(value) + " " + unit;
    };
  }

  /** A share as a percentage. */
  public static String percent(double share) {
    return Double.isFinite(share) ? number(share * 100) + " %" : "–";
  }

  /** A plain number: three digits, thousands in groups. */
  public static String number(double value) {
    double whole = Math.rint(value);
    if (Math.abs(value - whole) <= 1e-9 * Math.abs(value) && Math.abs(whole) < 1e15) {
      return grouped(Long.toString((long) whole));
    }
    BigDecimal rounded = rounded(value);
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent < -4 || exponent > 14 ? scientific(rounded, exponent) : plain(rounded);
  }

  /** A large count with the word of its size: 8.03 billion. */
  public static String count(double value) {
    return scaled(
            value,
            List.of(
                new Scale("", 1),
                new Scale("thousand", 1e3),
                new Scale("million", 1e6),
                new Scale("billion", 1e9),
                new Scale("trillion", 1e12)))
        .strip();
  }

  private static String money(double value) {
    if (Math.abs(value) < 1) {
      return number(value);
    }
    BigDecimal cents = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return plain(cents);
  }

  private static List<Scale> decimal(String unit, int from, int to) {
    String prefixes = "nµm KMGTPEZ";
    List<Scale> scales = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      char prefix = prefixes.charAt(i + 3);
      String kilo = unit.equals("W") || unit.equals("J") || unit.equals("Wh") ? "k" : "K";
      String text = prefix == ' ' ? "" : prefix == 'K' ? kilo : String.valueOf(prefix);
      scales.add(new Scale(text + unit, BigDecimal.ONE.scaleByPowerOfTen(3 * i).doubleValue()));
    }
    return scales;
  }

  /** The largest unit of which there is at least one after rounding. */
  private static String scaled(double value, List<Scale> scales) {
    if (value == 0) {
      return "0 " + scales.get(baseOf(scales)).symbol();
    }
    for (int i = scales.size() - 1; i > 0; i--) {
      BigDecimal rounded = rounded(value / scales.get(i).size());
      if (rounded.abs().compareTo(BigDecimal.ONE) >= 0) {
        return text(rounded, value / scales.get(i).size()) + " " + scales.get(i).symbol();
      }
    }
    double smallest = value / scales.get(0).size();
    return text(rounded(smallest), smallest) + " " + scales.get(0).symbol();
  }

  private static int baseOf(List<Scale> scales) {
    for (int i = 0; i < scales.size(); i++) {
      if (scales.get(i).size() == 1) {
        return i;
      }
    }
    return 0;
  }

  private static String text(BigDecimal rounded, double value) {
    return Math.abs(value) >= 1000 || Math.abs(value) < 1e-3 ? number(value) : plain(rounded);
  }

  private static BigDecimal rounded(double value) {
    // The shortest decimal of the number is what its writer meant: 0.285 is a half.
    return BigDecimal.valueOf(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
  }

  private static String plain(BigDecimal value) {
    String text = value.toPlainString();
    int point = text.indexOf('.');
    if (point < 0) {
      return grouped(text);
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    String whole = grouped(text.substring(0, point));
    return end == point + 1 ? whole : whole + text.substring(point, end);
  }

  private static String scientific(BigDecimal rounded, int exponent) {
    return plain(rounded.scaleByPowerOfTen(-exponent)) + "e" + exponent;
  }

  private static String grouped(String digits) {
    int start = digits.startsWith("-") ? 1 : 0;
    // Four digits read well as they are, and may be a year.
    if (digits.length() - start <= 4) {
      return digits;
    }
    StringBuilder grouped = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > start; i -= 3) {
      grouped.insert(i, ',');
    }
    return grouped.toString();
  }

  private QuantityText() {}
}

package org.mlsysim.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The unit symbols that a port may declare, with size and dimension: enough to refuse a wrong unit
 * and to compare a default with its range before anything runs.
 *
 * <p>Symbols are joined by {@code *} and {@code /}, each with an optional integer power after
 * {@code ^}; {@code 1/s} where nothing stands above the line.
 */
public final class UnitTable {
  /**
   * A unit by its size and dimension.
   *
   * @param size how many of its base units it is
   * @param powers the powers of the base units; empty for a plain number
   */
  public record Unit(double size, Map<String, Integer> powers) {
    public Unit {
      powers = Map.copyOf(powers);
    }

    private Unit times(Unit other, int power) {
      Map<String, Integer> product = new HashMap<>(powers);
      other.powers.forEach((base, exponent) -> product.merge(base, exponent * power, Integer::sum));
      product.values().removeIf(exponent -> exponent == 0);
      return new Unit(size * Math.pow(other.size, power), product);
    }

    private Unit scaled(double factor) {
      return new Unit(size * factor, powers);
    }
  }

  private static final double DAY = 86_400;
  private static final double YEAR = 365 * DAY;
  private static final Unit ONE = new Unit(1, Map.of());

  /** Symbols that take no prefix. */
  private static final Map<String, Unit> PLAIN = new TreeMap<>();

  /** Symbols that take SI prefixes. */
  private static final Map<String, Unit> PREFIXABLE = new TreeMap<>();

  private static final Map<String, Double> PREFIXES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("p", 1e-12),
              Map.entry("n", 1e-9),
              Map.entry("u", 1e-6),
              Map.entry("µ", 1e-6),
              Map.entry("m", 1e-3),
              Map.entry("c", 1e-2),
              Map.entry("k", 1e3),
              Map.entry("K", 1e3),
              Map.entry("M", 1e6),
              Map.entry("G", 1e9),
              Map.entry("T", 1e12),
              Map.entry("P", 1e15),
              Map.entry("E", 1e18),
              Map.entry("Z", 1e21)));

  static {
    Unit second = base("s");
    Unit metre = base("m");
    Unit kilogram = base("kg");
    Unit ampere = base("A");
    Unit joule = kilogram.times(metre, 2).times(second, -2);
    Unit watt = joule.times(second, -1);
    Unit volt = watt.times(ampere, -1);
    Unit coulomb = ampere.times(second, 1);

    PREFIXABLE.put("B", base("B"));
    PREFIXABLE.put("bit", base("B").scaled(0.125));
    PREFIXABLE.put("FLOP", base("FLOP"));
    PREFIXABLE.put("OPS", base("FLOP").times(second, -1));
    PREFIXABLE.put("s", second);
    PREFIXABLE.put("Hz", ONE.times(second, -1));
    PREFIXABLE.put("W", watt);
    PREFIXABLE.put("J", joule);
    PREFIXABLE.put("Wh", joule.scaled(3600));
    PREFIXABLE.put("g", kilogram.scaled(1e-3));
    PREFIXABLE.put("m", metre);
    PREFIXABLE.put("L", ONE.times(metre, 3).scaled(1e-3));
    PREFIXABLE.put("V", volt);
    PREFIXABLE.put("A", ampere);
    PREFIXABLE.put("Ah", coulomb.scaled(3600));
    PREFIXABLE.put("C", coulomb);
    PREFIXABLE.put("H", volt.times(second, 1).times(ampere, -1));
    PREFIXABLE.put("param", base("param"));
    PREFIXABLE.put("token", base("token"));
    PREFIXABLE.put("USD", base("USD"));

    PLAIN.put("1", ONE);
    PLAIN.put("flop", base("FLOP"));
    PLAIN.put("kg", kilogram);
    PLAIN.put("t", kilogram.scaled(1e3));
    PLAIN.put("K", base("K"));
    PLAIN.put("min", second.scaled(60));
    PLAIN.put("h", second.scaled(3600));
    PLAIN.put("d", second.scaled(DAY));
    PLAIN.put("month", second.scaled(YEAR / 12));
    PLAIN.put("year", second.scaled(YEAR));
    PLAIN.put("rad", ONE);
    PLAIN.put("deg", ONE.scaled(Math.PI / 180));
    PLAIN.put("count", base("count"));
    PLAIN.put("Bparam", base("param").scaled(1e9));
    double binary = 1;
    for (String prefix : List.of("Ki", "Mi", "Gi", "Ti", "Pi")) {
      binary *= 1024;
      PLAIN.put(prefix + "B", base("B").scaled(binary));
    }
  }

  private static Unit base(String symbol) {
    return new Unit(1, Map.of(symbol, 1));
  }

  /** Every single symbol, with and without prefix, in a fixed order. */
  public static List<String> symbols() {
    List<String> symbols = new ArrayList<>(PLAIN.keySet());
    PREFIXABLE
        .keySet()
        .forEach(
            unit -> {
              symbols.add(unit);
              PREFIXES.keySet().forEach(prefix -> symbols.add(prefix + unit));
            });
    return symbols.stream().distinct().toList();
  }

  /** The unit of a symbol such as {@code "GB/s"}; empty where it is none. */
  public static Optional<Unit> parse(String symbol) {
    Unit product = ONE;
    int start = 0;
    int sign = 1;
    for (int i = 0; i <= symbol.length(); i++) {
      char c = i == symbol.length() ? '*' : symbol.charAt(i);
      if (c == '*' || c == '/') {
        String term = symbol.substring(start, i).strip();
        int caret = term.indexOf('^');
        Optional<Unit> factor = single(caret < 0 ? term : term.substring(0, caret));
        if (factor.isEmpty()) {
          return Optional.empty();
        }
        int power;
        try {
          power = caret < 0 ? 1 : Integer.parseInt(term.substring(caret + 1));
        } catch (NumberFormatException e) {
          return Optional.empty();
        }
        product = product.times(factor.get(), sign * power);
        sign = c == '*' ? 1 : -1;
        start = i + 1;
      }
    }
    return Optional.of(product);
  }

  private static Optional<Unit> single(String symbol) {
    Unit known = PLAIN.containsKey(symbol) ? PLAIN.get(symbol) : PREFIXABLE.get(symbol);
    if (known != null) {
      return Optional.of(known);
    }
    if (symbol.length() < 2) {
      return Optional.empty();
    }
    Double prefix = PREFIXES.get(symbol.substring(0, 1));
    Unit unit = PREFIXABLE.get(symbol.substring(1));
    return prefix == null || unit == null ? Optional.empty() : Optional.of(unit.scaled(prefix));
  }

  private UnitTable() {}
}

package org.mlsysim.api.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.measure.Quantity;
import javax.measure.Unit;
import org.mlsysim.api.error.NearestNames;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;

/**
 * Reads and writes unit symbols: symbols joined by {@code *} and {@code /}, each with an optional
 * integer power after {@code ^}; {@code 1/s} where nothing stands above the line.
 *
 * <p>The dimension letters of Indriya are global to the process; this class owns those of mlsysim.
 */
final class UnitSymbols {
  private static final double DAY = 86_400;
  private static final double YEAR = 365 * DAY;

  /** Symbols that take no prefix. */
  private static final Map<String, Unit<?>> PLAIN = new HashMap<>();

  /** Symbols that take SI prefixes. */
  private static final Map<String, Unit<?>> PREFIXABLE = new HashMap<>();

  private static final Map<String, Double> PREFIXES =
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
          Map.entry("Z", 1e21));

  private static final ConcurrentMap<String, Unit<?>> UNITS = new ConcurrentHashMap<>();
  private static final ConcurrentMap<Unit<?>, String> SYMBOLS = new ConcurrentHashMap<>();

  static {
    Unit<?> byteUnit = base("B", "byte", 'B');
    Unit<?> flop = base("FLOP", "floating-point operation", 'F');
    Unit<?> second = tech.units.indriya.unit.Units.SECOND;
    Unit<?> watt = tech.units.indriya.unit.Units.WATT;
    Unit<?> kilogram = tech.units.indriya.unit.Units.KILOGRAM;
    Unit<?> metre = tech.units.indriya.unit.Units.METRE;

    PREFIXABLE.put("B", byteUnit);
    PREFIXABLE.put("bit", byteUnit.divide(8));
    PREFIXABLE.put("FLOP", flop);
    PREFIXABLE.put("OPS", flop.divide(second));
    PREFIXABLE.put("s", second);
    PREFIXABLE.put("Hz", AbstractUnit.ONE.divide(second));
    PREFIXABLE.put("W", watt);
    PREFIXABLE.put("J", tech.units.indriya.unit.Units.JOULE);
    PREFIXABLE.put("Wh", tech.units.indriya.unit.Units.JOULE.multiply(3600));
    PREFIXABLE.put("g", kilogram.divide(1000));
    PREFIXABLE.put("m", metre);
    PREFIXABLE.put("L", metre.pow(3).divide(1000));
    PREFIXABLE.put("V", tech.units.indriya.unit.Units.VOLT);
    PREFIXABLE.put("A", tech.units.indriya.unit.Units.AMPERE);
    PREFIXABLE.put("Ah", tech.units.indriya.unit.Units.COULOMB.multiply(3600));
    PREFIXABLE.put("C", tech.units.indriya.unit.Units.COULOMB);
    PREFIXABLE.put("H", tech.units.indriya.unit.Units.HENRY);
    PREFIXABLE.put("param", base("param", "model parameter", 'P'));
    PREFIXABLE.put("token", base("token", "token", 'K'));
    PREFIXABLE.put("USD", base("USD", "US dollar", '$'));

    PLAIN.put("1", AbstractUnit.ONE);
    PLAIN.put("flop", flop);
    PLAIN.put("kg", kilogram);
    PLAIN.put("t", kilogram.multiply(1000));
    PLAIN.put("K", tech.units.indriya.unit.Units.KELVIN);
    PLAIN.put("min", second.multiply(60));
    PLAIN.put("h", second.multiply(3600));
    PLAIN.put("d", second.multiply(DAY));
    PLAIN.put("month", second.multiply(YEAR / 12));
    PLAIN.put("year", second.multiply(YEAR));
    PLAIN.put("rad", tech.units.indriya.unit.Units.RADIAN);
    PLAIN.put("deg", tech.units.indriya.unit.Units.RADIAN.multiply(Math.PI / 180));
    PLAIN.put("count", base("count", "count", 'X'));
    PLAIN.put("Bparam", PREFIXABLE.get("param").multiply(1e9));
    double binary = 1;
    for (String prefix : List.of("Ki", "Mi", "Gi", "Ti", "Pi")) {
      binary *= 1024;
      PLAIN.put(prefix + "B", byteUnit.multiply(binary));
    }
    UNITS.put("", AbstractUnit.ONE);
    SYMBOLS.put(AbstractUnit.ONE, "");
  }

  private static <Q extends Quantity<Q>> Unit<Q> base(String symbol, String name, char dimension) {
    return new BaseUnit<>(symbol, name, UnitDimension.parse(dimension));
  }

  /** The unit of a symbol, the same object for the same symbol. */
  static Unit<?> unit(String symbol) {
    Unit<?> known = UNITS.get(symbol);
    if (known != null) {
      return known;
    }
    Unit<?> parsed = parse(symbol);
    Unit<?> raced = UNITS.putIfAbsent(symbol, parsed);
    SYMBOLS.putIfAbsent(parsed, symbol);
    return raced == null ? parsed : raced;
  }

  static String symbolOf(Unit<?> unit) {
    String symbol = SYMBOLS.get(unit);
    return symbol == null ? unit.toString() : symbol;
  }

  private static Unit<?> parse(String symbol) {
    Unit<?> product = AbstractUnit.ONE;
    int start = 0;
    char operator = '*';
    for (int i = 0; i <= symbol.length(); i++) {
      char c = i == symbol.length() ? '*' : symbol.charAt(i);
      if (c == '*' || c == '/') {
        Unit<?> factor = power(symbol.substring(start, i).strip(), symbol);
        product = operator == '*' ? product.multiply(factor) : product.divide(factor);
        operator = c;
        start = i + 1;
      }
    }
    return product;
  }

  private static Unit<?> power(String term, String whole) {
    int caret = term.indexOf('^');
    if (caret < 0) {
      return single(term, whole);
    }
    try {
      return single(term.substring(0, caret), whole)
          .pow(Integer.parseInt(term.substring(caret + 1)));
    } catch (NumberFormatException e) {
      throw unknown(whole);
    }
  }

  private static Unit<?> single(String symbol, String whole) {
    Unit<?> plain = PLAIN.get(symbol);
    if (plain == null) {
      plain = PREFIXABLE.get(symbol);
    }
    if (plain != null) {
      return plain;
    }
    if (symbol.length() > 1) {
      Double prefix = PREFIXES.get(symbol.substring(0, 1));
      Unit<?> unit = PREFIXABLE.get(symbol.substring(1));
      if (prefix != null && unit != null) {
        // The divisor is a power of ten, exactly; its reciprocal is not.
        return prefix < 1 ? unit.divide(Math.rint(1 / prefix)) : unit.multiply(prefix);
      }
    }
    throw unknown(whole);
  }

  private static UnknownUnitException unknown(String symbol) {
    List<String> known = symbols();
    known.remove("1");
    return new UnknownUnitException(symbol, NearestNames.of(symbol, known));
  }

  /** Every single symbol, with and without prefix. */
  static List<String> symbols() {
    List<String> known = new ArrayList<>(PLAIN.keySet());
    PREFIXABLE
        .keySet()
        .forEach(
            unit -> {
              known.add(unit);
              PREFIXES.keySet().forEach(prefix -> known.add(prefix + unit));
            });
    return known;
  }

  private UnitSymbols() {}
}

package org.mlsysim.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.measure.Unit;
import org.apiguardian.api.API;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

/**
 * Looks into documents and compares them with what a case expects.
 *
 * <p>Numbers are equal within 1e-9 relative, in whatever unit of the same dimension; two numbers up
 * to 1e-18 in magnitude always. Flags, texts and lists are equal exactly.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Trees {
  private static final double RELATIVE = 1e-9;
  private static final double NOTHING = 1e-18;

  /**
   * The value at a dotted name: members by name (a name may itself hold dots), list elements by
   * number, {@code count} for their number.
   */
  public static Optional<Wire> at(Wire from, String name) {
    if (from instanceof Wire.Fields fields) {
      Optional<Wire> whole = fields.get(name);
      if (whole.isPresent()) {
        return whole;
      }
      for (Map.Entry<String, Wire> each : fields.values().entrySet()) {
        if (name.startsWith(each.getKey() + ".")) {
          Optional<Wire> found = at(each.getValue(), name.substring(each.getKey().length() + 1));
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    if (from instanceof Wire.Items items) {
      if (name.equals("count")) {
        return Optional.of(Wire.of(items.values().size()));
      }
      int dot = name.indexOf('.');
      int index = Integer.parseInt(dot < 0 ? name : name.substring(0, dot));
      if (index < items.values().size()) {
        Wire element = items.values().get(index);
        return dot < 0 ? Optional.of(element) : at(element, name.substring(dot + 1));
      }
    }
    return Optional.empty();
  }

  /** What of the expected values, by dotted name, a document does not hold; empty if nothing. */
  public static List<String> differences(Wire.Fields expected, Wire document) {
    List<String> differences = new ArrayList<>();
    expected
        .values()
        .forEach(
            (name, wanted) -> {
              Wire given = at(document, name).orElse(Wire.NULL);
              if (!equal(wanted, given)) {
                differences.add("%s is %s, expected %s".formatted(name, given, wanted));
              }
            });
    return differences;
  }

  /** Whether a value is the expected one; a quantity is not equal to a bare number. */
  public static boolean equal(Wire expected, Wire given) {
    if (isNumber(expected) && isNumber(given)) {
      return near(expected, given);
    }
    if (expected instanceof Wire.Items wanted && given instanceof Wire.Items got) {
      boolean same = wanted.values().size() == got.values().size();
      for (int i = 0; same && i < wanted.values().size(); i++) {
        same = equal(wanted.values().get(i), got.values().get(i));
      }
      return same;
    }
    return expected.equals(given);
  }

  /** The number of a number or quantity. */
  public static double value(Wire wire) {
    if (wire instanceof Wire.Num num) {
      return num.value();
    }
    if (wire instanceof Wire.Amount amount) {
      return amount.value();
    }
    return ((Wire.Num) ((Wire.Fields) wire).get("value").orElseThrow()).value();
  }

  private static boolean isNumber(Wire wire) {
    return wire instanceof Wire.Num
        || wire instanceof Wire.Amount
        || (wire instanceof Wire.Fields fields && fields.values().containsKey("unit"));
  }

  private static boolean near(Wire expected, Wire given) {
    Unit<?> unit = unit(expected);
    if (!Units.compatible(unit(given), unit)) {
      return false;
    }
    double wanted = value(expected);
    double got = Units.convert(value(given), unit(given), unit);
    return Math.abs(wanted - got) <= RELATIVE * Math.max(Math.abs(wanted), Math.abs(got))
        || (Math.abs(wanted) <= NOTHING && Math.abs(got) <= NOTHING);
  }

  private static Unit<?> unit(Wire wire) {
    if (wire instanceof Wire.Num) {
      return Units.ONE;
    }
    return wire instanceof Wire.Amount amount
        ? Units.parse(amount.unit())
        : Units.parse(((Wire.Text) ((Wire.Fields) wire).get("unit").orElseThrow()).value());
  }

  private Trees() {}
}

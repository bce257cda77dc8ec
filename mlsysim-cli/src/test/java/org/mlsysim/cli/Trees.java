package org.mlsysim.cli;

import java.util.Map;
import java.util.Optional;
import javax.measure.Unit;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

/** Looks into documents, and compares them as the golden cases ask. */
final class Trees {
  private static final double RELATIVE = 1e-9;
  private static final double NOTHING = 1e-18;

  /** The value at a dotted name; list elements by number, {@code count} for their number. */
  static Optional<Wire> at(Wire from, String name) {
    if (from instanceof Wire.Fields fields) {
      Wire whole = fields.values().get(name);
      if (whole != null) {
        return Optional.of(whole);
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

  /** Whether a value is the expected one, numbers to 1e-9 in whatever unit. */
  static boolean equal(Wire expected, Wire given) {
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

  private static boolean isNumber(Wire wire) {
    return wire instanceof Wire.Num
        || wire instanceof Wire.Amount
        || (wire instanceof Wire.Fields fields && fields.values().containsKey("unit"));
  }

  private static boolean near(Wire expected, Wire given) {
    double wanted = value(expected);
    double got;
    if (given instanceof Wire.Num || expected instanceof Wire.Num) {
      got = value(given);
    } else if (Units.compatible(unit(given), unit(expected))) {
      got = Units.convert(value(given), unit(given), unit(expected));
    } else {
      return false;
    }
    return Math.abs(wanted - got) <= RELATIVE * Math.max(Math.abs(wanted), Math.abs(got))
        || (Math.abs(wanted) <= NOTHING && Math.abs(got) <= NOTHING);
  }

  static double value(Wire wire) {
    if (wire instanceof Wire.Num num) {
      return num.value();
    }
    if (wire instanceof Wire.Amount amount) {
      return amount.value();
    }
    return ((Wire.Num) ((Wire.Fields) wire).get("value").orElseThrow()).value();
  }

  private static Unit<?> unit(Wire wire) {
    return wire instanceof Wire.Amount amount
        ? Units.parse(amount.unit())
        : Units.parse(((Wire.Text) ((Wire.Fields) wire).get("unit").orElseThrow()).value());
  }

  private Trees() {}
}

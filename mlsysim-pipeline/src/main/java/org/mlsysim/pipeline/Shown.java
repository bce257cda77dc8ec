package org.mlsysim.pipeline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.wire.Wire;

/** Values as people and programs see them. */
final class Shown {
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_UP);

  /** The wire form of an input's value: a registered object by its id, or else its name. */
  static Wire wire(Slot slot, @Nullable Object value) {
    return wire(slot.stage().inputs(), slot.port().name(), value);
  }

  private static Wire wire(RecordShape<?> shape, String port, @Nullable Object value) {
    if (value == null) {
      return Wire.NULL;
    }
    if (value instanceof Registered registered) {
      return Wire.of(registered.id());
    }
    try {
      return shape.write(port, value);
    } catch (IllegalArgumentException | ClassCastException e) {
      // An object of a family that is no record of ports still deserves to be named.
      return Wire.of(value.toString());
    }
  }

  /** The wire form of a value that no port reads. */
  static Wire raw(Object value) {
    if (value instanceof Wire wire) {
      return wire;
    }
    if (value instanceof Integer || value instanceof Long) {
      return Wire.of(((Number) value).longValue());
    }
    if (value instanceof Number number) {
      return Wire.of(number.doubleValue());
    }
    return value instanceof Boolean flag ? Wire.of(flag) : Wire.of(value.toString());
  }

  /** A value on one line, numbers with six digits. */
  static String text(Wire wire) {
    if (wire instanceof Wire.Num num) {
      return number(num.value());
    }
    if (wire instanceof Wire.Amount amount) {
      return number(amount.value()) + " " + amount.unit();
    }
    if (wire instanceof Wire.Flag flag) {
      return Boolean.toString(flag.value());
    }
    if (wire instanceof Wire.Text text) {
      return line(text.value());
    }
    if (wire instanceof Wire.Items items) {
      return items.values().stream().map(Shown::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (wire instanceof Wire.Fields fields) {
      return fields.values().entrySet().stream()
          .map(each -> line(each.getKey()) + ": " + text(each.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return "-";
  }

  /** A number with six digits, half away from zero. */
  private static String number(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    return size >= 1e-4 && size < 1e15 ? rounded.toPlainString() : rounded.toString();
  }

  /** A text without control characters, so that a name cannot draw on a terminal. */
  static String line(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    return text.chars()
        .mapToObj(
            c -> Character.isISOControl(c) ? "\\u%04x".formatted(c) : String.valueOf((char) c))
        .collect(Collectors.joining());
  }

  private Shown() {}
}

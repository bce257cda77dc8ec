package org.mlsysim.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.mlsysim.api.units.QuantityText;
import org.mlsysim.api.wire.Wire;

/** A wire tree for people: one line a value, nested ones indented. */
final class WireText {
  /** Writes the members of a map. */
  static void write(Wire.Fields fields, TextPage page, int indent) {
    int width = 0;
    for (Map.Entry<String, Wire> each : fields.values().entrySet()) {
      if (isLine(each.getValue())) {
        width = Math.max(width, each.getKey().length());
      }
    }
    for (Map.Entry<String, Wire> each : fields.values().entrySet()) {
      Wire value = each.getValue();
      page.put(" ".repeat(indent)).put(TextPage.Style.DIM, each.getKey());
      if (isLine(value)) {
        page.to(indent + width + 2).line(text(value));
      } else {
        page.end();
        writeNested(value, page, indent + 2);
      }
    }
  }

  private static void writeNested(Wire value, TextPage page, int indent) {
    if (value instanceof Wire.Fields fields) {
      write(fields, page, indent);
    } else if (value instanceof Wire.Items items) {
      for (Wire item : items.values()) {
        if (item instanceof Wire.Fields fields
            && fields.values().values().stream().allMatch(WireText::isLine)) {
          page.put(" ".repeat(indent))
              .line(
                  fields.values().entrySet().stream()
                      .map(each -> each.getKey() + " " + text(each.getValue()))
                      .collect(Collectors.joining(", ")));
        } else if (isLine(item)) {
          page.put(" ".repeat(indent)).line(text(item));
        } else {
          page.put(" ".repeat(indent)).line("-");
          writeNested(item, page, indent + 2);
        }
      }
    }
  }

  private static boolean isLine(Wire value) {
    if (value instanceof Wire.Items items) {
      return items.values().stream()
          .noneMatch(each -> each instanceof Wire.Fields || each instanceof Wire.Items);
    }
    return !(value instanceof Wire.Fields);
  }

  /** A value on one line. */
  static String text(Wire value) {
    if (value instanceof Wire.Num num) {
      return QuantityText.number(num.value());
    }
    if (value instanceof Wire.Amount amount) {
      return QuantityText.of(amount.value(), amount.unit());
    }
    if (value instanceof Wire.Text text) {
      return text.value();
    }
    if (value instanceof Wire.Flag flag) {
      return flag.value() ? "yes" : "no";
    }
    if (value instanceof Wire.Items items) {
      return items.values().isEmpty()
          ? "none"
          : items.values().stream().map(WireText::text).collect(Collectors.joining(", "));
    }
    return "–";
  }

  private WireText() {}
}

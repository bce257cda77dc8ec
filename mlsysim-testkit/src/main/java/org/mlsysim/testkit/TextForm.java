package org.mlsysim.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.PortType;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.wire.Wire;

/** required_r05. */
final class TextForm {
  static <I extends Record, R extends SolverResult> List<String> violations(Subject<I, R> subject) {
    List<String> violations = new ArrayList<>();
    checkDeclarations("input", subject.resolver().inputs(), violations);
    checkDeclarations("output", subject.resolver().produces(), violations);
    checkReturn(subject, subject.contract().outputs(), subject.answer(), violations);
    return violations;
  }

  private static void checkDeclarations(
      String what, List<PortSpec> ports, List<String> violations) {
    Set<String> names = new HashSet<>();
    for (PortSpec port : ports) {
      if (port.doc().isBlank()) {
        violations.add("the %s %s has no documentation".formatted(what, port.name()));
      }
      if (!port.name().matches("[a-z][a-z0-9_]*")) {
        violations.add("the %s %s is not named in snake_case".formatted(what, port.name()));
      }
      List<String> own = new ArrayList<>(port.aliases());
      own.add(port.name());
      own.stream()
          .filter(name -> !names.add(name))
          .forEach(name -> violations.add("the %s %s stands twice".formatted(what, name)));
    }
  }

  private static <T extends Record> void checkReturn(
      Subject<?, ?> subject, RecordShape<T> shape, Object answer, List<String> violations) {
    T result = shape.type().cast(answer);
    T back;
    try {
      back = shape.read((Wire.Fields) asJson(shape.write(result)), subject.registry());
    } catch (RuntimeException e) {
      violations.add("the result cannot be read back: " + e.getMessage());
      return;
    }
    for (PortSpec port : shape.ports()) {
      if (!same(port, shape, result, back)) {
        violations.add(
            "%s comes back as %s"
                .formatted(
                    port.name(),
                    shape.get(back, port.name()).map(String::valueOf).orElse("absent")));
      }
    }
  }

  /** A quantity comes back in its declared unit, which need not be the unit it was given in. */
  private static <T extends Record> boolean same(
      PortSpec port, RecordShape<T> shape, T one, T other) {
    if (shape.get(one, port.name()).equals(shape.get(other, port.name()))) {
      return true;
    }
    boolean mayHoldQuantities =
        !port.unit().isEmpty()
            || port.type() instanceof PortType.Entity
            || port.type() instanceof PortType.Items
            || port.type() instanceof PortType.Table;
    return mayHoldQuantities
        && Objects.equals(
            shape.write(one).values().get(port.name()),
            shape.write(other).values().get(port.name()));
  }

  /** JSON has no quantities: an amount is an object of value and unit. */
  private static Wire asJson(Wire wire) {
    if (wire instanceof Wire.Amount amount) {
      return Wire.fields().put("value", amount.value()).put("unit", amount.unit()).build();
    }
    if (wire instanceof Wire.Items items) {
      return new Wire.Items(items.values().stream().map(TextForm::asJson).toList());
    }
    if (wire instanceof Wire.Fields fields) {
      Wire.FieldsBuilder json = Wire.fields();
      fields.values().forEach((name, value) -> json.put(name, asJson(value)));
      return json.build();
    }
    return wire;
  }

  private TextForm() {}
}

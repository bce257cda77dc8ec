package org.mlsysim.testkit;

import java.util.ArrayList;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.Unit;
import javax.measure.quantity.Dimensionless;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.PortType;
import org.mlsysim.api.units.Units;

/** required_r04. */
final class UnitFreedom {
  /** A power of two, so that the other unit holds the same number to the last bit. */
  private static final double FACTOR = 1024;

  private static final double TOLERANCE = 1e-12;

  static <I extends Record, R extends SolverResult> List<String> violations(Subject<I, R> subject) {
    R expected = subject.answer();
    List<String> violations = new ArrayList<>();
    for (PortSpec port : subject.resolver().inputs()) {
      Object value = subject.values().get(port.name());
      if (port.type() instanceof PortType.Measure && value instanceof Quantity<?> quantity) {
        String what = "%s in units of 1024 %s".formatted(port.name(), port.unit());
        try {
          R answer = subject.answer(subject.valuesWith(port.name(), restated(quantity, port)));
          subject
              .differences(expected, answer, TOLERANCE)
              .forEach(difference -> violations.add(what + ": " + difference));
        } catch (RuntimeException e) {
          violations.add("%s is refused: %s".formatted(what, e));
        }
      }
    }
    return violations;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the port's quantity type is not known here
  private static Quantity<?> restated(Quantity<?> quantity, PortSpec port) {
    Unit<?> unit = Units.parse(port.unit());
    Unit<Dimensionless> other = (Unit) unit.multiply(FACTOR);
    return Units.of(Units.convert(quantity, unit) / FACTOR, other);
  }

  private UnitFreedom() {}
}

package org.mlsysim.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.InternalException;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.PortType;
import org.mlsysim.api.port.Range;
import org.mlsysim.api.wire.Wire;

/** required_r03. */
final class Refusals {
  static <I extends Record, R extends SolverResult> List<String> violations(Subject<I, R> subject) {
    List<String> violations = new ArrayList<>();
    for (PortSpec port : subject.resolver().requires()) {
      Map<String, Object> without = subject.values();
      without.remove(port.name());
      unrefused(subject, port, without, port.name() + " left out").ifPresent(violations::add);
    }
    for (PortSpec port : subject.resolver().inputs()) {
      for (double outside : outside(port)) {
        Wire value = wire(port, port.type(), outside);
        unrefused(
                subject,
                port,
                subject.valuesWith(port.name(), value),
                "%s = %s, outside %s,".formatted(port.name(), outside, port.range()))
            .ifPresent(violations::add);
      }
      for (double edge : edges(port)) {
        unanswered(subject, port, edge).ifPresent(violations::add);
      }
    }
    return violations;
  }

  private static <I extends Record, R extends SolverResult> Optional<String> unrefused(
      Subject<I, R> subject, PortSpec port, Map<String, Object> values, String what) {
    try {
      subject.answer(values);
      return Optional.of(what + " is accepted");
    } catch (MlsysimException e) {
      boolean named =
          !(e instanceof InternalException)
              && e.findings().stream().anyMatch(each -> names(each.port(), port.name()));
      return named
          ? Optional.empty()
          : Optional.of("%s is refused without the port's name: %s".formatted(what, e));
    } catch (RuntimeException e) {
      return Optional.of("%s gives %s".formatted(what, e));
    }
  }

  private static boolean names(String path, String port) {
    return path.equals(port) || path.startsWith(port + ".") || path.startsWith(port + "[");
  }

  /** A closed end may be refused by a rule between ports, but never break the law. */
  private static <I extends Record, R extends SolverResult> Optional<String> unanswered(
      Subject<I, R> subject, PortSpec port, double edge) {
    try {
      subject.answer(subject.valuesWith(port.name(), wire(port, port.type(), edge)));
      return Optional.empty();
    } catch (InternalException e) {
      return Optional.of(
          "%s = %s, the end of %s, breaks it: %s"
              .formatted(port.name(), edge, port.range(), e.getMessage()));
    } catch (MlsysimException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(
          "%s = %s, the end of %s, gives %s".formatted(port.name(), edge, port.range(), e));
    }
  }

  private static List<Double> outside(PortSpec port) {
    PortType number = number(port.type());
    if (number == null) {
      return List.of();
    }
    boolean whole = number instanceof PortType.Whole;
    Range range = port.range();
    List<Double> outside = new ArrayList<>();
    if (Double.isFinite(range.low())) {
      double below = whole ? range.low() - 1 : Math.nextDown(range.low());
      outside.add(range.lowOpen() ? range.low() : below);
    }
    if (Double.isFinite(range.high())) {
      double above = whole ? range.high() + 1 : Math.nextUp(range.high());
      outside.add(range.highOpen() ? range.high() : above);
    }
    if (!whole) {
      outside.add(Double.NaN);
      outside.add(Double.POSITIVE_INFINITY);
    }
    return outside;
  }

  private static List<Double> edges(PortSpec port) {
    Range range = port.range();
    List<Double> edges = new ArrayList<>();
    if (number(port.type()) != null) {
      if (Double.isFinite(range.low()) && !range.lowOpen()) {
        edges.add(range.low());
      }
      if (Double.isFinite(range.high()) && !range.highOpen()) {
        edges.add(range.high());
      }
    }
    return edges;
  }

  /** The numeric type that a port carries, alone or in a list or map; null where it is none. */
  private static @org.jspecify.annotations.Nullable PortType number(PortType type) {
    if (type instanceof PortType.Items items) {
      return number(items.element());
    }
    if (type instanceof PortType.Table table) {
      return number(table.element());
    }
    return type instanceof PortType.Whole
            || type instanceof PortType.Real
            || type instanceof PortType.Measure
        ? type
        : null;
  }

  private static Wire wire(PortSpec port, PortType type, double value) {
    if (type instanceof PortType.Items items) {
      return new Wire.Items(List.of(wire(port, items.element(), value)));
    }
    if (type instanceof PortType.Table table) {
      return Wire.fields().put("x", wire(port, table.element(), value)).build();
    }
    return type instanceof PortType.Measure ? new Wire.Amount(value, port.unit()) : Wire.of(value);
  }

  private Refusals() {}
}

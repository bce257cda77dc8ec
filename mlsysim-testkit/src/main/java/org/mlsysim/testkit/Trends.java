package org.mlsysim.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.InternalException;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.PortType;
import org.mlsysim.api.wire.Wire;

/** optional_r20. */
final class Trends {
  private static final double[] FACTORS = {1, 1.1, 1.5, 2, 4, 10, 100};

  /** Rounding may go against the trend by this much. */
  private static final double TOLERANCE = 1e-12;

  static <I extends Record, R extends SolverResult> List<String> violations(
      Subject<I, R> subject, List<Monotonicity> promises) {
    List<String> violations = new ArrayList<>();
    for (Monotonicity promise : promises) {
      Optional<PortSpec> port = subject.contract().inputs().port(promise.input());
      if (port.isEmpty()) {
        violations.add("there is no input %s".formatted(promise.input()));
      } else {
        check(subject, promise, port.get(), violations);
      }
    }
    return violations;
  }

  private record Point(double input, double output) {}

  private static <I extends Record, R extends SolverResult> void check(
      Subject<I, R> subject, Monotonicity promise, PortSpec port, List<String> violations) {
    List<Point> points = new ArrayList<>();
    start(subject, port)
        .ifPresent(
            from -> {
              for (double factor : FACTORS) {
                double input =
                    port.type() instanceof PortType.Whole
                        ? Math.ceil(from * factor)
                        : from * factor;
                output(subject, promise, port, input)
                    .ifPresent(output -> points.add(new Point(input, output)));
              }
            });
    if (points.size() < 2) {
      violations.add(
          "%s of %s cannot be followed: fewer than two values of it are answered"
              .formatted(promise.output(), promise.input()));
    }
    int sign = promise.trend() == Monotonicity.Trend.NEVER_LOWERS ? 1 : -1;
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point after = points.get(i);
      if (sign * (after.output() - before.output()) < -TOLERANCE * Math.abs(before.output())) {
        violations.add(
            "%s goes from %s to %s when %s goes from %s to %s"
                .formatted(
                    promise.output(),
                    before.output(),
                    after.output(),
                    promise.input(),
                    before.input(),
                    after.input()));
      }
    }
  }

  private static Optional<Double> start(Subject<?, ?> subject, PortSpec port) {
    Object value = subject.values().get(port.name());
    if (value instanceof javax.measure.Quantity<?> quantity) {
      return Optional.of(
          org.mlsysim.api.units.Units.convert(
              quantity, org.mlsysim.api.units.Units.parse(port.unit())));
    }
    return value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
  }

  private static <I extends Record, R extends SolverResult> Optional<Double> output(
      Subject<I, R> subject, Monotonicity promise, PortSpec port, double input) {
    Wire wire =
        port.type() instanceof PortType.Measure
            ? new Wire.Amount(input, port.unit())
            : Wire.of(input);
    try {
      return subject.number(
          subject.answer(subject.valuesWith(port.name(), wire)), promise.output());
    } catch (InternalException e) {
      throw e;
    } catch (MlsysimException e) {
      // A value that the resolver refuses is no point of the curve.
      return Optional.empty();
    }
  }

  private Trends() {}
}

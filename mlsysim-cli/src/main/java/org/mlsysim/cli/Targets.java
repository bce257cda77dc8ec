package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.measure.Quantity;
import javax.measure.Unit;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.IncommensurableUnitException;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.units.UnknownUnitException;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.core.evaluation.Assertion;
import org.mlsysim.core.evaluation.MetricForm;

/** The part {@code constraints} of a file: targets that an answer is held against. */
record Targets(
    @Port(name = "assert", doc = "targets of metrics", defaultValue = "") List<Target> assertions) {
  Targets {
    assertions = List.copyOf(assertions);
  }

  /** No targets. */
  static final Targets NONE = new Targets(List.of());

  /** One target as it is written. */
  record Target(
      @Port(doc = "the metric's dotted name") String metric,
      @Port(doc = "largest value allowed; a number or a quantity") Optional<Wire> max,
      @Port(doc = "smallest value allowed; a number or a quantity") Optional<Wire> min,
      @Port(doc = "unit of bare bounds") Optional<String> unit) {}

  /** The assertions, checked against the metrics there are; what is wrong goes to the file. */
  List<Assertion> resolve(List<MetricForm> known, InputFile file) {
    Map<String, MetricForm> byName = new LinkedHashMap<>();
    known.forEach(form -> byName.put(form.name(), form));
    List<Assertion> resolved = new ArrayList<>();
    for (int i = 0; i < assertions.size(); i++) {
      Target target = assertions.get(i);
      String path = "constraints.assert[" + i + "]";
      MetricForm form = byName.get(target.metric());
      if (form == null) {
        file.report(
            Findings.unknownName(
                path + ".metric", "a metric of this plan", target.metric(), byName.keySet()));
      }
      if (target.max().isEmpty() && target.min().isEmpty()) {
        file.report(
            Finding.of(
                    ErrorCode.INPUT_MISSING, path, path + " has neither a maximum nor a minimum.")
                .withHint("Give max, min, or both."));
      }
      if (form != null) {
        resolved.add(
            new Assertion(
                form,
                bound(target, target.max(), form, path + ".max", path, file),
                bound(target, target.min(), form, path + ".min", path, file)));
      }
    }
    return resolved;
  }

  private static OptionalDouble bound(
      Target target,
      Optional<Wire> bound,
      MetricForm form,
      String at,
      String path,
      InputFile file) {
    if (bound.isEmpty()) {
      return OptionalDouble.empty();
    }
    @Nullable Double value = null;
    try {
      if (bound.get() instanceof Wire.Num num) {
        value =
            target.unit().isEmpty()
                ? num.value()
                : converted(num.value(), Units.parse(target.unit().get()), form);
      } else if (bound.get() instanceof Wire.Text text) {
        Quantity<?> quantity = Units.parseQuantity(text.value());
        value = converted(quantity.getValue().doubleValue(), quantity.getUnit(), form);
      } else {
        file.report(Findings.wrongType(at, WireText.text(bound.get()), "a number or a quantity"));
      }
    } catch (NumberFormatException e) {
      file.report(Findings.wrongType(at, WireText.text(bound.get()), "a number or a quantity"));
    } catch (UnknownUnitException | IncommensurableUnitException e) {
      String blamed = bound.get() instanceof Wire.Num ? path + ".unit" : at;
      file.report(
          Findings.unitMismatch(
              blamed,
              bound.get() instanceof Wire.Num
                  ? target.unit().orElse("")
                  : WireText.text(bound.get()),
              form.unit(),
              String.valueOf(e.getMessage())));
    }
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static double converted(double value, Unit<?> from, MetricForm form) {
    return Units.convert(value, from, Units.parse(form.unit()));
  }
}

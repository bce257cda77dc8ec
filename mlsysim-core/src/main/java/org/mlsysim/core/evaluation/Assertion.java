package org.mlsysim.core.evaluation;

import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.mlsysim.api.units.QuantityText;
import org.mlsysim.api.wire.Wire;

/**
 * A target: a metric that must lie between bounds, of which at least one is given.
 *
 * @param metric the metric
 * @param max the largest value allowed, in the metric's unit
 * @param min the smallest value allowed, in the metric's unit
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Assertion(MetricForm metric, OptionalDouble max, OptionalDouble min) {
  /**
   * What became of an assertion.
   *
   * @param assertion the assertion
   * @param value the metric's value, where it has one
   * @param passed whether the value lies between the bounds; false without a value
   * @param message why it failed, "" where it passed
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public record Outcome(Assertion assertion, OptionalDouble value, boolean passed, String message) {
    /** The member of a document's {@code assertions}. */
    public Wire.Fields toWire() {
      MetricForm metric = assertion.metric();
      Wire.FieldsBuilder fields =
          Wire.fields()
              .put("metric", metric.name())
              .put("value", wire(metric, value))
              .put("max", wire(metric, assertion.max()))
              .put("min", wire(metric, assertion.min()))
              .put("passed", passed);
      return message.isEmpty() ? fields.build() : fields.put("message", message).build();
    }

    private static Wire wire(MetricForm metric, OptionalDouble number) {
      return number.isEmpty() ? Wire.NULL : metric.wire(number.getAsDouble());
    }
  }

  /** Holds a value against the bounds; an absent one fails. */
  public Outcome check(OptionalDouble value) {
    String message = "";
    if (value.isEmpty()) {
      message = metric.name() + " has no value.";
    } else if (max.isPresent() && value.getAsDouble() > max.getAsDouble()) {
      message = compare(value.getAsDouble(), "exceeds the maximum", max.getAsDouble());
    } else if (min.isPresent() && value.getAsDouble() < min.getAsDouble()) {
      message = compare(value.getAsDouble(), "is below the minimum", min.getAsDouble());
    }
    return new Outcome(this, value, message.isEmpty(), message);
  }

  private String compare(double value, String how, double bound) {
    return metric.name()
        + " is "
        + QuantityText.of(value, metric.unit())
        + ", which "
        + how
        + " of "
        + QuantityText.of(bound, metric.unit())
        + ".";
  }
}

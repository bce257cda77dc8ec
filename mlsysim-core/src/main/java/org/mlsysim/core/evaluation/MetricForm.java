package org.mlsysim.core.evaluation;

import org.apiguardian.api.API;
import org.mlsysim.api.wire.Wire;

/**
 * How a metric is written.
 *
 * @param name its dotted name, for instance {@code performance.latency}
 * @param unit the unit of its number, "" where it has none
 * @param bare whether the number stands alone because the name says the unit, or there is none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MetricForm(String name, String unit, boolean bare) {
  /** A number in the metric's unit, as the metric is written. */
  public Wire wire(double value) {
    return bare ? Wire.of(value) : new Wire.Amount(value, unit);
  }
}

package org.mlsysim.core.serving;

import java.util.List;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.physics.serving.ServingCapacity;

/** What keeps the replicas from the latency that they shall keep. */
final class CapacityFindings {
  /** The limit in words and numbers; empty where there is none. */
  static List<String> trace(
      ServingCapacityModel.Inputs inputs, ServingCapacity.Result plain, CapacityLimit limit) {
    String target = Units.number(ServingCapacityModel.target(inputs));
    return switch (limit) {
      case NONE -> List.of();
      case MEMORY ->
          List.of(
              Shortfall.of(
                  inputs.model().id() + " with one request",
                  plain.serving().memoryRequired(),
                  inputs.hardware()));
      case BASE_LATENCY ->
          List.of(
              "A request alone takes %s s, more than the target of %s s."
                  .formatted(Units.number(plain.baseLatency()), target));
      case CAPACITY ->
          List.of(
              "%d replicas serve %s requests a second, not %s."
                  .formatted(
                      plain.replicas(),
                      Units.number(plain.qpsCapacity()),
                      Units.number(inputs.qps())));
      case TAIL_LATENCY ->
          List.of(
              "%d replicas reach a P99 of %s s, more than the target of %s s."
                  .formatted(plain.replicas(), Units.number(plain.p99()), target));
    };
  }

  private CapacityFindings() {}
}

package org.mlsysim.api.workload;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.units.Count;
import org.mlsysim.api.units.Units;

/** The figures of a published training run must agree with each other. */
final class PublishedRun {
  private static final double TOLERANCE = 0.01;

  static void check(
      Optional<Quantity<Time>> acceleratorTime,
      Optional<Quantity<Count>> accelerators,
      Optional<Quantity<Time>> duration) {
    if (acceleratorTime.isEmpty() || accelerators.isEmpty() || duration.isEmpty()) {
      return;
    }
    double stated = Units.in(Units.DAY, acceleratorTime.get());
    double product =
        Units.in(Units.COUNT, accelerators.get()) * Units.in(Units.DAY, duration.get());
    if (Math.abs(stated - product) > TOLERANCE * stated) {
      throw BadInputException.conflict(
          "training_accelerator_time",
          "training_accelerator_time is %s d, but accelerators times days are %s."
              .formatted(Units.number(stated), Units.number(product)));
    }
  }

  private PublishedRun() {}
}

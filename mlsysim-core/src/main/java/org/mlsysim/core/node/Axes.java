package org.mlsysim.core.node;

import java.util.List;
import org.mlsysim.api.error.BadInputException;

/** What holds for every axis of a sweep. */
final class Axes {
  /** An axis without values has no points, which nobody means. */
  static void refuseEmpty(String port, List<?> values) {
    if (values.isEmpty()) {
      throw BadInputException.refused(port, "[]", "an axis needs at least one value.");
    }
  }

  private Axes() {}
}

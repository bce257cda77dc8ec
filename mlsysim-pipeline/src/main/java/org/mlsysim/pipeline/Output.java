package org.mlsysim.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.PortPath;
import org.mlsysim.api.port.PortType;

/**
 * What one stage can feed to another: an output, a member of one, or its whole result.
 *
 * @param stage the stage
 * @param path the output, null for the whole result
 */
record Output(Stage<?, ?> stage, @Nullable PortPath path) {
  /** Whether a value of it can come to an input port. */
  boolean fits(Slot slot) {
    return path == null
        ? slot.carriesObject() && slot.takes(stage.contract().result())
        : slot.port().type().accepts(path.spec().type());
  }

  /** Whether the input port must read a value before it can take it: a count for a number. */
  boolean converts(Slot slot) {
    return path != null && !slot.takes(path.spec().type().javaType());
  }

  Optional<Object> of(SolverResult result) {
    return path == null ? Optional.of(result) : path.get(result);
  }

  /** What it carries, for people. */
  String carries() {
    PortType type = path == null ? null : path.spec().type();
    return type == null ? "a " + stage.contract().result().getSimpleName() : type.text();
  }

  @Override
  public String toString() {
    return path == null ? stage.name() : stage.name() + "." + path.name();
  }
}

package org.mlsysim.pipeline;

import java.util.List;
import org.mlsysim.api.port.Supply;

/** What feeds one input port: the outcome of the six rules. */
sealed interface Binding {
  /** A constant of the stage. */
  record Constant(Object value) implements Binding {}

  /** An output of another stage, by a wire or by its name and type. */
  record Fed(Output output, boolean wired) implements Binding {}

  /** A value given under the port's name or an alias. */
  record Given(String name) implements Binding {}

  /**
   * What domain objects supply: constants of the same stage, or else given values. Several sources
   * are allowed where they supply the same object.
   */
  record Derived(List<Source> sources) implements Binding {
    public Derived {
      sources = List.copyOf(sources);
    }
  }

  /** The port's default, or its absence. */
  record Default() implements Binding {}

  /** Two or more stages that could feed the port. */
  record Ambiguous(List<Output> outputs) implements Binding {
    public Ambiguous {
      outputs = List.copyOf(outputs);
    }
  }

  /** Nothing. */
  record Missing() implements Binding {}

  /**
   * A domain object and what it supplies.
   *
   * @param name the given value, or the constant's port
   * @param supply what it supplies
   * @param constant whether the object is a constant of the stage
   */
  record Source(String name, Supply supply, boolean constant) {}
}

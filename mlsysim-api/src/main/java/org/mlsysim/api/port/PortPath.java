package org.mlsysim.api.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * The way to one value of a record: a port, or a member of one under its dotted name such as {@code
 * node_profile.mfu}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PortPath {
  private final String name;
  private final PortSpec spec;
  private final List<Function<Object, Optional<Object>>> steps;

  PortPath(String name, PortSpec spec, List<Function<Object, Optional<Object>>> steps) {
    this.name = name;
    this.spec = spec;
    this.steps = List.copyOf(steps);
  }

  /** The canonical dotted name. */
  public String name() {
    return name;
  }

  /** The port at the end of the way. */
  public PortSpec spec() {
    return spec;
  }

  /** The value in a record; empty where it, or an object on the way to it, is absent. */
  public Optional<Object> get(Object record) {
    Optional<Object> value = steps.get(0).apply(record);
    for (int i = 1; i < steps.size() && value.isPresent(); i++) {
      value = steps.get(i).apply(value.get());
    }
    return value;
  }
}

package org.mlsysim.core.node;

import org.apiguardian.api.API;
import org.mlsysim.api.port.WireName;
import org.mlsysim.physics.node.Bound;

/** The wall that binds: the slower of arithmetic and memory traffic. */
@API(status = API.Status.STABLE, since = "0.1")
public enum Bottleneck implements WireName {
  COMPUTE("Compute"),
  MEMORY("Memory");

  private final String wireName;

  Bottleneck(String wireName) {
    this.wireName = wireName;
  }

  /** The bottleneck that a law names. */
  public static Bottleneck of(Bound bound) {
    return bound == Bound.COMPUTE ? COMPUTE : MEMORY;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}

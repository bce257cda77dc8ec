package org.mlsysim.core.serving;

import org.apiguardian.api.API;
import org.mlsysim.api.port.WireName;
import org.mlsysim.physics.serving.ServingCapacity;

/** What stands between replicas and a latency target. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum CapacityLimit implements WireName {
  /** Weights and one request do not fit the memory. */
  MEMORY("Memory"),
  /** The replicas allowed do not keep up. */
  CAPACITY("Capacity"),
  /** They keep up, but the tail of the queue is too long. */
  TAIL_LATENCY("Tail Latency"),
  /** A request alone takes longer than the target. */
  BASE_LATENCY("Base Latency"),
  /** Nothing: the target is met. */
  NONE("Feasible");

  private final String wireName;

  CapacityLimit(String wireName) {
    this.wireName = wireName;
  }

  static CapacityLimit of(ServingCapacity.Verdict verdict) {
    return switch (verdict) {
      case MEMORY -> MEMORY;
      case CAPACITY -> CAPACITY;
      case TAIL_LATENCY -> TAIL_LATENCY;
      case BASE_LATENCY -> BASE_LATENCY;
      case FEASIBLE -> NONE;
    };
  }

  @Override
  public String wireName() {
    return wireName;
  }
}

package org.mlsysim.core.data;

import org.apiguardian.api.API;
import org.mlsysim.api.port.WireName;
import org.mlsysim.physics.data.DataSupply;

/** The path that limits the supply of data. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum SupplyPath implements WireName {
  /** Reading from storage; also when both paths are equally fast. */
  STORAGE("Storage"),
  /** Host to accelerator. */
  INTERCONNECT("Interconnect"),
  /** Neither path is described. */
  UNKNOWN("Unknown");

  private final String wireName;

  SupplyPath(String wireName) {
    this.wireName = wireName;
  }

  static SupplyPath of(DataSupply.Path path) {
    return switch (path) {
      case STORAGE -> STORAGE;
      case INTERCONNECT -> INTERCONNECT;
      case UNKNOWN -> UNKNOWN;
    };
  }

  @Override
  public String wireName() {
    return wireName;
  }
}

package org.mlsysim.api.system;

import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;

/** The drives of a node. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record NodeStorage(
    @Port(doc = "display name") String name,
    @Port(doc = "one drive") StorageDevice device,
    @Port(doc = "how many of them", defaultValue = "1", range = "[1, inf)") int devicesPerNode,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {

  /** The rate of all drives together [B/s]. */
  public double aggregateBytesPerSecond() {
    return devicesPerNode * Units.in(Units.BYTE_PER_SECOND, device.bandwidth());
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static NodeStorageBuilder builder() {
    return new NodeStorageBuilder();
  }
}

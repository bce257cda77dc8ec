package org.mlsysim.api.system;

import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;

/** The way of a checkpoint: from the node to the durable store. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record CheckpointPath(
    @Port(doc = "display name") String name,
    @Port(doc = "where it lands first") NodeStorage localStage,
    @Port(doc = "where it stays") StorageDevice durableStore,
    @Port(doc = "rate of the durable write", unit = "B/s", range = "(0, inf)")
        Quantity<DataRate> writeBandwidth,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static CheckpointPathBuilder builder() {
    return new CheckpointPathBuilder();
  }
}

package org.mlsysim.api.system;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;

/** The network between nodes. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record NetworkFabric(
    @Port(doc = "display name") String name,
    @Port(doc = "topology in words", defaultValue = "fat-tree") String topology,
    @Port(doc = "rate of one port, one way", unit = "B/s", range = "(0, inf)")
        Quantity<DataRate> bandwidth,
    @Port(doc = "start-up time of a message between nodes", unit = "s", range = "[0, inf)")
        Optional<Quantity<Time>> latency,
    @Port(doc = "downlink over uplink capacity", defaultValue = "1", range = "[1, inf)")
        double oversubscriptionRatio,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static NetworkFabricBuilder builder() {
    return new NetworkFabricBuilder();
  }
}

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
import org.mlsysim.api.units.DataSize;

/** A drive, a volume or a store. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record StorageDevice(
    @Port(doc = "display name") String name,
    @Port(doc = "path of its technology record") Optional<String> storageTech,
    @Port(doc = "size", unit = "B", range = "(0, inf)") Optional<Quantity<DataSize>> capacity,
    @Port(doc = "sequential rate", unit = "B/s", range = "(0, inf)") Quantity<DataRate> bandwidth,
    @Port(doc = "time of one access", unit = "s", range = "[0, inf)")
        Optional<Quantity<Time>> latency,
    @Port(doc = "small accesses a second", range = "(0, inf)") Optional<Double> iops,
    @Port(doc = "what it is made of") Optional<String> media,
    @Port(doc = "how it is attached", name = "interface") Optional<String> attachment,
    @Port(doc = "local or durable") Optional<String> durability,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static StorageDeviceBuilder builder() {
    return new StorageDeviceBuilder();
  }
}

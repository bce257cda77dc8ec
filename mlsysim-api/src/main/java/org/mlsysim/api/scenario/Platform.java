package org.mlsysim.api.scenario;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;

/** A class of deployment by its envelope. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Platform(
    @Port(doc = "display name") String name,
    @Port(doc = "memory", unit = "B", range = "(0, inf)") Quantity<DataSize> ram,
    @Port(doc = "memory from and to") Optional<String> ramRange,
    @Port(doc = "storage", unit = "B", range = "(0, inf)") Quantity<DataSize> storage,
    @Port(doc = "storage from and to") Optional<String> storageRange,
    @Port(doc = "latency that users accept", unit = "s", range = "(0, inf)")
        Quantity<Time> typicalLatencyBudget,
    @Port(doc = "latency from and to") Optional<String> latencyRangeMs,
    @Port(doc = "compute rate that bounds the class", unit = "FLOP/s", range = "(0, inf)")
        Optional<Quantity<ComputeRate>> computeThreshold,
    @Port(doc = "memory rate that bounds the class", unit = "B/s", range = "(0, inf)")
        Optional<Quantity<DataRate>> bandwidthThreshold,
    @Port(doc = "power that bounds the class", unit = "W", range = "(0, inf)")
        Optional<Quantity<Power>> powerThreshold,
    @Port(doc = "power from and to") Optional<String> tdpRangeW,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static PlatformBuilder builder() {
    return new PlatformBuilder();
  }
}

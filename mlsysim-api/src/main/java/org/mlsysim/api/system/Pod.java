package org.mlsysim.api.system;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataSize;

/** The envelope of an accelerator pod. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Pod(
    @Port(doc = "display name") String name,
    @Port(doc = "accelerators", range = "[1, inf)") int chips,
    @Port(doc = "memory of all", unit = "B", range = "(0, inf)") Quantity<DataSize> memory,
    @Port(doc = "power of all", unit = "W", range = "(0, inf)") Quantity<Power> power,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static PodBuilder builder() {
    return new PodBuilder();
  }
}

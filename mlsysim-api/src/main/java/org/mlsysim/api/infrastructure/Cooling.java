package org.mlsysim.api.infrastructure;

import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.WaterIntensity;

/** A way to cool, and what it costs in energy and water. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Cooling(
    @Port(doc = "display name") String name,
    @Port(doc = "facility energy over IT energy", range = "[1, inf)") Optional<Double> pue,
    @Port(doc = "water over IT energy", unit = "L/kWh", range = "[0, inf)")
        Optional<Quantity<WaterIntensity>> wue,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static CoolingBuilder builder() {
    return new CoolingBuilder();
  }
}

package org.mlsysim.api.infrastructure;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;

/** A class of racks by power. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record RackPowerTier(
    @Port(doc = "display name") String name,
    @Port(doc = "power of one rack", unit = "kW", range = "(0, inf)", aliases = "power_kw")
        Quantity<Power> power,
    @Port(doc = "how it is cooled") String coolingType,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static RackPowerTierBuilder builder() {
    return new RackPowerTierBuilder();
  }
}

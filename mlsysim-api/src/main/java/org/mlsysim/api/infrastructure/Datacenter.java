package org.mlsysim.api.infrastructure;

import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.EnergyPrice;

/** A site on a grid. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Datacenter(
    @Port(doc = "display name") String name,
    @Port(doc = "what feeds it") GridProfile grid,
    @Port(doc = "its own facility energy over IT energy", range = "[1, inf)")
        Optional<Double> pueOverride,
    @Port(
            doc = "its own price of one kilowatt-hour",
            unit = "USD/kWh",
            range = "[0, inf)",
            aliases = "kwh_price")
        Optional<Quantity<EnergyPrice>> electricityPrice,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Environment {

  @Override
  public double effectivePue() {
    return pueOverride.orElse(grid.pue());
  }

  @Override
  public Optional<Quantity<EnergyPrice>> price() {
    return electricityPrice.or(grid::electricityPrice);
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static DatacenterBuilder builder() {
    return new DatacenterBuilder();
  }
}

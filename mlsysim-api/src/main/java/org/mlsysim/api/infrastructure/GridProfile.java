package org.mlsysim.api.infrastructure;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Angle;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.CarbonIntensity;
import org.mlsysim.api.units.EnergyPrice;
import org.mlsysim.api.units.WaterIntensity;

/** A power grid: what its electricity emits, costs and how sites on it cool. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record GridProfile(
    @Port(doc = "display name") String name,
    @Port(
            doc = "emissions of one kilowatt-hour",
            unit = "g/kWh",
            range = "[0, inf)",
            aliases = "carbon_intensity_g_kwh")
        Quantity<CarbonIntensity> carbonIntensity,
    @Port(
            doc = "facility energy over IT energy of a typical site",
            defaultValue = "1.12",
            range = "[1, inf)")
        double pue,
    @Port(
            doc = "water over IT energy of a typical site",
            unit = "L/kWh",
            defaultValue = "0",
            range = "[0, inf)")
        Quantity<WaterIntensity> wue,
    @Port(
            doc = "industrial price of one kilowatt-hour",
            unit = "USD/kWh",
            range = "[0, inf)",
            aliases = "kwh_price")
        Optional<Quantity<EnergyPrice>> electricityPrice,
    @Port(doc = "what most of it is made from") Optional<String> primarySource,
    @Port(doc = "share from renewable sources", range = "[0, 1]") Optional<Double> renewableShare,
    @Port(doc = "where it is", unit = "deg", range = "[-90, 90]", aliases = "lat")
        Optional<Quantity<Angle>> latitude,
    @Port(doc = "where it is", unit = "deg", range = "[-180, 180]", aliases = "lon")
        Optional<Quantity<Angle>> longitude,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Environment {

  @Override
  public GridProfile grid() {
    return this;
  }

  @Override
  public double effectivePue() {
    return pue;
  }

  @Override
  public Optional<Quantity<EnergyPrice>> price() {
    return electricityPrice;
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static GridProfileBuilder builder() {
    return new GridProfileBuilder();
  }
}

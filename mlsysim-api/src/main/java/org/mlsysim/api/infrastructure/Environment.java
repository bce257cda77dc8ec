package org.mlsysim.api.infrastructure;

import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.units.EnergyPrice;

/** Where a fleet stands: a datacenter, or a grid with the typical site on it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Environment extends Registered permits Datacenter, GridProfile {
  /** The grid that feeds it: carbon intensity and water come from here. */
  GridProfile grid();

  /** Facility energy over IT energy: the site's own figure, else the grid's. */
  double effectivePue();

  /** The price of one kilowatt-hour: the site's own, else the grid's, if either is known. */
  Optional<Quantity<EnergyPrice>> price();
}

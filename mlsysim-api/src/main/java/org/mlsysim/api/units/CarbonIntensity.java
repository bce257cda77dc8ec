package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of mass of CO2 equivalent per energy, in g/kWh. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface CarbonIntensity extends Quantity<CarbonIntensity> {}

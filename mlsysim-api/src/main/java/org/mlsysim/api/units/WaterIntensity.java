package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of volume of water per energy, in L/kWh. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface WaterIntensity extends Quantity<WaterIntensity> {}

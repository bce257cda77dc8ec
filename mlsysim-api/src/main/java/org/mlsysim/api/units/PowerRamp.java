package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of change of power per time, in W/s. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface PowerRamp extends Quantity<PowerRamp> {}

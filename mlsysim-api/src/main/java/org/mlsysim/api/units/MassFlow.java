package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of mass per time, in kg/s. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface MassFlow extends Quantity<MassFlow> {}

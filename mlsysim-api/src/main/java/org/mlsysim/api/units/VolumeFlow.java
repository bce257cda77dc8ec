package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of volume per time, in L/s. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface VolumeFlow extends Quantity<VolumeFlow> {}

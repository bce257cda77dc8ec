package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of data per time, in bytes per second. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface DataRate extends Quantity<DataRate> {}

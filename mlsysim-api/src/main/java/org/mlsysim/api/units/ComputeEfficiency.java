package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of arithmetic rate per power, in FLOP/s/W. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ComputeEfficiency extends Quantity<ComputeEfficiency> {}

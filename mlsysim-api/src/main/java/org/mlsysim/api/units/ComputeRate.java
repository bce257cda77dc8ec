package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of arithmetic per time, in FLOP/s. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ComputeRate extends Quantity<ComputeRate> {}

package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of energy per operation, in J/FLOP. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ComputeEnergy extends Quantity<ComputeEnergy> {}

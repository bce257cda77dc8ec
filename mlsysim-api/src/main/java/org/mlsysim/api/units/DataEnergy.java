package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of energy per amount of data moved, in J/B. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface DataEnergy extends Quantity<DataEnergy> {}

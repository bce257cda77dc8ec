package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of data moved per operation, in B/FLOP: the inverse of an intensity. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface DataPerOperation extends Quantity<DataPerOperation> {}

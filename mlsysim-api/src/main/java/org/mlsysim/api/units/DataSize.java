package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/**
 * The quantity type of an amount of data, in bytes; binary and decimal prefixes are different units
 * of it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface DataSize extends Quantity<DataSize> {}

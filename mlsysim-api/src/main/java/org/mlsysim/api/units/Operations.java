package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of an amount of arithmetic, in floating-point (or integer) operations. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Operations extends Quantity<Operations> {}

package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of arithmetic per data moved, in FLOP/B. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Intensity extends Quantity<Intensity> {}

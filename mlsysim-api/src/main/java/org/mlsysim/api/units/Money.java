package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of money, in US dollars. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Money extends Quantity<Money> {}

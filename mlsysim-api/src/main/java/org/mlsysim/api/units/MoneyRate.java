package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of money per time, in USD/h. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface MoneyRate extends Quantity<MoneyRate> {}

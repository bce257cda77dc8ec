package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/**
 * The quantity type of money per time, in USD/s: the price of an hour of a device, a loss a day.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface MoneyRate extends Quantity<MoneyRate> {}

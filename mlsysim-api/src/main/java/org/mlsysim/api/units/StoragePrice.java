package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of money per amount of data and time, in USD/TB/month. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface StoragePrice extends Quantity<StoragePrice> {}

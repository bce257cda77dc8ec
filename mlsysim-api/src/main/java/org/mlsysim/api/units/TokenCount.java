package org.mlsysim.api.units;

import javax.measure.Quantity;
import org.apiguardian.api.API;

/** The quantity type of a number of tokens. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface TokenCount extends Quantity<TokenCount> {}

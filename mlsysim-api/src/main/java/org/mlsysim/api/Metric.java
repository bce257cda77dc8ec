package org.mlsysim.api;

import org.apiguardian.api.API;

/**
 * A number of a result, as monitoring and experiment trackers want it.
 *
 * @param name the dotted port name
 * @param value the number in the port's declared unit
 * @param unit the unit symbol, "" where the number has none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Metric(String name, double value, String unit) {}

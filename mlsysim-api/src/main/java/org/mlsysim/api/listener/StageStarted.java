package org.mlsysim.api.listener;

import org.apiguardian.api.API;
import org.mlsysim.api.wire.Wire;

/**
 * A stage begins.
 *
 * @param run the run
 * @param stage the stage's name
 * @param resolver the id of its resolver
 * @param inputs what it is given
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StageStarted(String run, String stage, String resolver, Wire.Fields inputs) {}

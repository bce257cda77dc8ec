package org.mlsysim.api.listener;

import java.time.Duration;
import org.apiguardian.api.API;
import org.mlsysim.api.wire.Wire;

/**
 * A stage has failed.
 *
 * @param run the run
 * @param stage the stage's name
 * @param resolver the id of its resolver
 * @param inputs what it was given
 * @param failure what it threw
 * @param elapsed the time until then
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StageFailed(
    String run,
    String stage,
    String resolver,
    Wire.Fields inputs,
    RuntimeException failure,
    Duration elapsed) {}

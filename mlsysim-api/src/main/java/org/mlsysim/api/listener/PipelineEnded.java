package org.mlsysim.api.listener;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * A run is over.
 *
 * @param run the run
 * @param pipeline the pipeline's name
 * @param succeeded whether every stage has a result
 * @param elapsed the time the run took
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PipelineEnded(String run, String pipeline, boolean succeeded, Duration elapsed) {}

package org.mlsysim.api.listener;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.mlsysim.api.Metric;
import org.mlsysim.api.SolverResult;

/**
 * A stage has its result.
 *
 * @param run the run
 * @param stage the stage's name
 * @param resolver the id of its resolver
 * @param result the result
 * @param metrics the numbers of the result, named {@code stage/port}
 * @param elapsed the time the stage took
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StageEnded(
    String run,
    String stage,
    String resolver,
    SolverResult result,
    List<Metric> metrics,
    Duration elapsed) {}

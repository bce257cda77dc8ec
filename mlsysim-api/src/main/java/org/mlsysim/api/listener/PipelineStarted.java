package org.mlsysim.api.listener;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A run begins.
 *
 * @param run an id of the run, unique in the process
 * @param pipeline the pipeline's name
 * @param stages the stages in the order of the plan
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PipelineStarted(String run, String pipeline, List<String> stages) {}

package org.mlsysim.api.listener;

import java.util.Map;
import java.util.function.BiConsumer;
import org.apiguardian.api.API;
import org.mlsysim.api.SolverResult;

/**
 * Hears what a pipeline does. Every method does nothing by default.
 *
 * <p>Every start is followed by exactly one end or failure. Starts are told in the order of
 * registration, ends in reverse. A listener that throws or hangs changes and loses no result: it is
 * reported, and the run goes on.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface PipelineListener {
  /** The name under which configuration switches the listener on: its class name. */
  default String id() {
    return getClass().getSimpleName();
  }

  /** A listener with the options of a configuration; this one where it has none. */
  default PipelineListener with(Map<String, String> options) {
    return this;
  }

  /** A run begins. */
  default void pipelineStarted(PipelineStarted event) {}

  /** A stage begins. */
  default void stageStarted(StageStarted event) {}

  /** A stage has its result. */
  default void stageEnded(StageEnded event) {}

  /** A stage has failed. */
  default void stageFailed(StageFailed event) {}

  /** A run is over, whether all stages succeeded or not. */
  default void pipelineEnded(PipelineEnded event) {}

  /** A listener that hears results alone. */
  static PipelineListener onStageEnd(BiConsumer<? super String, ? super SolverResult> callback) {
    return new PipelineListener() {
      @Override
      public void stageEnded(StageEnded event) {
        callback.accept(event.stage(), event.result());
      }
    };
  }
}

package org.mlsysim.pipeline;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * An event that a listener did not take: it threw, or it did not return in time.
 *
 * @param listener the listener's id
 * @param event the event, for instance {@code stageEnded train}
 * @param message what happened, in one line
 * @param cause what it threw; empty when it did not return
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ListenerFailure(
    String listener, String event, String message, Optional<Throwable> cause) {}

package org.mlsysim.pipeline;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.InternalException;
import org.mlsysim.api.listener.PipelineEnded;
import org.mlsysim.api.listener.PipelineListener;
import org.mlsysim.api.listener.PipelineStarted;
import org.mlsysim.api.listener.StageEnded;
import org.mlsysim.api.listener.StageFailed;
import org.mlsysim.api.listener.StageStarted;

/** One pass over the stages of a prepared pipeline. */
final class Run {
  private final Prepared prepared;
  private final Wiring wiring;
  private final Composition composition;
  private final StageOutcome[] outcomes;
  private final @Nullable Broadcast broadcast;
  private final String id;
  private final long started;

  private Run(Prepared prepared, @Nullable Broadcast broadcast) {
    this.prepared = prepared;
    this.wiring = prepared.wiring();
    this.composition = prepared.composition();
    this.outcomes = new StageOutcome[wiring.order().size()];
    this.broadcast = broadcast;
    this.id = broadcast == null ? "" : UUID.randomUUID().toString();
    this.started = broadcast == null ? 0 : System.nanoTime();
  }

  /** Runs every stage. */
  static PipelineResult of(
      Prepared prepared, boolean parallel, List<Broadcast.Named> listeners, Duration limit) {
    if (listeners.isEmpty()) {
      Run run = new Run(prepared, null);
      run.all(parallel);
      return new PipelineResult(prepared, run.outcomes, List.of());
    }
    Broadcast broadcast = new Broadcast(listeners, limit);
    Run run = new Run(prepared, broadcast);
    List<ListenerFailure> failures;
    run.tellStarted(broadcast);
    try {
      run.all(parallel);
    } finally {
      run.tellEnded(broadcast);
      failures = broadcast.close();
    }
    return new PipelineResult(prepared, run.outcomes, failures);
  }

  /**
   * Runs the stages whose inputs are not those of an earlier run, and keeps the outcomes of the
   * others. Inputs are compared by identity: what was read once is the same object.
   */
  static PipelineResult after(@Nullable PipelineResult earlier, Prepared prepared) {
    if (earlier == null || earlier.prepared().wiring() != prepared.wiring()) {
      return of(prepared, false, List.of(), Duration.ZERO);
    }
    Run run = new Run(prepared, null);
    for (int stage : run.wiring.order()) {
      StageOutcome kept = earlier.outcome(stage);
      run.outcomes[stage] =
          run.isUnchanged(stage, earlier) ? kept : run.stage(run.composition.stages().get(stage));
    }
    return new PipelineResult(prepared, run.outcomes, List.of());
  }

  private boolean isUnchanged(int stage, PipelineResult earlier) {
    @Nullable Object[] values = prepared.values(stage);
    @Nullable Object[] before = earlier.prepared().values(stage);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != before[i]) {
        return false;
      }
    }
    for (Wiring.Feed feed : wiring.feeds(stage)) {
      int producer = feed.output().stage().index();
      if (outcomes[producer] != earlier.outcome(producer)) {
        return false;
      }
    }
    return true;
  }

  private void all(boolean parallel) {
    if (parallel && outcomes.length > 1) {
      inParallel();
    } else {
      for (int stage : wiring.order()) {
        outcomes[stage] = stage(composition.stages().get(stage));
      }
    }
  }

  /**
   * Every stage starts once its producers are done; each writes its own place alone. The threads
   * are the run's own: in a shared pool a stage that blocks would hold up others.
   */
  private void inParallel() {
    int threads =
        Math.min(outcomes.length, Math.max(2, Runtime.getRuntime().availableProcessors()));
    ExecutorService executor = Executors.newFixedThreadPool(threads, Run::daemon);
    try {
      CompletableFuture<?>[] done = new CompletableFuture<?>[outcomes.length];
      for (int stage : wiring.order()) {
        CompletableFuture<?>[] producers =
            wiring.graph().waitsFor(stage).stream()
                .mapToObj(producer -> done[producer])
                .toArray(CompletableFuture<?>[]::new);
        done[stage] =
            CompletableFuture.allOf(producers)
                .thenRunAsync(
                    () -> outcomes[stage] = stage(composition.stages().get(stage)), executor);
      }
      CompletableFuture.allOf(done).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    } finally {
      executor.shutdown();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "mlsysim-stage");
    thread.setDaemon(true);
    return thread;
  }

  private StageOutcome stage(Stage<?, ?> stage) {
    @Nullable Object[] values = prepared.values(stage.index());
    List<Wiring.Feed> feeds = wiring.feeds(stage.index());
    @Nullable RuntimeException refused = null;
    if (!feeds.isEmpty()) {
      values = values.clone();
      for (Wiring.Feed feed : feeds) {
        StageOutcome producer = outcomes[feed.output().stage().index()];
        SolverResult result = producer.result().orElse(null);
        if (result == null) {
          return StageOutcome.skipped(stage, values, noResult(producer));
        }
        Optional<Object> value = feed.output().of(result);
        if (value.isEmpty() && !feed.slot().mayBeAbsent()) {
          if (producer.status() == StageStatus.INFEASIBLE) {
            return StageOutcome.skipped(stage, values, noValue(feed));
          }
          refused = refusal(feed);
        } else if (value.isPresent()) {
          values[feed.slot().place()] = value.get();
        }
      }
    }
    return run(stage, values, refused, feeds);
  }

  private StageOutcome run(
      Stage<?, ?> stage,
      @Nullable Object[] values,
      @Nullable RuntimeException refused,
      List<Wiring.Feed> feeds) {
    Broadcast listening = broadcast;
    long from = listening == null ? 0 : tellStarted(listening, stage, values);
    StageOutcome outcome;
    try {
      if (refused != null) {
        throw refused;
      }
      Record record = prepared.record(stage.index());
      if (record == null) {
        convert(feeds, values);
        record = stage.create(values);
      }
      outcome = StageOutcome.of(stage, values, stage.resolve(record, composition.search()));
    } catch (RuntimeException e) {
      outcome = StageOutcome.failed(stage, values, e);
    } catch (LinkageError | StackOverflowError | AssertionError e) {
      // A plugin's missing class or endless recursion is that stage's failure, not the run's.
      outcome =
          StageOutcome.failed(
              stage, values, new InternalException(stage.resolver().id(), e.toString(), e));
    }
    if (listening != null) {
      tellEnded(listening, outcome, Duration.ofNanos(System.nanoTime() - from));
    }
    return outcome;
  }

  /** Reads the values of stages whose type is not the port's own, such as a count for a number. */
  private void convert(List<Wiring.Feed> feeds, @Nullable Object[] values) {
    for (Wiring.Feed feed : feeds) {
      Slot slot = feed.slot();
      Object value = values[slot.place()];
      if (feed.converts() && value != null) {
        values[slot.place()] = slot.read(value, slot.port().name(), composition.registry());
      }
    }
  }

  private static String noResult(StageOutcome producer) {
    String how =
        switch (producer.status()) {
          case SKIPPED -> "was skipped";
          case INFEASIBLE -> "is infeasible";
          case FAILED, OK -> "failed";
        };
    return "%s %s".formatted(producer.name(), how);
  }

  private static String noValue(Wiring.Feed feed) {
    return "%s has no value, because %s is infeasible"
        .formatted(feed.output(), feed.output().stage().name());
  }

  private static BadInputException refusal(Wiring.Feed feed) {
    return BadInputException.missing(
        feed.slot().toString(),
        "%s, which feeds it, has no value in this run".formatted(feed.output()));
  }

  private void tellStarted(Broadcast to) {
    List<String> order =
        wiring.order().stream().map(each -> composition.stages().get(each).name()).toList();
    to.started(
        "pipelineStarted",
        () -> new PipelineStarted(id, composition.name(), order),
        PipelineListener::pipelineStarted);
  }

  private void tellEnded(Broadcast to) {
    boolean succeeded =
        Arrays.stream(outcomes).allMatch(each -> each != null && each.result().isPresent());
    Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
    to.ended(
        "pipelineEnded",
        () -> new PipelineEnded(id, composition.name(), succeeded, elapsed),
        PipelineListener::pipelineEnded);
  }

  private long tellStarted(Broadcast to, Stage<?, ?> stage, @Nullable Object[] values) {
    @Nullable Object[] given = values.clone();
    to.started(
        "stageStarted " + stage.name(),
        () ->
            new StageStarted(
                id, stage.name(), stage.resolver().id(), StageOutcome.inputs(stage, given)),
        PipelineListener::stageStarted);
    return System.nanoTime();
  }

  private void tellEnded(Broadcast to, StageOutcome outcome, Duration elapsed) {
    if (outcome.result().isPresent()) {
      SolverResult result = outcome.result().get();
      to.ended(
          "stageEnded " + outcome.name(),
          () ->
              new StageEnded(
                  id, outcome.name(), outcome.resolver(), result, outcome.metrics(), elapsed),
          PipelineListener::stageEnded);
    } else {
      RuntimeException failure = outcome.failure().orElseThrow();
      to.ended(
          "stageFailed " + outcome.name(),
          () ->
              new StageFailed(
                  id, outcome.name(), outcome.resolver(), outcome.inputs(), failure, elapsed),
          PipelineListener::stageFailed);
    }
  }
}

package org.mlsysim.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.mlsysim.api.listener.PipelineEnded;
import org.mlsysim.api.listener.PipelineListener;
import org.mlsysim.api.listener.PipelineStarted;
import org.mlsysim.api.listener.StageEnded;
import org.mlsysim.api.listener.StageFailed;
import org.mlsysim.api.listener.StageStarted;

/**
 * A listener that proves that every start is followed by exactly one end or failure, and that
 * stages run inside their run. Ask for {@link #violations} when all runs are over.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PairedEvents implements PipelineListener {
  private record Stage(String run, String name) {
    @Override
    public String toString() {
      return "stage %s of run %s".formatted(name, run);
    }
  }

  private enum State {
    STARTED,
    OVER
  }

  private final Map<String, State> runs = new LinkedHashMap<>();
  private final Map<Stage, State> stages = new LinkedHashMap<>();
  private final Set<String> failed = new HashSet<>();
  private final List<String> violations = new ArrayList<>();
  private int events;

  public PairedEvents() {}

  @Override
  public synchronized void pipelineStarted(PipelineStarted event) {
    events++;
    if (runs.put(event.run(), State.STARTED) != null) {
      violations.add("run %s started twice".formatted(event.run()));
    }
  }

  @Override
  public synchronized void stageStarted(StageStarted event) {
    events++;
    Stage stage = new Stage(event.run(), event.stage());
    inside(stage, "started");
    if (stages.put(stage, State.STARTED) != null) {
      violations.add("%s started twice".formatted(stage));
    }
  }

  @Override
  public synchronized void stageEnded(StageEnded event) {
    over(new Stage(event.run(), event.stage()), "ended");
  }

  @Override
  public synchronized void stageFailed(StageFailed event) {
    failed.add(event.run());
    over(new Stage(event.run(), event.stage()), "failed");
  }

  @Override
  public synchronized void pipelineEnded(PipelineEnded event) {
    events++;
    State before = runs.put(event.run(), State.OVER);
    if (before != State.STARTED) {
      violations.add(
          "run %s ended %s"
              .formatted(event.run(), before == null ? "without having started" : "twice"));
    }
    if (event.succeeded() && failed.contains(event.run())) {
      violations.add("run %s says it succeeded, but a stage failed".formatted(event.run()));
    }
  }

  private void over(Stage stage, String how) {
    events++;
    inside(stage, how);
    State before = stages.put(stage, State.OVER);
    if (before != State.STARTED) {
      violations.add(
          "%s %s %s"
              .formatted(stage, how, before == null ? "without having started" : "a second time"));
    }
  }

  private void inside(Stage stage, String how) {
    if (runs.get(stage.run()) != State.STARTED) {
      violations.add("%s %s outside its run".formatted(stage, how));
    }
  }

  /** How many events were heard. */
  public synchronized int events() {
    return events;
  }

  /** What is wrong so far, open starts included; empty when every start has its end. */
  public synchronized List<String> violations() {
    List<String> all = new ArrayList<>(violations);
    runs.forEach(
        (run, state) -> {
          if (state == State.STARTED) {
            all.add("run %s never ended".formatted(run));
          }
        });
    stages.forEach(
        (stage, state) -> {
          if (state == State.STARTED) {
            all.add("%s neither ended nor failed".formatted(stage));
          }
        });
    return all;
  }
}

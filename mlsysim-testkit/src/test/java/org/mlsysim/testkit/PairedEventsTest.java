package org.mlsysim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.listener.PipelineEnded;
import org.mlsysim.api.listener.PipelineStarted;
import org.mlsysim.api.listener.StageEnded;
import org.mlsysim.api.listener.StageFailed;
import org.mlsysim.api.listener.StageStarted;
import org.mlsysim.api.wire.Wire;

class PairedEventsTest {
  private final PairedEvents events = new PairedEvents();

  private void started() {
    events.pipelineStarted(new PipelineStarted("1", "plan", List.of("a", "b")));
  }

  private void stageStarted(String stage) {
    events.stageStarted(new StageStarted("1", stage, "Model", Wire.fields().build()));
  }

  private void stageEnded(String stage) {
    events.stageEnded(
        new StageEnded(
            "1", stage, "Model", new Laws.WordResult(Laws.Alike.LONG), List.of(), Duration.ZERO));
  }

  private void stageFailed(String stage) {
    events.stageFailed(
        new StageFailed(
            "1",
            stage,
            "Model",
            Wire.fields().build(),
            new IllegalStateException("broken"),
            Duration.ZERO));
  }

  private void ended(boolean succeeded) {
    events.pipelineEnded(new PipelineEnded("1", "plan", succeeded, Duration.ZERO));
  }

  @Test
  void everyStartWithOneEndIsFine() {
    started();
    stageStarted("a");
    stageStarted("b");
    stageFailed("b");
    stageEnded("a");
    ended(false);

    assertThat(events.violations()).isEmpty();
    assertThat(events.events()).isEqualTo(6);
  }

  @Test
  void whatNeverEndsIsFound() {
    started();
    stageStarted("a");

    assertThat(events.violations())
        .containsExactly("run 1 never ended", "stage a of run 1 neither ended nor failed");
  }

  @Test
  void twoEndsOfOneStartAreFound() {
    started();
    stageStarted("a");
    stageEnded("a");
    stageFailed("a");
    ended(false);
    ended(false);

    assertThat(events.violations())
        .containsExactly("stage a of run 1 failed a second time", "run 1 ended twice");
  }

  @Test
  void endsWithoutStartAndStagesOutsideTheirRunAreFound() {
    stageEnded("a");
    ended(true);

    assertThat(events.violations())
        .containsExactly(
            "stage a of run 1 ended outside its run",
            "stage a of run 1 ended without having started",
            "run 1 ended without having started");
  }

  @Test
  void aRunThatHidesAFailureIsFound() {
    started();
    stageStarted("a");
    stageFailed("a");
    ended(true);

    assertThat(events.violations()).containsExactly("run 1 says it succeeded, but a stage failed");
  }
}

package org.mlsysim.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.listener.PipelineEnded;
import org.mlsysim.api.listener.PipelineListener;
import org.mlsysim.api.listener.PipelineStarted;
import org.mlsysim.api.listener.StageEnded;
import org.mlsysim.api.listener.StageFailed;
import org.mlsysim.api.listener.StageStarted;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.pipeline.Fixture.AddModel;
import org.mlsysim.pipeline.Fixture.DoubleModel;

/** Listeners hear everything in order, and change nothing. */
class PipelineListenerTest {
  /** Writes down what it hears. */
  private static class Recorder implements PipelineListener {
    final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final String name;

    Recorder(String name) {
      this.name = name;
    }

    @Override
    public String id() {
      return name;
    }

    void hear(String event) {
      heard.add(event);
    }

    @Override
    public void pipelineStarted(PipelineStarted event) {
      hear("started " + event.pipeline() + " " + event.stages());
    }

    @Override
    public void stageStarted(StageStarted event) {
      hear("stage " + event.stage() + " " + Shown.text(event.inputs()));
    }

    @Override
    public void stageEnded(StageEnded event) {
      hear("ended " + event.stage() + " " + event.metrics().get(0).name());
    }

    @Override
    public void stageFailed(StageFailed event) {
      hear("failed " + event.stage() + " " + Shown.text(event.inputs()));
    }

    @Override
    public void pipelineEnded(PipelineEnded event) {
      hear("over " + event.succeeded());
    }
  }

  private static PipelineBuilder doubleAndAdd() {
    return Pipeline.builder("test").stage(new DoubleModel()).stage(new AddModel());
  }

  @Test
  void everyStartHasOneEndOrFailureAndSkippedStagesHaveNeither() {
    Recorder recorder = new Recorder("recorder");
    Pipeline pipeline = doubleAndAdd().listener(recorder).build();

    pipeline.run(Map.of("x", 2));
    pipeline.run(Map.of("x", 13));

    assertThat(recorder.heard)
        .containsExactly(
            "started test [DoubleModel, AddModel]",
            "stage DoubleModel {x: 2}",
            "ended DoubleModel DoubleModel/doubled",
            "stage AddModel {doubled: 4, term: 1}",
            "ended AddModel AddModel/sum",
            "over true",
            "started test [DoubleModel, AddModel]",
            "stage DoubleModel {x: 13}",
            "failed DoubleModel {x: 13}",
            "over false");
  }

  @Test
  void startsAreToldInOrderOfRegistrationAndEndsInReverse() {
    List<String> shared = Collections.synchronizedList(new ArrayList<>());
    PipelineBuilder builder = Pipeline.builder("test").stage(new DoubleModel());
    for (String name : List.of("one", "two", "three")) {
      builder.listener(
          new Recorder(name) {
            @Override
            void hear(String event) {
              shared.add(name + " " + event.substring(0, event.indexOf(' ')));
            }
          });
    }

    builder.build().run(Map.of("x", 1));

    assertThat(shared)
        .containsExactly(
            "one started",
            "two started",
            "three started",
            "one stage",
            "two stage",
            "three stage",
            "three ended",
            "two ended",
            "one ended",
            "three over",
            "two over",
            "one over");
  }

  @Test
  void theShortFormHearsStagesAndResults() {
    Map<String, Object> heard = Collections.synchronizedMap(new LinkedHashMap<>());

    PipelineResult result =
        Pipeline.of(new DoubleModel(), new AddModel()).onStageEnd(heard::put).run(Map.of("x", 1));

    assertThat(heard)
        .containsExactly(
            Map.entry("DoubleModel", result.get("DoubleModel")),
            Map.entry("AddModel", result.get("AddModel")));
  }

  @Test
  void aListenerThatThrowsIsReportedAndStillHearsTheRest() {
    Recorder angry =
        new Recorder("angry") {
          @Override
          void hear(String event) {
            super.hear(event);
            if (event.startsWith("ended DoubleModel")) {
              throw new IllegalStateException("no disk");
            }
            if (event.startsWith("over")) {
              throw new AssertionError("never again");
            }
          }
        };
    Recorder calm = new Recorder("calm");

    PipelineResult result =
        doubleAndAdd().listener(angry).listener(calm).build().run(Map.of("x", 2));

    assertThat(result.get(AddModel.class).sum()).isEqualTo(5);
    assertThat(angry.heard).isEqualTo(calm.heard).hasSize(6);
    assertThat(result.listenerFailures())
        .extracting(ListenerFailure::listener, ListenerFailure::event, ListenerFailure::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "angry",
                "stageEnded DoubleModel",
                "threw java.lang.IllegalStateException: no disk"),
            org.assertj.core.groups.Tuple.tuple(
                "angry", "pipelineEnded", "threw java.lang.AssertionError: never again"));
  }

  @Test
  void aListenerThatHangsIsGivenUpAndTheOthersHearEverything() {
    CountDownLatch never = new CountDownLatch(1);
    Recorder hanging =
        new Recorder("hanging") {
          @Override
          void hear(String event) {
            super.hear(event);
            while (never.getCount() > 0) {
              try {
                never.await();
              } catch (InterruptedException e) {
                // It does not listen to that either.
              }
            }
          }
        };
    Recorder before = new Recorder("before");
    Recorder after = new Recorder("after");

    PipelineResult result =
        doubleAndAdd()
            .listener(before)
            .listener(hanging)
            .listener(after)
            .listenerLimit(Duration.ofMillis(50))
            .build()
            .run(Map.of("x", 2));
    never.countDown();

    assertThat(result.get(AddModel.class).sum()).isEqualTo(5);
    assertThat(hanging.heard).hasSize(1);
    assertThat(before.heard).isEqualTo(after.heard).hasSize(6);
    assertThat(result.listenerFailures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.listener()).isEqualTo("hanging");
              assertThat(failure.event()).isEqualTo("pipelineStarted");
              assertThat(failure.message())
                  .isEqualTo("did not return within 50 ms and hears nothing more");
            });
  }

  @Test
  void parallelStagesAreHeardWithoutLosingAnEvent() {
    Recorder recorder = new Recorder("recorder");
    PipelineBuilder builder = Pipeline.builder("wide").parallel(true).listener(recorder);
    for (int i = 0; i < 50; i++) {
      builder.stage(new DoubleModel());
    }

    builder.build().run(Map.of("x", 1));

    assertThat(recorder.heard).hasSize(102);
    assertThat(recorder.heard.get(0)).startsWith("started");
    assertThat(recorder.heard.get(101)).isEqualTo("over true");
    for (int i = 1; i < 50; i++) {
      String name = i == 1 ? "DoubleModel" : "DoubleModel#" + i;
      int start = recorder.heard.indexOf("stage " + name + " {x: 1}");
      int end = recorder.heard.indexOf("ended " + name + " " + name + "/doubled");
      assertThat(start).isNotNegative().isLessThan(end);
    }
  }

  @Test
  void aRunThatCannotStartTellsNothing() {
    Recorder recorder = new Recorder("recorder");
    Pipeline pipeline = doubleAndAdd().suggesting(List.of()).listener(recorder).build();

    assertThatThrownBy(pipeline::run).isInstanceOf(MlsysimException.class);
    assertThat(recorder.heard).isEmpty();
  }

  @Test
  void aListenerWithoutNameIsReportedByItsNumber() {
    PipelineResult result =
        Pipeline.of(new DoubleModel())
            .onStageEnd(
                (stage, value) -> {
                  throw new IllegalStateException(stage + Wire.NULL);
                })
            .run(Map.of("x", 1));

    assertThat(result.listenerFailures())
        .singleElement()
        .extracting(ListenerFailure::listener)
        .isEqualTo("listener 1");
  }
}

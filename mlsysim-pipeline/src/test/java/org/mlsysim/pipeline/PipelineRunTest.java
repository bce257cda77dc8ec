package org.mlsysim.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.api.error.CompositionException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.InternalException;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.pipeline.Fixture.AddModel;
import org.mlsysim.pipeline.Fixture.CostModel;
import org.mlsysim.pipeline.Fixture.DoubleModel;
import org.mlsysim.pipeline.Fixture.FastestOptimizer;
import org.mlsysim.pipeline.Fixture.PowerModel;
import org.mlsysim.pipeline.Fixture.StepModel;
import org.mlsysim.pipeline.Fixture.StepsModel;

/** What becomes of the stages of a run. */
class PipelineRunTest {
  private static PipelineBuilder builder() {
    return Pipeline.builder("test").catalogs(Fixture.catalogs()).suggesting(List.of());
  }

  @Test
  void aFailingStageNamesItselfAndItsInputsAndTakesAlongOnlyThoseBehindIt() {
    DoubleModel bad = new DoubleModel();
    Pipeline pipeline =
        builder()
            .stage("bad", bad)
            .constant("bad", "x", 13)
            .stage("good", new DoubleModel())
            .stage("after", new AddModel())
            .stage("after good", new AddModel())
            .wire("bad.doubled", "after.doubled")
            .wire("good.doubled", "after good.doubled")
            .build();

    PipelineResult result = pipeline.run(Map.of("x", 2));

    assertThat(result.stages())
        .extracting(StageOutcome::name, StageOutcome::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("bad", StageStatus.FAILED),
            org.assertj.core.groups.Tuple.tuple("good", StageStatus.OK),
            org.assertj.core.groups.Tuple.tuple("after", StageStatus.SKIPPED),
            org.assertj.core.groups.Tuple.tuple("after good", StageStatus.OK));
    assertThat(result.get("after good", AddModel.AddResult.class).sum()).isEqualTo(5);
    assertThat(result.stage("after").reasons()).containsExactly("bad failed");
    assertThat(result.stage("bad").failure()).containsInstanceOf(InternalException.class);
    assertThat(result.stage("bad").inputs().values())
        .containsExactly(Map.entry("x", Wire.of(13.0)));
    assertThat(result.succeeded()).isFalse();
    assertThat(result.status()).isEqualTo(StageStatus.FAILED);

    CompositionException thrown =
        catchThrowableOfType(CompositionException.class, () -> result.get("bad"));
    assertThat(thrown.code()).isEqualTo(ErrorCode.PIPELINE_STAGE);
    assertThat(thrown)
        .hasMessageContaining("Stage bad failed: DoubleModel failed:")
        .hasMessageContaining("thirteen")
        .hasMessageContaining("Its inputs were {x: 13}.");
    assertThat(thrown.getCause()).isSameAs(result.stage("bad").failure().orElseThrow());
    assertThatThrownBy(() -> result.get("after")).hasMessageContaining("was skipped: bad failed");
    assertThat(catchThrowableOfType(CompositionException.class, result::orThrow).findings())
        .extracting(Finding::port)
        .containsExactly("bad", "after");
  }

  @Test
  void aMissingClassOfAPluginIsThatStagesFailure() {
    PipelineResult result = builder().stage(new DoubleModel()).build().run(Map.of("x", 14));

    assertThat(result.stage("DoubleModel").failure())
        .containsInstanceOf(InternalException.class)
        .get()
        .asString()
        .contains("com/example/Gone");
  }

  @Test
  void anInfeasibleResultIsAResultAndWhatWaitsForItsAbsentValueIsSkipped() {
    PipelineResult result =
        builder()
            .stage(new StepModel())
            .stage(new StepsModel())
            .stage(new CostModel())
            .wire("StepModel.hfu", "CostModel.mfu")
            .build()
            .run(Map.of("fleet", "Rack", "batch_size", 65, "duration_days", 1));

    assertThat(result.get(StepModel.class).feasible()).isFalse();
    assertThat(result.status()).isEqualTo(StageStatus.INFEASIBLE);
    assertThat(result.stage("StepModel").reasons()).containsExactly("more than 64 samples");
    assertThat(result.stage("StepsModel").status()).isEqualTo(StageStatus.SKIPPED);
    assertThat(result.stage("StepsModel").reasons())
        .containsExactly("StepModel.step_time has no value, because StepModel is infeasible");
    assertThat(result.stage("CostModel").status()).isEqualTo(StageStatus.OK);
  }

  @Test
  void aStageThatRaisesInfeasibilityIsInfeasibleWithoutResult() {
    Pipeline pipeline = builder().stage(new FastestOptimizer()).stage(new PowerModel()).build();
    Map<String, Object> none = Map.of("without", List.of("Chip", "FastChip"));
    Map<String, Object> raising = new LinkedHashMap<>(none);
    raising.put("raise_errors", true);

    PipelineResult value = pipeline.run(none);
    PipelineResult thrown = pipeline.run(raising);

    assertThat(value.get(FastestOptimizer.class).feasible()).isFalse();
    assertThat(value.stage("PowerModel").status()).isEqualTo(StageStatus.SKIPPED);
    assertThat(thrown.stage("FastestOptimizer").status()).isEqualTo(StageStatus.INFEASIBLE);
    assertThat(thrown.stage("FastestOptimizer").result()).isEmpty();
    assertThat(thrown.stage("PowerModel").reasons())
        .containsExactly("FastestOptimizer is infeasible");
    assertThat(thrown.status()).isEqualTo(StageStatus.INFEASIBLE);
  }

  @Test
  void aProducedValueOutsideTheNextRangeFailsThatStage() {
    PipelineResult result =
        builder()
            .stage(new DoubleModel())
            .stage(new CostModel())
            .wire("DoubleModel.doubled", "CostModel.mfu")
            .build()
            .run(Map.of("x", 1, "fleet", "Rack", "duration_days", 1));

    assertThat(result.stage("CostModel").status()).isEqualTo(StageStatus.FAILED);
    assertThat(result.stage("CostModel").reasons().get(0)).contains("mfu is 2, outside [0, 1]");
    assertThat(result.stage("CostModel").inputs().get("fleet")).contains(Wire.of("Rack"));
  }

  @Test
  void resultsAreFoundByStageAndByAnUnambiguousClass() {
    PipelineResult result = Pipeline.of(new DoubleModel(), new DoubleModel()).run(Map.of("x", 1));

    assertThatThrownBy(() -> result.get(DoubleModel.class))
        .isInstanceOf(CompositionException.class)
        .hasMessageContaining("DoubleModel is the resolver of DoubleModel and DoubleModel#2.");
    assertThatThrownBy(() -> result.get(AddModel.class)).isInstanceOf(UnknownNameException.class);
    assertThatThrownBy(() -> result.get("DoubleModel#3"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("Did you mean");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aRandomGraphGivesTheSameResultsInParallelAndInAnyListing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 2 + random.nextInt(30);
    int[] feeder = IntStream.range(0, size).map(i -> i == 0 ? -1 : random.nextInt(i)).toArray();
    List<Integer> listing = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    for (int i = size - 1; i > 0; i--) {
      java.util.Collections.swap(listing, i, random.nextInt(i + 1));
    }

    Pipeline sequential = tree(feeder, IntStream.range(0, size).boxed().toList());
    Pipeline shuffled = tree(feeder, listing).parallel(true);

    // Each stage adds one to what feeds it, so a stage's value is its depth, by hand.
    PipelineResult expected = sequential.run(Map.of("doubled", 0));
    for (int i = 0; i < size; i++) {
      int depth = 0;
      for (int at = i; at >= 0; at = feeder[at]) {
        depth++;
      }
      assertThat(expected.get("n" + i, AddModel.AddResult.class).sum())
          .as("seed %d stage %d", seed, i)
          .isEqualTo(depth);
    }
    for (int repeat = 0; repeat < 20; repeat++) {
      assertThat(shuffled.run(Map.of("doubled", 0)).metrics())
          .as("seed %d", seed)
          .containsExactlyInAnyOrderEntriesOf(expected.metrics());
    }
    assertThat(sequential.parallel(true).run(Map.of("doubled", 0)).toWire())
        .isEqualTo(expected.toWire());
  }

  private static Pipeline tree(int[] feeder, List<Integer> listing) {
    PipelineBuilder builder = builder();
    for (int i : listing) {
      builder.stage("n" + i, new AddModel());
      if (feeder[i] >= 0) {
        builder.wire("n" + feeder[i] + ".sum", "n" + i + ".doubled");
      }
    }
    return builder.build();
  }

  @Test
  void independentStagesRunAtTheSameTime() {
    var meeting = new java.util.concurrent.CyclicBarrier(2);
    Pipeline pipeline =
        Pipeline.of(new MeetingModel(meeting), new MeetingModel(meeting)).parallel(true);

    assertThat(pipeline.run().succeeded()).isTrue();
  }

  /** Returns only when another one of its kind runs at the same time. */
  static final class MeetingModel
      extends org.mlsysim.api.BaseModel<MeetingModel.Inputs, MeetingModel.MeetingResult> {
    record Inputs() {}

    record MeetingResult(@org.mlsysim.api.port.Port(doc = "met") boolean met)
        implements org.mlsysim.api.SolverResult {}

    private final java.util.concurrent.CyclicBarrier meeting;

    MeetingModel(java.util.concurrent.CyclicBarrier meeting) {
      super(java.lang.invoke.MethodHandles.lookup(), Inputs.class, MeetingResult.class);
      this.meeting = meeting;
    }

    @Override
    public MeetingResult solve(Inputs inputs) {
      try {
        meeting.await(10, java.util.concurrent.TimeUnit.SECONDS);
        return new MeetingResult(true);
      } catch (InterruptedException
          | java.util.concurrent.BrokenBarrierException
          | java.util.concurrent.TimeoutException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void aResultTravelsAsTheDocumentOfTheCommandLine() {
    Wire.Fields wire =
        builder()
            .stage("train", new StepModel())
            .constant("train", "tp_size", 2)
            .stage(new StepsModel())
            .build()
            .run(Map.of("fleet", "Rack", "batch_size", 16))
            .toWire();

    assertThat(wire.values().keySet())
        .containsExactly(
            "status",
            "pipeline",
            "order",
            "stages",
            "metrics",
            "assertions",
            "violations",
            "caveats");
    assertThat(wire.get("status")).contains(Wire.of("ok"));
    assertThat(wire.get("order")).contains(Wire.texts(List.of("train", "StepsModel")));
    assertThat(wire.get("caveats"))
        .contains(Wire.texts(List.of("train: tensor parallelism is free here")));
    Wire.Fields metrics = (Wire.Fields) wire.get("metrics").orElseThrow();
    assertThat(metrics.values())
        .containsEntry("train/step_time", new Wire.Amount(4, "s"))
        .containsEntry("train/samples", Wire.of(16))
        .containsEntry("train/node_profile.mfu", Wire.of(0.25))
        .containsEntry("train/node_profile.latency", new Wire.Amount(4, "s"))
        .containsEntry("StepsModel/steps", Wire.of(25.0));
    Wire.Fields stage =
        (Wire.Fields) ((Wire.Items) wire.get("stages").orElseThrow()).values().get(0);
    assertThat(stage.values().keySet())
        .containsExactly("name", "resolver", "status", "outputs", "caveats");
  }

  @Test
  void aFailedStageTravelsWithItsErrorAndItsInputs() {
    Wire.Fields wire =
        builder()
            .stage(new DoubleModel())
            .stage(new AddModel())
            .build()
            .run(Map.of("x", 13))
            .toWire();
    List<Wire> stages = ((Wire.Items) wire.get("stages").orElseThrow()).values();
    Wire.Fields failed = (Wire.Fields) stages.get(0);
    Wire.Fields skipped = (Wire.Fields) stages.get(1);

    assertThat(wire.get("status")).contains(Wire.of("error"));
    assertThat(failed.get("outputs")).contains(Wire.NULL);
    Wire.Fields error = (Wire.Fields) failed.get("error").orElseThrow();
    assertThat(error.get("code")).contains(Wire.of("MLS-INTERNAL"));
    assertThat(error.get("inputs")).contains(Wire.fields().put("x", 13.0).build());
    assertThat(skipped.get("status")).contains(Wire.of("skipped"));
    assertThat(((Wire.Fields) skipped.get("error").orElseThrow()).get("message"))
        .contains(Wire.of("DoubleModel failed"));
  }

  @Test
  void theTableShowsStagesOutputsAndUnits() {
    PipelineResult result =
        builder()
            .stage("train", new StepModel())
            .stage(new CostModel())
            .build()
            .run(Map.of("fleet", "Rack", "batch_size", 65, "duration_days", 3));

    assertThat(result.table())
        .isEqualTo(
            """
            test: infeasible

            stage      status      output                value
            train      infeasible  step_time             -
                                   mfu                   0.5
                                   hfu                   0.625
                                   samples               65
                                   node_profile.mfu      0.25
                                   node_profile.latency  16.3 s
                                   feasible              false
                                   reason                more than 64 samples
            CostModel  ok          tco_usd               2.4 USD
            """);
  }
}

package org.mlsysim.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mlsysim.api.units.Units.in;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.pipeline.Fixture.AddModel;
import org.mlsysim.pipeline.Fixture.CostModel;
import org.mlsysim.pipeline.Fixture.DoubleModel;
import org.mlsysim.pipeline.Fixture.PowerModel;
import org.mlsysim.pipeline.Fixture.StepModel;

/** Sweeps: every point has a row, and nothing runs twice without need. */
class PipelineSweepTest {
  private static PipelineBuilder builder() {
    return Pipeline.builder("test").catalogs(Fixture.catalogs()).suggesting(List.of());
  }

  private static Map<String, List<?>> axes(String one, List<?> ones, String other, List<?> others) {
    Map<String, List<?>> axes = new LinkedHashMap<>();
    axes.put(one, ones);
    axes.put(other, others);
    return axes;
  }

  @Test
  void theLastAxisIsTheFastestAndOnlyStagesDownstreamOfAChangeRunAgain() {
    DoubleModel doubling = new DoubleModel();
    AddModel adding = new AddModel();
    Pipeline pipeline = builder().stage(doubling).stage(adding).build();

    PipelineSweep sweep =
        pipeline.sweep(axes("x", List.of(1, 2), "term", List.of(10, 20, 30)), Map.of());
    List<Double> sums =
        sweep.rows().map(row -> row.result().orElseThrow().get(AddModel.class).sum()).toList();

    assertThat(sweep.size()).isEqualTo(6);
    assertThat(sums).containsExactly(12., 22., 32., 14., 24., 34.);
    assertThat(doubling.calls).hasValue(2);
    assertThat(adding.calls).hasValue(6);
  }

  @Test
  void aChangeUpstreamRunsEverythingDownstream() {
    DoubleModel doubling = new DoubleModel();
    AddModel adding = new AddModel();
    Pipeline pipeline = builder().stage(doubling).stage(adding).build();

    List<SweepRow> rows =
        pipeline
            .sweep(axes("term", List.of(1, 2), "x", List.of(1, 2, 3)), Map.of())
            .rows()
            .toList();

    assertThat(rows).hasSize(6);
    assertThat(doubling.calls).hasValue(6);
    assertThat(adding.calls).hasValue(6);
  }

  @Test
  void aRepeatedFixedValueIsReadOnce() {
    Pipeline pipeline = builder().stage(new PowerModel()).stage(new CostModel()).build();

    List<Double> costs =
        pipeline
            .given("duration_days", "1 d")
            .sweep(Map.of("fleet", List.of("Rack", "FastRack", "Rack")))
            .rows()
            .map(row -> in(Units.USD, row.result().orElseThrow().get(CostModel.class).tcoUsd()))
            .toList();

    assertThat(costs).containsExactly(0.8, 0.8, 0.8);
  }

  @Test
  void whatAnAxisSuppliesVariesWithIt() {
    Pipeline pipeline = builder().stage(new PowerModel()).stage(new CostModel()).build();

    assertThat(
            pipeline
                .given("duration_days", 1)
                .sweep(Map.of("fleet", List.of("Rack", Fixture.RACK, "FastRack")))
                .rows()
                .map(row -> row.result().orElseThrow().get(PowerModel.class).gflopsPerWatt()))
        .containsExactly(2., 2., 4.);
  }

  @Test
  void everyPointHasARowWithItsStatus() {
    Pipeline pipeline = builder().stage(new StepModel()).stage(new DoubleModel()).build();

    List<SweepRow> rows =
        pipeline
            .sweep(
                axes("x", List.of(1, 13), "batch_size", List.of(64, 65, 0, "many")),
                Map.of("fleet", "Rack"))
            .rows()
            .toList();

    assertThat(rows)
        .extracting(SweepRow::status)
        .containsExactly(
            SweepRow.Status.OK,
            SweepRow.Status.INFEASIBLE,
            SweepRow.Status.ERROR,
            SweepRow.Status.ERROR,
            SweepRow.Status.ERROR,
            SweepRow.Status.ERROR,
            SweepRow.Status.ERROR,
            SweepRow.Status.ERROR);
    assertThat(rows.get(1).reasons()).containsExactly("StepModel: more than 64 samples");
    assertThat(rows.get(2).errors())
        .singleElement()
        .extracting(Finding::code)
        .isEqualTo(ErrorCode.INPUT_OUT_OF_RANGE);
    assertThat(rows.get(2).point()).isEqualTo(Map.of("x", 1, "batch_size", 0));
    assertThat(rows.get(4).errors())
        .singleElement()
        .extracting(Finding::code)
        .isEqualTo(ErrorCode.INTERNAL);
    assertThat(rows.get(4).result().orElseThrow().get(StepModel.class).samples()).isEqualTo(64);
  }

  @Test
  void aRuleOfTheRecordRefusesItsPointsAlone() {
    Pipeline pipeline = builder().stage(new StepModel()).build();

    assertThat(
            pipeline
                .sweep(
                    axes("tp_size", List.of(4, 2), "batch_size", List.of(2, 4)),
                    Map.of("fleet", "Rack"))
                .rows()
                .map(SweepRow::status))
        .containsExactly(
            SweepRow.Status.ERROR, SweepRow.Status.OK, SweepRow.Status.OK, SweepRow.Status.OK);
  }

  @Test
  void rowsTravelWithTheirPointAndTheirOutputsByStage() {
    Pipeline pipeline = builder().stage(new StepModel()).build();

    List<Wire.Fields> rows =
        pipeline
            .sweep(Map.of("batch_size", List.of(65, -1)), Map.of("fleet", "Rack"))
            .rows()
            .map(SweepRow::toWire)
            .toList();

    assertThat(rows.get(0).values().keySet())
        .containsExactly("point", "status", "outputs", "reason");
    assertThat(rows.get(0).get("point")).contains(Wire.fields().put("batch_size", 65).build());
    assertThat(((Wire.Fields) rows.get(0).get("outputs").orElseThrow()).values())
        .containsOnlyKeys("StepModel");
    assertThat(rows.get(1).values().keySet()).containsExactly("point", "status", "error");
    assertThat(rows.get(1).get("status")).contains(Wire.of("error"));
  }

  @Test
  void aSweepStreamsWithoutComputingAhead() {
    DoubleModel doubling = new DoubleModel();
    Pipeline pipeline = builder().stage(doubling).build();
    List<Integer> many = IntStream.range(100, 10_000).boxed().toList();

    PipelineSweep sweep = pipeline.sweep(Map.of("x", many), Map.of());

    assertThat(sweep.rows().limit(3)).hasSize(3);
    assertThat(doubling.calls).hasValue(3);
  }

  @Test
  void wrongAxesAreRefusedBeforeAnythingRuns() {
    Pipeline pipeline = builder().stage(new DoubleModel()).stage(new AddModel()).build();

    assertThat(codes(pipeline, Map.of("x", List.of()), Map.of("x", 1)))
        .containsExactly(ErrorCode.INPUT_MISSING, ErrorCode.INPUT_CONFLICT);
    assertThat(codes(pipeline, Map.of(), Map.of("x", 1))).containsExactly(ErrorCode.INPUT_MISSING);
    assertThat(codes(pipeline, Map.of("y", List.of(1)), Map.of("x", 1)))
        .containsExactly(ErrorCode.INPUT_UNKNOWN_KEY);
    assertThat(codes(pipeline, Map.of("term", List.of(1)), Map.of()))
        .containsExactly(ErrorCode.PIPELINE_MISSING);
    assertThat(codes(pipeline, Map.of("term", List.of("wrong")), Map.of("x", "wrong")))
        .containsExactly(ErrorCode.INPUT_TYPE);
  }

  private static List<ErrorCode> codes(
      Pipeline pipeline, Map<String, List<?>> axes, Map<String, ?> fixed) {
    return catchThrowableOfType(MlsysimException.class, () -> pipeline.sweep(axes, fixed))
        .findings()
        .stream()
        .map(Finding::code)
        .toList();
  }
}

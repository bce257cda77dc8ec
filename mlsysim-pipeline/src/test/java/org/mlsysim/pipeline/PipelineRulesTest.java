package org.mlsysim.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.CompositionException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.pipeline.Fixture.AddModel;
import org.mlsysim.pipeline.Fixture.CostModel;
import org.mlsysim.pipeline.Fixture.DoubleModel;
import org.mlsysim.pipeline.Fixture.PingModel;
import org.mlsysim.pipeline.Fixture.PongModel;
import org.mlsysim.pipeline.Fixture.PowerModel;
import org.mlsysim.pipeline.Fixture.ReportModel;
import org.mlsysim.pipeline.Fixture.StepModel;
import org.mlsysim.pipeline.Fixture.StepsModel;
import org.mlsysim.pipeline.Fixture.WordModel;

/** The six rules by which inputs are fed, and every way in which a composition can be wrong. */
class PipelineRulesTest {
  private static PipelineBuilder builder() {
    return Pipeline.builder("test").catalogs(Fixture.catalogs()).suggesting(List.of());
  }

  private static double cost(PipelineResult result) {
    return in(Units.USD, result.get(CostModel.class).tcoUsd());
  }

  private static List<Finding> findings(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(MlsysimException.class, call).findings();
  }

  @Test
  void theChainOfTheGuideRunsInThreeLines() {
    PipelineResult result =
        builder()
            .stage(new StepModel())
            .stage(new PowerModel())
            .stage(new CostModel())
            .build()
            .given("fleet", "Rack")
            .given("batch_size", 16)
            .given("duration_days", 30)
            .run();

    // 1e12 FLOP/s / 500 W = 2 GFLOP/s/W; 8 devices x 30 d x 0.1 USD, by hand.
    assertThat(result.get(PowerModel.class).gflopsPerWatt()).isEqualTo(2);
    assertThat(cost(result)).isEqualTo(24);
    assertThat(result.get("StepModel", StepModel.StepResult.class).mfu()).isEqualTo(0.5);
  }

  @Test
  void rule1AWireFeedsAnOutputOfAnotherName() {
    PipelineResult result =
        builder()
            .stage("train", new StepModel())
            .stage(new CostModel())
            .wire("train.hfu", "CostModel.mfu")
            .build()
            .run(Fixture.training());

    // 8 x 10 x 0.1 x (0.5 + 0.5 x 0.625), by hand.
    assertThat(cost(result)).isEqualTo(8 * 10 * 0.1 * 0.8125);
  }

  @Test
  void rule1AWireReachesAMemberOfANestedOutput() {
    PipelineResult result =
        builder()
            .stage(new CostModel())
            .stage(new StepModel())
            .wire("StepModel.node_profile.mfu", "CostModel.mfu")
            .build()
            .run(Fixture.training());

    assertThat(cost(result)).isEqualTo(8 * 10 * 0.1 * 0.625);
    assertThat(result.plan().order()).containsExactly("StepModel", "CostModel");
  }

  @Test
  void rule1AWireBeatsAGivenValueAndTheResultSaysSo() {
    Pipeline pipeline =
        builder()
            .stage(new DoubleModel())
            .stage(new AddModel())
            .wire("DoubleModel.doubled", "AddModel.term")
            .build();

    PipelineResult result = pipeline.run(Map.of("x", 3, "term", 100));

    assertThat(result.get(AddModel.class).sum()).isEqualTo(12);
    assertThat(result.caveats())
        .containsExactly(
            "term is given, but AddModel.term takes the wire from DoubleModel.doubled.");
  }

  @Test
  void rule2AGivenValueBeatsAProducedOne() {
    Pipeline pipeline = builder().stage(new DoubleModel()).stage(new AddModel()).build();

    assertThat(pipeline.run(Map.of("x", 3)).get(AddModel.class).sum()).isEqualTo(7);
    assertThat(pipeline.run(Map.of("x", 3, "doubled", 10)).get(AddModel.class).sum()).isEqualTo(11);
  }

  @Test
  void rule2AGivenValueFeedsEveryStageThatHasThePort() {
    PipelineResult result =
        builder()
            .stage("one", new DoubleModel())
            .stage("two", new DoubleModel())
            .build()
            .run(Map.of("x", 4));

    assertThat(result.metrics().values())
        .extracting(each -> each.name() + "=" + each.value())
        .containsExactly("one/doubled=8.0", "two/doubled=8.0");
  }

  @Test
  void rule2AnAliasIsAsGoodAsTheName() {
    PipelineResult result =
        builder()
            .stage(new StepModel())
            .stage(new AddModel())
            .build()
            .run(Map.of("system", "rack", "batch_size", 8, "addend", 5, "doubled", 1));

    assertThat(result.get(AddModel.class).sum()).isEqualTo(6);
    assertThat(result.plan().stages().get(0).inputs().get(0).origin().from()).contains("system");
  }

  @Test
  void rule2TheSamePortGivenUnderTwoNamesIsAConflict() {
    Pipeline pipeline = builder().stage(new AddModel()).build();

    assertThat(findings(() -> pipeline.run(Map.of("doubled", 1, "term", 1, "addend", 2))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(ErrorCode.INPUT_CONFLICT);
              assertThat(finding.message())
                  .isEqualTo("AddModel.term is given twice, as term and addend.");
            });
  }

  @Test
  void rule3ARequiredPortBindsToAnyStageWhateverTheOrder() {
    PipelineResult result =
        builder()
            .stage(new StepsModel())
            .stage(new StepModel())
            .build()
            .run(Map.of("fleet", Fixture.RACK, "batch_size", 16));

    // 16e12 FLOP / (8 x 1e12 x 0.5) = 4 s a step; 100 s hold 25, by hand.
    assertThat(result.get(StepsModel.class).steps()).isEqualTo(25);
    assertThat(result.plan().order()).containsExactly("StepModel", "StepsModel");
  }

  @Test
  void rule3ALinkedOptionalPortBindsToEarlierStagesAlone() {
    Map<String, Object> values = Map.of("fleet", Fixture.RACK, "batch_size", 16);
    Pipeline before = builder().stage(new StepModel()).stage(new StepsModel()).build();
    Pipeline after = builder().stage(new StepsModel()).stage(new StepModel()).build();

    // The count of samples is a whole number, the port takes any number.
    assertThat(before.run(values).get(StepsModel.class).allSamples()).isEqualTo(25 * 16);
    assertThat(after.run(values).get(StepsModel.class).allSamples()).isZero();
    assertThat(after.plan(values).suggestions())
        .containsExactly(new PipelinePlan.Edge("StepModel.samples", "StepsModel.samples"));
  }

  @Test
  void rule3AnUnlinkedOptionalPortKeepsItsDefaultAndThePlanSuggestsTheWire() {
    Pipeline pipeline = builder().stage(new StepModel()).stage(new CostModel()).build();

    PipelineResult result = pipeline.run(Fixture.training());

    assertThat(cost(result)).isEqualTo(8);
    assertThat(result.plan().suggestions())
        .containsExactly(
            new PipelinePlan.Edge("StepModel.mfu", "CostModel.mfu"),
            new PipelinePlan.Edge("StepModel.hfu", "CostModel.mfu"));
    assertThat(pipeline.explain(Fixture.training()))
        .contains("wire(\"StepModel.hfu\", \"CostModel.mfu\")");
  }

  @Test
  void rule3AWholeResultFeedsAPortOfItsType() {
    PipelineResult result =
        builder()
            .stage(new ReportModel())
            .stage("train", new StepModel())
            .build()
            .run(Map.of("fleet", Fixture.RACK, "batch_size", 16));

    assertThat(result.get(ReportModel.class).line()).isEqualTo("mfu 0.5");
    assertThat(result.plan().edges())
        .containsExactly(new PipelinePlan.Edge("train", "ReportModel.step"));
  }

  @Test
  void rule3TwoProducersAreAnErrorThatShowsTheWires() {
    Pipeline pipeline =
        builder()
            .stage("one", new DoubleModel())
            .stage("two", new DoubleModel())
            .stage(new AddModel())
            .build();

    CompositionException thrown =
        catchThrowableOfType(CompositionException.class, () -> pipeline.run(Map.of("x", 1)));

    assertThat(thrown.findings()).hasSize(1);
    Finding finding = thrown.findings().get(0);
    assertThat(finding.code()).isEqualTo(ErrorCode.PIPELINE_AMBIGUOUS);
    assertThat(finding.message())
        .isEqualTo("AddModel.doubled is produced by one.doubled and by two.doubled.");
    assertThat(finding.hint())
        .contains(
            "Settle it with wire(\"one.doubled\", \"AddModel.doubled\") or"
                + " wire(\"two.doubled\", \"AddModel.doubled\"), or give doubled.");
    assertThat(
            pipeline.toBuilder()
                .wire("two.doubled", "AddModel.doubled")
                .build()
                .run(Map.of("x", 1))
                .get(AddModel.class)
                .sum())
        .isEqualTo(3);
    assertThat(pipeline.run(Map.of("x", 1, "doubled", 5)).get(AddModel.class).sum()).isEqualTo(6);
  }

  @Test
  void rule4AGivenFleetSuppliesItsHardware() {
    Pipeline pipeline = builder().stage(new PowerModel()).stage(new CostModel()).build();
    Map<String, Object> values = Map.of("fleet", "fastrack", "duration_days", 1);

    PipelineResult result = pipeline.run(values);

    assertThat(result.get(PowerModel.class).gflopsPerWatt()).isEqualTo(4);
    PipelinePlan.Origin origin = result.plan().stages().get(0).inputs().get(0).origin();
    assertThat(origin.kind()).isEqualTo(PipelinePlan.OriginKind.DERIVED);
    assertThat(origin.from()).contains("fleet");
    assertThat(origin.value()).contains(Wire.of("FastChip"));
  }

  @Test
  void rule4AnObjectThatNoStageDeclaresStillSupplies() {
    PipelineResult result =
        builder().stage(new PowerModel()).build().run(Map.of("cluster", Fixture.RACK));

    assertThat(result.get(PowerModel.class).gflopsPerWatt()).isEqualTo(2);
  }

  @Test
  void rule4AGivenOrProducedValueBeatsASuppliedOne() {
    Pipeline pipeline = builder().stage(new PowerModel()).stage(new CostModel()).build();
    Map<String, Object> given = Map.of("fleet", "Rack", "duration_days", 1, "hardware", "FastChip");

    assertThat(pipeline.run(given).get(PowerModel.class).gflopsPerWatt()).isEqualTo(4);

    Pipeline searched = pipeline.toBuilder().stage(new Fixture.FastestOptimizer()).build();
    PipelineResult result = searched.run(Map.of("fleet", "Rack", "duration_days", 1));
    assertThat(result.get(PowerModel.class).gflopsPerWatt()).isEqualTo(4);
    assertThat(result.get(Fixture.FastestOptimizer.class).totalSearched()).isEqualTo(2);
  }

  @Test
  void rule4ConstantsSupplyTheirOwnStage() {
    Pipeline pipeline =
        builder()
            .stage(new ClusterPowerModel())
            .constant("ClusterPowerModel", "fleet", "FastRack")
            .build();

    assertThat(pipeline.run().get(ClusterPowerModel.class).gflopsPerWatt()).isEqualTo(4);
    assertThat(pipeline.plan().stages().get(0).inputs().get(1).origin().kind())
        .isEqualTo(PipelinePlan.OriginKind.DERIVED);
  }

  @Test
  void rule4TwoObjectsThatSupplyDifferentThingsAreAmbiguous() {
    Pipeline pipeline = builder().stage(new PowerModel()).stage(new CostModel()).build();
    Fixture.Cluster other =
        new Fixture.Cluster(
            "Other",
            new Fixture.Device(
                "Other", Fixture.CHIP.peak(), Units.of(1, Units.WATT), Optional.empty()),
            1,
            Optional.empty());

    assertThat(
            findings(
                () ->
                    pipeline.run(
                        Map.of("fleet", Fixture.RACK, "spare", other, "duration_days", 1))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(ErrorCode.PIPELINE_AMBIGUOUS);
              assertThat(finding.message())
                  .isEqualTo(
                      "PowerModel.hardware is supplied by fleet and spare, and they differ.");
            });
    assertThat(
            pipeline
                .run(Map.of("fleet", Fixture.RACK, "spare", Fixture.RACK, "duration_days", 1))
                .succeeded())
        .isTrue();
  }

  @Test
  void rule5TheDefaultIsListedByThePlan() {
    PipelinePlan plan = builder().stage(new AddModel()).build().plan(Map.of("doubled", 1));

    assertThat(plan.stages().get(0).inputs().get(1).origin())
        .isEqualTo(
            new PipelinePlan.Origin(
                PipelinePlan.OriginKind.DEFAULT,
                Optional.empty(),
                Optional.of(Wire.of(1.0)),
                List.of()));
  }

  @Test
  void rule6EverythingMissingIsReportedAtOnceWithUnitStagesAndProducers() {
    Pipeline pipeline =
        builder()
            .suggesting(List.of(new StepModel(), new DoubleModel(), new WordModel()))
            .stage(new CostModel())
            .stage(new AddModel())
            .stage("again", new CostModel())
            .build();

    CompositionException thrown = catchThrowableOfType(CompositionException.class, pipeline::run);

    assertThat(thrown.findings())
        .extracting(Finding::code, Finding::port, Finding::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                ErrorCode.PIPELINE_MISSING,
                "fleet",
                "fleet is missing: CostModel and again require it."),
            org.assertj.core.groups.Tuple.tuple(
                ErrorCode.PIPELINE_MISSING,
                "duration_days",
                "duration_days [d] is missing: CostModel and again require it."),
            org.assertj.core.groups.Tuple.tuple(
                ErrorCode.PIPELINE_MISSING,
                "doubled",
                "doubled is missing: AddModel requires it."));
    assertThat(thrown.findings().get(1).hint())
        .contains("Give duration_days: how long, a quantity in d in (0, inf).");
    assertThat(thrown.findings().get(2).hint())
        .contains("Give doubled: a number, a number. It is produced by DoubleModel.");
    assertThat(pipeline.plan().missing())
        .contains(new PipelinePlan.Missing("doubled", "AddModel", "", List.of("DoubleModel")));
  }

  @Test
  void anOutputOfTheRightNameAndTheWrongTypeFeedsNothing() {
    Pipeline pipeline = builder().stage(new WordModel()).stage(new AddModel()).build();

    assertThat(findings(pipeline::run))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.hint().orElse(""))
                    .endsWith("WordModel.doubled carries a text and does not fit."));
  }

  @Test
  void anUnknownInputIsReportedWithTheNearestNameAndWithWhatIsMissing() {
    Pipeline pipeline = builder().stage(new CostModel()).build();

    List<Finding> findings =
        findings(() -> pipeline.run(Map.of("fleet", "Rack", "duration_dayz", 5)));

    assertThat(findings)
        .extracting(Finding::code)
        .containsExactly(ErrorCode.INPUT_UNKNOWN_KEY, ErrorCode.PIPELINE_MISSING);
    assertThat(findings.get(0).nearest()).containsExactly("duration_days");
    assertThatThrownBy(
            () -> pipeline.run(Map.of("fleet", "Rack", "duration_days", 5, "duration_dayz", 5)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("duration_dayz is not an input here.");
  }

  @Test
  void aCycleIsPrinted() {
    Pipeline pipeline =
        builder().stage(new PingModel()).stage(new DoubleModel()).stage(new PongModel()).build();

    assertThat(findings(() -> pipeline.run(Map.of("x", 1))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(ErrorCode.PIPELINE_CYCLE);
              assertThat(finding.message())
                  .isEqualTo(
                      "The stages wait for each other: PingModel -> PongModel -> PingModel"
                          + " (PingModel.ping feeds PongModel.ping, PongModel.pong feeds"
                          + " PingModel.pong).");
              assertThat(finding.hint())
                  .contains("Give one of ping, pong, or wire it from another stage.");
            });
    assertThat(pipeline.plan(Map.of("x", 1)).order())
        .containsExactly("DoubleModel", "PingModel", "PongModel");
    assertThat(pipeline.run(Map.of("x", 1, "pong", 1)).get(PongModel.class).pong()).isEqualTo(3);
  }

  @Test
  void everythingWrongIsReportedTogetherBeforeAnythingRuns() {
    DoubleModel counting = new DoubleModel();
    Pipeline pipeline =
        builder()
            .stage("one", counting)
            .stage("two", new DoubleModel())
            .stage(new AddModel())
            .stage(new PingModel())
            .stage(new PongModel())
            .stage(new CostModel())
            .build();

    List<Finding> findings =
        findings(() -> pipeline.run(Map.of("x", "one", "fleet", "Rak", "durations", 1)));

    assertThat(findings)
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(
            ErrorCode.INPUT_TYPE,
            ErrorCode.NAME_UNKNOWN,
            ErrorCode.INPUT_UNKNOWN_KEY,
            ErrorCode.PIPELINE_AMBIGUOUS,
            ErrorCode.PIPELINE_CYCLE,
            ErrorCode.PIPELINE_MISSING);
    assertThat(counting.calls).hasValue(0);
  }

  @Test
  void anUnreadableObjectIsOneErrorAndNotAlsoWhatItWouldHaveSupplied() {
    Pipeline pipeline = builder().stage(new PowerModel()).stage(new CostModel()).build();

    assertThatThrownBy(() -> pipeline.run(Map.of("fleet", "Rak", "duration_days", 1)))
        .isInstanceOf(UnknownNameException.class)
        .satisfies(
            thrown ->
                assertThat(((UnknownNameException) thrown).findings())
                    .singleElement()
                    .extracting(Finding::nearest)
                    .isEqualTo(List.of("Rack")));
  }

  @Test
  void aValueOutsideItsRangeIsReportedOnceForAllStages() {
    Pipeline pipeline =
        builder().stage("one", new CostModel()).stage("two", new CostModel()).build();

    assertThat(findings(() -> pipeline.run(Map.of("fleet", "Rack", "duration_days", "-1 d"))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(ErrorCode.INPUT_OUT_OF_RANGE);
              assertThat(finding.port()).isEqualTo("duration_days");
            });
  }

  @Test
  void aRuleOfTheRecordSpeaksBeforeAnythingRuns() {
    DoubleModel counting = new DoubleModel();
    Pipeline pipeline = builder().stage(counting).stage(new StepModel()).build();

    assertThatThrownBy(
            () -> pipeline.run(Map.of("x", 1, "fleet", "Rack", "batch_size", 7, "tp_size", 2)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("tp_size is 2: it must divide batch_size.");
    assertThat(counting.calls).hasValue(0);
  }

  @Test
  void textsNumbersQuantitiesAndWireValuesAreReadAlike() {
    Pipeline pipeline = builder().stage(new CostModel()).build();

    for (Object days :
        List.of(
            10,
            10.0,
            "10 d",
            "240 h",
            Units.of(864_000, Units.SECOND),
            new Wire.Amount(10, "d"),
            Wire.of(10))) {
      PipelineResult result = pipeline.run(Map.of("fleet", "Rack", "duration_days", days));
      assertThat(cost(result))
          .as("%s", days)
          .isCloseTo(8, org.assertj.core.data.Offset.offset(1e-12));
    }
  }

  @Test
  void aConstantBeatsAnInputForItsStageAlone() {
    Pipeline pipeline =
        builder()
            .stage("one", new DoubleModel())
            .stage("two", new DoubleModel())
            .constant("one", "x", 10)
            .input("x", 1)
            .build();

    PipelineResult result = pipeline.run();
    PipelineResult given = pipeline.run(Map.of("x", 2));

    assertThat(result.metrics().values()).extracting(each -> each.value()).containsExactly(20., 2.);
    assertThat(given.metrics().values()).extracting(each -> each.value()).containsExactly(20., 4.);
  }

  @Test
  void aGivenValueThatAConstantHidesIsAConflictUnlessTheyAreEqual() {
    Pipeline pipeline =
        builder().stage(new CostModel()).constant("CostModel", "duration_days", "10 d").build();

    assertThat(findings(() -> pipeline.run(Map.of("fleet", "Rack", "duration_days", 11))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(ErrorCode.INPUT_CONFLICT);
              assertThat(finding.message())
                  .isEqualTo(
                      "duration_days is given, but the constant of CostModel.duration_days hides"
                          + " it.");
            });
    assertThat(cost(pipeline.run(Map.of("fleet", "Rack", "duration_days", "240 h")))).isEqualTo(8);
    assertThat(
            cost(
                pipeline.toBuilder()
                    .input("duration_days", 11)
                    .build()
                    .run(Map.of("fleet", "Rack"))))
        .isEqualTo(8);
  }

  @Test
  void aGivenValueReplacesAStandingInputUnderAnyOfItsNames() {
    Pipeline pipeline =
        builder().stage(new AddModel()).input("doubled", 1).input("addend", 2).build();

    assertThat(pipeline.run().get(AddModel.class).sum()).isEqualTo(3);
    assertThat(pipeline.run(Map.of("term", 10)).get(AddModel.class).sum()).isEqualTo(11);
    assertThat(
            pipeline
                .sweep(Map.of("term", List.of(20)), Map.of())
                .rows()
                .map(row -> row.result().orElseThrow().get(AddModel.class).sum()))
        .containsExactly(21.);
  }

  @Test
  void aConstantThatIsRefusedIsNamedWithItsStage() {
    Pipeline pipeline =
        builder()
            .stage("train", new StepModel())
            .constant("train", "batch_size", 0)
            .input("fleet", "Rack")
            .build();

    assertThat(findings(pipeline::run))
        .singleElement()
        .extracting(Finding::port)
        .isEqualTo("train.batch_size");
  }

  /** Both a cluster and the accelerator that it supplies. */
  static final class ClusterPowerModel
      extends org.mlsysim.api.BaseModel<ClusterPowerModel.Inputs, PowerModel.PowerResult> {
    record Inputs(
        @org.mlsysim.api.port.Port(doc = "the cluster") Fixture.Cluster fleet,
        @org.mlsysim.api.port.Port(doc = "the accelerator") Fixture.Device hardware) {}

    ClusterPowerModel() {
      super(java.lang.invoke.MethodHandles.lookup(), Inputs.class, PowerModel.PowerResult.class);
    }

    @Override
    public PowerModel.PowerResult solve(Inputs inputs) {
      return new PowerModel().solve(new PowerModel.Inputs(inputs.hardware()));
    }
  }
}

package org.mlsysim.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.CompositionException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.pipeline.Fixture.AddModel;
import org.mlsysim.pipeline.Fixture.CostModel;
import org.mlsysim.pipeline.Fixture.DoubleModel;
import org.mlsysim.pipeline.Fixture.PingModel;
import org.mlsysim.pipeline.Fixture.PongModel;
import org.mlsysim.pipeline.Fixture.StepModel;
import org.mlsysim.pipeline.Fixture.StepsModel;

/** What is refused before any value is known. */
class PipelineBuilderTest {
  private static PipelineBuilder trainAndPay() {
    return Pipeline.builder("test").stage("train", new StepModel()).stage(new CostModel());
  }

  private static List<Finding> findings(PipelineBuilder builder) {
    CompositionException thrown = catchThrowableOfType(CompositionException.class, builder::build);
    return thrown.findings();
  }

  private static Finding finding(PipelineBuilder builder) {
    List<Finding> findings = findings(builder);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void aPipelineNeedsAStage() {
    assertThat(finding(Pipeline.builder("test")).message())
        .isEqualTo("A pipeline has at least one stage.");
  }

  @Test
  void aSecondStageOfAClassIsNumbered() {
    assertThat(Pipeline.of(new DoubleModel(), new DoubleModel(), new DoubleModel()).stages())
        .containsExactly("DoubleModel", "DoubleModel#2", "DoubleModel#3");
    assertThat(Pipeline.of(new DoubleModel(), new AddModel()))
        .hasToString("Pipeline(DoubleModel → AddModel)");
  }

  @Test
  void stageNamesAreUniqueAndFitIntoWires() {
    List<Finding> findings =
        findings(
            Pipeline.builder("test")
                .stage("a", new DoubleModel())
                .stage("a", new DoubleModel())
                .stage("b.c", new DoubleModel())
                .stage("", new DoubleModel()));

    assertThat(findings)
        .extracting(Finding::code, Finding::port)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ErrorCode.INPUT_CONFLICT, "stages[1].name"),
            org.assertj.core.groups.Tuple.tuple(ErrorCode.INPUT_OUT_OF_RANGE, "stages[2].name"),
            org.assertj.core.groups.Tuple.tuple(ErrorCode.INPUT_OUT_OF_RANGE, "stages[3].name"));
    assertThat(findings.get(0).message()).isEqualTo("Two stages are called a.");
  }

  @Test
  void aWireFromAnUnknownStageNamesTheNearest() {
    Finding finding = finding(trainAndPay().wire("trian.hfu", "CostModel.mfu"));

    assertThat(finding.code()).isEqualTo(ErrorCode.PIPELINE_WIRE);
    assertThat(finding.port()).isEqualTo("wires[0].from");
    assertThat(finding.message()).isEqualTo("\"trian\" is not a stage of the pipeline.");
    assertThat(finding.hint()).contains("Did you mean train?");
  }

  @Test
  void aWireFromAnUnknownOutputNamesTheNearest() {
    assertThat(finding(trainAndPay().wire("train.stepp_time", "CostModel.mfu")))
        .satisfies(
            finding -> {
              assertThat(finding.message()).isEqualTo("train has no output stepp_time.");
              assertThat(finding.nearest()).containsExactly("step_time");
            });
    assertThat(finding(trainAndPay().wire("train.node_profile.mfuu", "CostModel.mfu")).nearest())
        .startsWith("node_profile.mfu");
    assertThat(finding(trainAndPay().wire("train.zzz", "CostModel.mfu")).hint())
        .contains("Its outputs are step_time, mfu, hfu, samples, node_profile, feasible, caveats.");
  }

  @Test
  void aWireToAnUnknownInputNamesTheNearest() {
    Finding finding = finding(trainAndPay().wire("train.hfu", "CostModel.mfuu"));

    assertThat(finding.port()).isEqualTo("wires[0].to");
    assertThat(finding.message()).isEqualTo("CostModel has no input mfuu.");
    assertThat(finding.nearest()).containsExactly("mfu");
    assertThat(finding(trainAndPay().wire("train.hfu", "CostModel")).message())
        .isEqualTo("CostModel is a whole stage, not one of its inputs.");
  }

  @Test
  void aWireOfAnotherDimensionIsRefusedWithBothUnits() {
    Finding finding =
        finding(
            trainAndPay().stage(new StepsModel()).wire("CostModel.tco_usd", "StepsModel.budget"));

    assertThat(finding.code()).isEqualTo(ErrorCode.PIPELINE_WIRE);
    assertThat(finding.message())
        .isEqualTo(
            "CostModel.tco_usd carries a quantity in USD, but StepsModel.budget takes a quantity"
                + " in s.");
    assertThat(finding(trainAndPay().wire("train.feasible", "CostModel.mfu")).message())
        .isEqualTo("train.feasible carries true or false, but CostModel.mfu takes a number.");
    assertThat(finding(trainAndPay().wire("train", "CostModel.fleet")).message())
        .isEqualTo("train carries a StepResult, but CostModel.fleet takes the name of a Cluster.");
  }

  @Test
  void aWireOfTheSameDimensionConvertsItsUnit() {
    Pipeline pipeline =
        Pipeline.builder("test")
            .stage(new StepModel())
            .stage(new StepsModel())
            .wire("StepModel.step_time", "StepsModel.budget")
            .build();

    // The step takes 4 s, its own time is given as 2000 ms: two fit, by hand.
    PipelineResult result =
        pipeline
            .given("fleet", Fixture.RACK)
            .given("batch_size", 16)
            .given("step_time", "2000 ms")
            .run();
    assertThat(result.get(StepsModel.class).steps()).isEqualTo(2);
  }

  @Test
  void anInputTakesOneWireAndNoConstantBesideIt() {
    assertThat(
            finding(
                trainAndPay()
                    .wire("train.hfu", "CostModel.mfu")
                    .wire("train.mfu", "CostModel.mfu")))
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(ErrorCode.INPUT_CONFLICT);
              assertThat(finding.port()).isEqualTo("wires[1].to");
              assertThat(finding.message())
                  .isEqualTo("CostModel.mfu has two wires, from train.hfu and from train.mfu.");
            });
    assertThat(
            finding(
                    trainAndPay()
                        .wire("train.hfu", "CostModel.mfu")
                        .constant("CostModel", "mfu", 1))
                .message())
        .isEqualTo("CostModel.mfu has a constant and a wire from train.hfu.");
  }

  @Test
  void constantsNameTheirStageAndPort() {
    List<Finding> findings =
        findings(
            trainAndPay()
                .constant("trian", "tp_size", 8)
                .constant("train", "tp_sise", 8)
                .constant("train", "fleet", Fixture.RACK)
                .constant("train", "system", Fixture.RACK));

    assertThat(findings)
        .extracting(Finding::code, Finding::port)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ErrorCode.NAME_UNKNOWN, "trian.tp_size"),
            org.assertj.core.groups.Tuple.tuple(ErrorCode.INPUT_UNKNOWN_KEY, "train.tp_sise"),
            org.assertj.core.groups.Tuple.tuple(ErrorCode.INPUT_CONFLICT, "train.fleet"));
    assertThat(findings.get(1).nearest()).containsExactly("tp_size");
  }

  @Test
  void wiresThatMakeACycleAreRefusedAtOnce() {
    Finding finding =
        finding(
            Pipeline.builder("test")
                .stage(new PongModel())
                .stage(new PingModel())
                .wire("PongModel.pong", "PingModel.pong")
                .wire("PingModel.ping", "PongModel.ping"));

    assertThat(finding.code()).isEqualTo(ErrorCode.PIPELINE_CYCLE);
    assertThat(finding.message())
        .startsWith("The stages wait for each other: PongModel -> PingModel -> PongModel (");
    assertThat(
            finding(
                    Pipeline.builder("test")
                        .stage(new AddModel())
                        .wire("AddModel.sum", "AddModel.term"))
                .message())
        .isEqualTo(
            "The stages wait for each other: AddModel -> AddModel (AddModel.sum feeds"
                + " AddModel.term).");
  }

  @Test
  void aClassThatIsNotInstalledIsAnUnknownName() {
    assertThat(
            catchThrowableOfType(
                UnknownNameException.class, () -> Pipeline.of(DoubleModel.class, AddModel.class)))
        .hasMessageContaining("\"DoubleModel\" is not the name of a resolver.");
  }
}

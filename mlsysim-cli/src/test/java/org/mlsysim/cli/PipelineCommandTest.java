package org.mlsysim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlsysim.testkit.Trees;

class PipelineCommandTest {
  private static final String TRAIN_AND_PAY =
      """
      version: "1"
      name: train-and-pay
      stages:
        - {resolver: DistributedModel, name: train, inputs: {tp_size: 8, pp_size: 4, microbatch_count: 32}}
        - {resolver: EconomicsModel}
      wires:
        - {from: train.hfu, to: EconomicsModel.mfu}
      inputs: {model: Llama3_70B, fleet: Research_256, batch_size: 512}
      """;

  @TempDir Path folder;

  private Cli pipeline(String content, String... args) throws IOException {
    Files.writeString(folder.resolve("p.yaml"), content);
    return Cli.in(folder, "", args);
  }

  @Test
  void whatIsMissingIsExplainedAndNothingRuns() throws IOException {
    Cli answer = pipeline(TRAIN_AND_PAY, "pipeline", "explain", "p.yaml", "-ojson");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("status")).isEqualTo("incomplete");
    assertThat(answer.text("missing.0.port")).isEqualTo("duration_days");
    assertThat(answer.text("stages.0.walls")).isEqualTo("14");
    assertThat(answer.text("stages.1.walls")).isEqualTo("17");
  }

  @Test
  void aValueOfTheCallCompletesIt() throws IOException {
    Cli answer = pipeline(TRAIN_AND_PAY, "pipeline", "run", "p.yaml", "duration_days=30", "-ojson");

    assertThat(answer.exitCode()).as(answer.out()).isZero();
    assertThat(answer.text("order")).isEqualTo("train, EconomicsModel");
    assertThat(answer.text("stages.0.status")).isEqualTo("ok");
    assertThat(Trees.value(answer.at("stages.1.outputs.tco_usd"))).isPositive();
  }

  @Test
  void aFileThatCannotRunIsRefusedWithEverythingThatIsWrong() throws IOException {
    Cli answer = pipeline(TRAIN_AND_PAY, "pipeline", "run", "p.yaml", "fleed=x", "-ojson");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).contains("MLS-PIPELINE-MISSING", "duration_days", "fleed");
  }

  @Test
  void aMissedTargetIsExitCodeThree() throws IOException {
    Cli answer =
        pipeline(
            TRAIN_AND_PAY
                + """
                constraints:
                  assert:
                    - {metric: EconomicsModel.tco_usd, max: 1000}
                    - {metric: train.step_latency_total, max: 1 h}
                """,
            "pipeline",
            "run",
            "p.yaml",
            "duration_days=30",
            "-ojson");

    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.text("status")).isEqualTo("sla_failed");
    assertThat(answer.text("assertions.0.passed")).isEqualTo("no");
    assertThat(answer.text("assertions.1.passed")).isEqualTo("yes");
    assertThat(answer.text("violations.count")).isEqualTo("1");
  }

  @Test
  void everythingWrongWithAFileIsSaidAtOnceWithItsPlace() throws IOException {
    Cli answer =
        pipeline(
            TRAIN_AND_PAY.replace("EconomicsModel}", "EconomicsModl}")
                + """
                constraints:
                  assert:
                    - {metric: train.happiness, max: 1}
                """,
            "pipeline",
            "run",
            "p.yaml",
            "-ojson");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.port")).isEqualTo("stages[1].resolver");
    assertThat(answer.text("errors.0.line")).isEqualTo("5");
    assertThat(answer.text("errors.0.nearest")).isEqualTo("EconomicsModel");
  }

  @Test
  void aTargetNeedsAKnownMetricABoundAndAUnitThatFits() throws IOException {
    Cli answer =
        pipeline(
            TRAIN_AND_PAY
                + """
                constraints:
                  assert:
                    - {metric: train.happiness, max: 1}
                    - {metric: train.mfu}
                    - {metric: train.step_latency_total, max: 5 GB}
                    - {metric: train.step_latency_total, max: 5, unit: parsec}
                """,
            "pipeline",
            "run",
            "p.yaml",
            "duration_days=30",
            "-ojson");

    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-NAME-UNKNOWN");
    assertThat(answer.text("errors.0.port")).isEqualTo("constraints.assert[0].metric");
    assertThat(answer.text("errors.1.port")).isEqualTo("constraints.assert[1]");
    assertThat(answer.text("errors.2.port")).isEqualTo("constraints.assert[2].max");
    assertThat(answer.text("errors.3.port")).isEqualTo("constraints.assert[3].unit");
    assertThat(answer.text("errors.3.line")).isEqualTo("14");
  }

  @Test
  void aValueThatAConstantWouldHideIsAConflict() throws IOException {
    Cli answer = pipeline(TRAIN_AND_PAY, "pipeline", "explain", "p.yaml", "tp_size=4", "-ojson");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-INPUT-CONFLICT");
    assertThat(answer.text("errors.0.port")).isEqualTo("tp_size");
  }

  @Test
  void aPlanIsAlsoADiagram() throws IOException {
    Cli answer = pipeline(TRAIN_AND_PAY, "pipeline", "explain", "p.yaml", "--format", "mermaid");

    assertThat(answer.out()).contains("flowchart", "train");
  }

  @Test
  void aVersionIsATextAndAKnownOne() throws IOException {
    Cli number =
        pipeline(TRAIN_AND_PAY.replace("\"1\"", "1"), "pipeline", "run", "p.yaml", "-ojson");
    Cli unknown =
        pipeline(TRAIN_AND_PAY.replace("\"1\"", "\"7\""), "pipeline", "run", "p.yaml", "-ojson");

    assertThat(number.text("errors.0.code")).isEqualTo("MLS-INPUT-TYPE");
    assertThat(unknown.text("errors.0.code")).isEqualTo("MLS-INPUT-OUT-OF-RANGE");
    assertThat(unknown.text("errors.0.line")).isEqualTo("1");
  }
}

package org.mlsysim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Json;
import org.mlsysim.testkit.Trees;

class SolveCommandTest {
  @TempDir Path folder;

  @Test
  void theEngineIsReadAsTheSingleNodeModel() {
    Cli answer = Cli.run("solve", "engine", "model=llama3_8b", "hardware=h100", "-o", "json");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text("resolver")).isEqualTo("SingleNodeModel");
    // The worked example of decisions-single-node-and-serving, section 3.
    assertThat(Trees.value(answer.at("outputs.latency")))
        .isCloseTo(0.005125477511641791, within(1e-15));
  }

  @Test
  void aliasesQuantitiesAndFlagsAreReadByTheirPorts() {
    Cli answer =
        Cli.run(
            "solve",
            "SingleNodeModel",
            "workload=Llama3_8B",
            "system=H200",
            "is_training=true",
            "zero_stage=3",
            "dp_size=64",
            "activation_recomputation=true",
            "-ojson");

    // The worked training example of the same page.
    assertThat(Trees.value(answer.at("outputs.mfu"))).isCloseTo(0.3736816714199375, within(1e-12));
  }

  @Test
  void anInfeasibleStateIsAnAnswerWithItsReason() {
    Cli answer = Cli.run("solve", "SingleNodeModel", "model=GPT3", "hardware=H100", "-ojson");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.text("status")).isEqualTo("infeasible");
    assertThat(answer.text("reason.0")).contains("GPT3");
  }

  @Test
  void raisingErrorsTurnsItIntoARefusal() {
    Cli answer =
        Cli.run(
            "solve",
            "SingleNodeModel",
            "model=GPT3",
            "hardware=H100",
            "raise_errors=true",
            "-ojson");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-INFEASIBLE");
  }

  @Test
  void everythingWrongIsSaidAtOnceAndWhatIsMissingComesLast() {
    Cli answer =
        Cli.run(
            "solve",
            "SingleNodeModel",
            "hardware=H1000",
            "batchsize=2",
            "efficiency=1.5",
            "efficiency=0.2",
            "seq_len=80 GB",
            "foo",
            "-ojson");

    List<String> codes = new ArrayList<>();
    for (int i = 0; i < (int) Trees.value(answer.at("errors.count")); i++) {
      codes.add(answer.text("errors." + i + ".code") + " " + answer.text("errors." + i + ".port"));
    }
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(codes)
        .containsExactlyInAnyOrder(
            "MLS-NAME-UNKNOWN hardware",
            "MLS-INPUT-UNKNOWN-KEY batchsize",
            "MLS-INPUT-OUT-OF-RANGE efficiency",
            "MLS-INPUT-DUPLICATE-KEY efficiency",
            "MLS-INPUT-TYPE seq_len",
            "MLS-INPUT-USAGE ",
            "MLS-INPUT-MISSING model");
    assertThat(codes.get(0)).endsWith("hardware");
    assertThat(codes.get(codes.size() - 1)).endsWith("model");
  }

  @Test
  void anAliasAndItsPortAreInConflict() {
    Cli answer =
        Cli.run(
            "solve", "SingleNodeModel", "model=GPT2", "workload=GPT3", "hardware=H100", "-ojson");

    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-INPUT-CONFLICT");
    assertThat(answer.text("errors.0.message")).contains("model", "workload");
  }

  @Test
  void aFileGivesInputsAndTheCallReplacesThem() throws IOException {
    Files.writeString(folder.resolve("in.yaml"), "workload: GPT3\nhardware: H100\nbatch_size: 4\n");

    Cli answer =
        Cli.in(
            folder,
            "",
            "solve",
            "SingleNodeModel",
            "model=Llama3_8B",
            "--input",
            "in.yaml",
            "-ojson");

    assertThat(answer.exitCode()).isZero();
    assertThat(Trees.value(answer.at("outputs.memory_footprint"))).isCloseTo(16.06e9, within(1.0));
  }

  @Test
  void aFindingOfAFileNamesItsLine() throws IOException {
    Files.writeString(folder.resolve("in.yaml"), "model: GPT3\nhardware: H100\nbatch_sise: 4\n");

    Cli answer = Cli.in(folder, "", "solve", "Engine", "--input", "in.yaml", "-ojson");

    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-INPUT-UNKNOWN-KEY");
    assertThat(answer.text("errors.0.line")).isEqualTo("3");
    assertThat(answer.text("errors.0.nearest")).isEqualTo("batch_size");
  }

  @Test
  void inputsMayComeFromStandardInputAndFromNestedJson() {
    Cli answer =
        Cli.in(
            folder,
            "{\"hardware\": \"H100\"}",
            "solve",
            "Engine",
            "model={\"type\": \"workload\", \"name\": \"toy\", \"architecture\": \"MLP\", "
                + "\"parameters\": \"1e9 param\"}",
            "--input",
            "-",
            "-ojson");

    assertThat(answer.exitCode()).as(answer.out()).isZero();
    assertThat(Trees.value(answer.at("outputs.memory_footprint"))).isCloseTo(2e9, within(1.0));
  }

  @Test
  void anUnknownResolverNamesTheNearestOnes() {
    Cli answer = Cli.run("solve", "SingleNodModel", "-ojson");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.port")).isEqualTo("resolver");
    assertThat(answer.text("errors.0.nearest")).isEqualTo("SingleNodeModel");
  }

  @Test
  void explainShowsTheTermsThatMakeANumber() {
    Cli answer = Cli.run("explain", "Engine", "model=Llama3_8B", "hardware=H100", "-ojson");

    double latency = Trees.value(answer.at("explanations.0.value"));
    double work = Trees.value(answer.at("explanations.0.terms.0.value"));
    double overhead = Trees.value(answer.at("explanations.0.terms.1.value"));
    assertThat(answer.text("explanations.0.port")).isEqualTo("latency");
    assertThat(work + overhead).isEqualTo(latency);
    assertThat(Cli.run("explain", "Engine", "model=Llama3_8B", "hardware=H100").out())
        .contains("latency = 5.13 ms", "├─ work", "└─ overhead");
  }

  @Test
  void explainingAPortThatIsNotExplainedNamesThoseThatAre() {
    Cli answer =
        Cli.run(
            "explain", "Engine", "model=Llama3_8B", "hardware=H100", "--port", "latenzy", "-ojson");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.nearest")).isEqualTo("latency");
  }

  @Test
  void aBatchAnswersEveryLineInOrderWhateverIsWrongWithIt() {
    String lines =
        """
        {"id": "a", "resolver": "Engine", "inputs": {"model": "Llama3_8B", "hardware": "H100"}}

        {"id": 2, "resolver": "Engine", "inputs": {"model": "GPT3", "hardware": "H100"}}
        nonsense
        {"id": "c", "resolver": "Nope"}
        {"resolver": "Engine", "inputs": {}}
        [1]
        {"id": "d", "resolver": "Engine", "inputs": {"model": "GPT2", "hardware": "H100"}, "x": 1}
        """;

    Cli answer = Cli.in(folder, lines, "solve", "--batch", "-");

    List<Wire.Fields> answers =
        answer.out().lines().map(line -> (Wire.Fields) Json.read(line, "answer")).toList();
    assertThat(answer.exitCode()).isZero();
    assertThat(answers).hasSize(7);
    assertThat(at(answers, 0, "id")).isEqualTo("a");
    assertThat(answers.get(0).values()).containsKey("outputs");
    assertThat(answers.get(1).values()).containsKey("outputs"); // infeasible is an output
    assertThat(at(answers, 2, "line")).isEqualTo("4");
    assertThat(at(answers, 2, "error.code")).isEqualTo("MLS-INPUT-SYNTAX");
    assertThat(at(answers, 3, "error.code")).isEqualTo("MLS-NAME-UNKNOWN");
    assertThat(at(answers, 4, "error.port")).isEqualTo("model");
    assertThat(at(answers, 5, "error.port")).isEqualTo("–");
    assertThat(answers.get(6).values().keySet()).containsExactly("id", "outputs");
  }

  @Test
  void aLineMayCarryMembersOfTheCallersOwn() {
    String question =
        "\"resolver\": \"Engine\", \"inputs\": {\"model\": \"GPT2\", \"hardware\": \"H100\"}";

    String bare = Cli.in(folder, "{\"id\": 1, " + question + "}\n", "solve", "--batch", "-").out();
    String golden =
        Cli.in(
                folder,
                "{\"group\": \"node\", \"id\": 1, " + question + ", \"outputs\": {\"mfu\": 2}}\n",
                "solve",
                "--batch",
                "-")
            .out();

    assertThat(golden).isEqualTo(bare).contains("latency");
    assertThat(Cli.run("solve", "--help").out()).contains("caller's own");
  }

  private static String at(List<Wire.Fields> answers, int line, String name) {
    return WireText.text(Trees.at(answers.get(line), name).orElse(Wire.NULL));
  }

  @Test
  void anIdThatNoNumberHoldsIsRefusedInsteadOfChanged() {
    Cli answer =
        Cli.in(
            folder,
            "{\"id\": 9007199254740993, \"resolver\": \"Engine\", \"inputs\": {}}\n",
            "solve",
            "--batch",
            "-");

    Wire line = Json.read(answer.out(), "answer");
    assertThat(Trees.at(line, "id")).contains(Wire.NULL);
    assertThat(Trees.at(line, "line")).contains(Wire.of(1));
    assertThat(Trees.at(line, "error.port")).contains(Wire.of("id"));
  }

  @Test
  void aLongBatchKeepsItsOrder() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= 2000; i++) {
      lines
          .append("{\"id\": ")
          .append(i)
          .append(", \"resolver\": \"Engine\", \"inputs\": {\"model\": \"Llama3_8B\", ")
          .append("\"hardware\": \"H100\", \"batch_size\": ")
          .append(i)
          .append("}}\n");
    }
    Files.writeString(folder.resolve("in.jsonl"), lines);

    Cli answer = Cli.in(folder, "", "solve", "--batch", "in.jsonl");

    List<String> ids =
        answer
            .out()
            .lines()
            .map(line -> WireText.text(Trees.at(Json.read(line, "answer"), "id").orElseThrow()))
            .toList();
    assertThat(ids).hasSize(2000);
    assertThat(ids.get(0)).isEqualTo("1");
    assertThat(ids.get(1999)).isEqualTo("2000");
    assertThat(ids).isSortedAccordingTo(java.util.Comparator.comparingInt(Integer::parseInt));
  }

  @Test
  void aBatchThatCannotBeReadIsBadInput() {
    Cli answer = Cli.in(folder, "", "solve", "--batch", "none.jsonl", "-ojson");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-INPUT-FILE");
    assertThat(answer.text("errors.0.port")).isEqualTo("batch");
  }

  @Test
  void aBatchAndAResolverExcludeEachOther() {
    Cli answer = Cli.run("solve", "Engine", "--batch", "-", "--units", "imperial", "-ojson");

    assertThat(answer.text("errors.0.port")).isEqualTo("units");
    assertThat(answer.text("errors.1.code")).isEqualTo("MLS-INPUT-CONFLICT");
  }
}

package org.mlsysim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void withoutACommandTheHelpGoesToStandardErrorAndTheExitCodeIsOne() {
    Cli answer = Cli.run();

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("Usage: mlsysim", "eval", "solve", "Exit codes");
  }

  @Test
  void withoutACommandJsonModeSaysSoInADocument() {
    Cli answer = Cli.run("-o", "json");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-INPUT-MISSING");
    assertThat(answer.err()).isEmpty();
  }

  @Test
  void helpListsEveryCommandWithItsSummary() {
    Cli answer = Cli.run("--help");

    assertThat(answer.exitCode()).isZero();
    for (String name : new Commands().names()) {
      assertThat(answer.out()).contains(name, new Commands().find(name).orElseThrow().summary());
    }
  }

  @Test
  void everyCommandExplainsItselfOnRequest() {
    for (String name : new Commands().names()) {
      Cli answer = Cli.run((name + " --help").split(" "));

      assertThat(answer.exitCode()).as(name).isZero();
      assertThat(answer.out()).contains("mlsysim " + name, "--output");
    }
  }

  @Test
  void theVersionIsOneLine() {
    Cli answer = Cli.run("--version");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).startsWith("mlsysim ").hasLineCount(1);
  }

  @Test
  void aMistypedCommandNamesTheNearestOne() {
    Cli answer = Cli.run("-o", "json", "evl");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-INPUT-USAGE");
    assertThat(answer.text("errors.0.nearest")).isEqualTo("eval");
  }

  @Test
  void aMistypedOptionNamesTheNearestOne() {
    Cli answer = Cli.run("eval", "Llama3_8B", "H100", "--batchsize", "4", "-o", "json");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.count")).isEqualTo("1");
    assertThat(answer.text("errors.0.nearest")).isEqualTo("--batch-size");
  }

  @Test
  void everythingWrongWithTheArgumentsIsSaidAtOnce() {
    Cli answer = Cli.run("explain", "--prt", "--input", "-o", "json");

    assertThat(answer.text("errors.0.message")).contains("--prt");
    assertThat(answer.text("errors.1.port")).isEqualTo("input");
    assertThat(answer.text("errors.2.port")).isEqualTo("resolver");
  }

  @Test
  void aGroupWithoutItsCommandListsThem() {
    Cli answer = Cli.run("pipeline", "-o", "json");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.hint")).contains("explain", "run");
  }

  @Test
  void aSurplusArgumentIsBadInput() {
    Cli answer = Cli.run("eval", "Llama3_8B", "H100", "A100", "-o", "json");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.message")).contains("\"A100\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "JSON", ""})
  void anUnknownFormatIsBadInput(String format) {
    Cli answer = Cli.run("eval", "Llama3_8B", "H100", "--output=" + format);

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).contains("MLS-INPUT-OUT-OF-RANGE", "text, json");
  }

  @Test
  void theFormatOfTheCommandWinsOverTheOneBeforeIt() {
    assertThat(Cli.run("-o", "json", "eval", "Llama3_8B", "H100", "-o", "text").out())
        .startsWith("Llama3_8B on H100");
    assertThat(Cli.run("--output", "text", "eval", "Llama3_8B", "H100", "-ojson").document())
        .isNotNull();
  }

  @Test
  void errorsInTextGoToStandardErrorWithWhatToDo() {
    Cli answer = Cli.run("eval", "Llama3_8B", "H1000");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("MLS-NAME-UNKNOWN", "H1000", "Did you mean H100?");
  }

  @Test
  void colourAppearsOnATerminalAloneAndNeverWhereItIsDeclined() {
    assertThat(Cli.onTerminal(Map.of(), "eval", "Llama3_8B", "H100").out()).contains("\u001b[");
    assertThat(Cli.onTerminal(Map.of("NO_COLOR", "1"), "eval", "Llama3_8B", "H100").out())
        .doesNotContain("\u001b");
    assertThat(Cli.run("eval", "Llama3_8B", "H100").out()).doesNotContain("\u001b");
  }

  @Test
  void controlCharactersOfTheCallAreSpelledInText() {
    Cli answer = Cli.run("eval", "Llama\u001b[31m", "H100");

    assertThat(answer.err()).contains("\\u001b[31m").doesNotContain("\u001b");
  }

  @Test
  void aStackTraceAppearsOnRequestAlone() {
    assertThat(Cli.run("eval", "Nope", "H100").err()).doesNotContain("\tat ");
    assertThat(Cli.run("eval", "Nope", "H100", "--stacktrace").err()).contains("\tat ");
  }
}

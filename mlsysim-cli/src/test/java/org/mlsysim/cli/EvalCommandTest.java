package org.mlsysim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.testkit.Trees;

class EvalCommandTest {
  @Test
  void aModelThatFitsIsPricedAtItsContext() {
    Cli answer = Cli.run("eval", "llama3_8b", "h100", "-o", "json");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text("scenario")).isEqualTo("Llama3_8B on H100");
    // 16.06 GB of weights and 2048 tokens of cache, 131072 B each: decisions 4.2.
    assertThat(Trees.value(answer.at("f_memory_used_gb")))
        .isCloseTo(16.06 + 2048 * 131072e-9, within(1e-9));
    assertThat(answer.at("p_latency")).isInstanceOf(Wire.Fields.class);
    assertThat(answer.text("p_latency.unit")).isEqualTo("ms");
    assertThat(answer.text("m_status")).isEqualTo("SKIPPED");
  }

  @Test
  void aLongerContextTakesMoreMemory() {
    double shorter =
        Trees.value(Cli.run("eval", "Llama3_8B", "H100", "-ojson").at("f_memory_used_gb"));
    double longer =
        Trees.value(
            Cli.run("eval", "Llama3_8B", "H100", "-s", "8192", "-ojson").at("f_memory_used_gb"));

    assertThat(longer - shorter).isCloseTo((8192 - 2048) * 131072e-9, within(1e-9));
  }

  @Test
  void aModelThatDoesNotGenerateIgnoresTheContextAndSaysSo() {
    Cli answer = Cli.run("eval", "ResNet50", "H100", "-s", "512", "-o", "json");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text("caveats.0")).contains("ResNet50", "sequence length is not used");
  }

  @Test
  void aModelThatDoesNotFitIsInfeasibleWithItsNumbersAsTheDiagnosis() {
    Cli answer = Cli.run("eval", "Llama3_405B", "H100", "-o", "json");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.text("status")).isEqualTo("infeasible");
    assertThat(answer.text("f_status")).isEqualTo("FAIL");
    assertThat(answer.text("reason.0")).contains("Llama3_405B", "H100");
    assertThat(Trees.value(answer.at("f_memory_utilization"))).isGreaterThan(9);
  }

  @Test
  void everythingWrongIsSaidAtOnceInTheOrderOfTheArguments() {
    Cli answer =
        Cli.run(
            "eval", "Llama9", "Hx", "-b", "0", "-p", "fp12", "-e", "2", "-s", "x", "-o", "json");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.port")).isEqualTo("target");
    assertThat(answer.text("errors.1.port")).isEqualTo("hardware");
    assertThat(answer.text("errors.2.port")).isEqualTo("batch_size");
    assertThat(answer.text("errors.3.port")).isEqualTo("precision");
    assertThat(answer.text("errors.4.port")).isEqualTo("efficiency");
    assertThat(answer.text("errors.5.port")).isEqualTo("seq_len");
    assertThat(answer.text("errors.5.code")).isEqualTo("MLS-INPUT-TYPE");
  }

  @Test
  void aModelNeedsHardware() {
    Cli answer = Cli.run("eval", "Llama3_8B", "-o", "json");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-INPUT-MISSING");
    assertThat(answer.text("errors.0.port")).isEqualTo("hardware");
  }

  @Test
  void aModelOfAHubIsNotDownloaded() {
    Cli answer = Cli.run("eval", "hf://owner/name", "H100", "-o", "json");

    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-INPUT-FILE");
    assertThat(answer.text("errors.0.hint"))
        .contains("https://huggingface.co/owner/name/resolve/main/config.json", "mlsysim import");
  }

  @Test
  void thePageHasEveryNumberWithItsUnitAndItsSources() {
    Cli answer = Cli.run("eval", "Llama3_8B", "H100");

    assertThat(answer.out())
        .contains(
            "Llama3_8B on H100",
            "Feasibility   PASS",
            "16.3 GB of 85.9 GB",
            "5.21 ms",
            "192 /s",
            "0.333 %",
            "Bound by      memory",
            "NVIDIA H100 datasheet",
            "https://")
        .doesNotContain("NaN");
  }

  @Test
  void aDeviceWithoutDesignPowerHasNoEnergy() {
    Cli answer = Cli.run("eval", "Llama3_8B", "TPU7x", "-o", "json");

    assertThat(answer.at("p_energy")).isEqualTo(Wire.NULL);
    assertThat(answer.at("p_power")).isEqualTo(Wire.NULL);
  }
}

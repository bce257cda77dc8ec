package org.mlsysim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.testkit.Trees;

class ZooCommandTest {
  @Test
  void withoutACategoryHardwareAndModelsAreOneDocument() {
    Cli answer = Cli.run("zoo", "-ojson");

    assertThat(answer.document().values().keySet()).containsExactly("status", "hardware", "models");
  }

  @Test
  void hardwareComesByPeakAndModelsByParametersLargestFirst() {
    Cli answer = Cli.run("zoo", "-ojson");

    double last = Double.POSITIVE_INFINITY;
    for (Wire each : ((Wire.Items) answer.at("hardware")).values()) {
      double peak = Trees.value(Trees.at(each, "peak_flops").orElseThrow());
      assertThat(peak).isLessThanOrEqualTo(last);
      last = peak;
    }
    assertThat(answer.text("models.0.id")).isEqualTo("GPT4"); // 1.76e12 parameters
  }

  @ParameterizedTest
  @ValueSource(strings = {"hardware", "models", "nodes", "fleets", "grids", "scenarios", "walls"})
  void everyListedIdIsOneThatTheZooShows(String category) {
    Wire.Items entries = (Wire.Items) Cli.run("zoo", category, "-ojson").at(category);

    assertThat(entries.values()).isNotEmpty();
    String id = WireText.text(Trees.at(entries.values().get(0), "id").orElseThrow());
    assertThat(Cli.run("zoo", category, id, "-ojson").text("record.id")).isEqualTo(id);
  }

  @Test
  void aRecordShowsItsFieldsInUnitsAndItsSources() {
    Cli answer = Cli.run("zoo", "hardware", "h100", "-ojson");

    assertThat(answer.text("record.id")).isEqualTo("H100");
    assertThat(answer.text("record.memory.capacity.unit")).isEqualTo("B");
    assertThat(Trees.value(answer.at("record.memory.capacity"))).isEqualTo(80.0 * (1 << 30));
    assertThat(answer.text("provenance.kind")).isEqualTo("datasheet");
    assertThat(answer.text("field_provenance.unit_cost.kind")).isEqualTo("estimate");
  }

  @Test
  void aFilterFindsByName() {
    Cli answer = Cli.run("zoo", "hardware", "--filter", "jetson", "-ojson");

    assertThat(((Wire.Items) answer.at("hardware")).values())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.toString()).containsIgnoringCase("jetson"));
  }

  @Test
  void anUnknownCategoryOrIdNamesTheNearest() {
    assertThat(Cli.run("zoo", "hardwear", "-ojson").text("errors.0.nearest")).isEqualTo("hardware");
    Cli answer = Cli.run("zoo", "hardware", "H1000", "-ojson");
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-NAME-UNKNOWN");
    assertThat(answer.text("errors.0.nearest")).isEqualTo("H100");
  }

  @Test
  void resolversShowTheirPorts() {
    Cli answer = Cli.run("zoo", "resolvers", "SingleNodeModel", "-ojson");

    assertThat(answer.text("record.tier")).isEqualTo("model");
    assertThat(answer.text("record.requires")).isEqualTo("model, hardware");
    assertThat(answer.text("record.module")).isEqualTo("org.mlsysim.core");
    assertThat(answer.text("record.walls")).isEqualTo("1, 2");
  }

  @Test
  void theAuditOfAllSourcesFindsNothing() {
    Cli answer = Cli.run("zoo", "--verify", "-ojson");

    assertThat(answer.exitCode()).isZero();
    assertThat(Trees.value(answer.at("records"))).isGreaterThan(100);
  }

  @Test
  void pluginsListsWhatEveryModuleProvides() {
    Cli answer = Cli.run("plugins", "list", "-ojson");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text("plugins.0.module")).isEqualTo("org.mlsysim.core");
    assertThat(answer.text("plugins.0.origin")).isEqualTo("built-in");
    assertThat(answer.text("plugins.0.provides.0.service")).isEqualTo("resolver");
    assertThat(answer.text("plugins.0.provides.0.tier")).isIn("model", "solver", "optimizer");
    assertThat(Cli.run("plugins", "list").out().replaceAll("\\s+", " "))
        .contains("SingleNodeModel (wall 1, 2)", "TailLatencyModel (wall 7)");
  }
}

package org.mlsysim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.testkit.Trees;

class WallsCommandTest {
  @Test
  void theMapHasSixHeadingsAndEveryWallWithItsLawAndItsResolvers() {
    List<String> lines = Cli.run("walls").out().lines().toList();

    assertThat(lines.stream().filter(each -> each.matches("[a-z]+")))
        .containsExactly("node", "data", "algorithm", "fleet", "operations", "analysis");
    assertThat(lines.stream().filter(each -> each.matches(" +[0-9]+  .*"))).hasSize(22);
    assertThat(lines).contains("   2  Memory          SingleNodeModel, TrainingMemoryModel");
    assertThat(lines).contains("      T = 2(N-1)/N * M/beta + 2(N-1)*alpha");
  }

  @Test
  void theDocumentListsThemByNumber() {
    Cli answer = Cli.run("walls", "-ojson");

    assertThat(answer.document().values().keySet()).containsExactly("status", "walls", "caveats");
    List<Wire> walls = ((Wire.Items) answer.at("walls")).values();
    assertThat(walls).hasSize(22);
    for (int i = 0; i < 22; i++) {
      assertThat(Trees.value(Trees.at(walls.get(i), "number").orElseThrow())).isEqualTo(i + 1);
      assertThat(((Wire.Fields) walls.get(i)).values().keySet())
          .containsExactly("number", "name", "domain", "equation", "resolvers", "sources");
    }
    assertThat(answer.text("walls.13.resolvers"))
        .isEqualTo("DistributedModel, MoERoutingModel, ParallelismOptimizer");
    assertThat(answer.text("walls.13.sources")).isEqualTo("Shoeybi 2019, Patarasuk & Yuan 2009");
    assertThat(answer.text("caveats")).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "07", "tail latency", "TAILLATENCY", "Tail Latency"})
  void aWallIsFoundByItsNumberAndByItsName(String wall) {
    Cli answer = Cli.run("walls", wall, "-ojson");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text("walls.count")).isEqualTo("1");
    assertThat(answer.text("walls.0.number")).isEqualTo("7");
    assertThat(Cli.run("walls", wall).out()).contains("7 Tail Latency", "Erlang-C M/M/c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "23", "99999999999"})
  void aNumberThatNoWallHasIsAnsweredWithTheNumbersThereAre(String number) {
    Cli answer = Cli.run("walls", number, "-ojson");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-INPUT-OUT-OF-RANGE");
    assertThat(answer.text("errors.0.port")).isEqualTo("wall");
    assertThat(answer.text("errors.0.expected")).isEqualTo("1..22");
  }

  @Test
  void aNameThatNoWallHasIsAnsweredWithTheNearest() {
    Cli answer = Cli.run("walls", "memry", "-ojson");

    assertThat(answer.text("errors.0.code")).isEqualTo("MLS-NAME-UNKNOWN");
    assertThat(answer.text("errors.0.nearest")).isEqualTo("Memory");
  }
}

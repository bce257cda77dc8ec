package org.mlsysim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Json;
import org.mlsysim.testkit.Trees;

/** Whole runs of the command line give the golden documents and exit codes. */
class CliGoldenTest {
  @TempDir Path folder;

  /** One golden run; it shows itself by its id. */
  record Case(String id, List<String> args, Wire.Fields members) {
    @Override
    public String toString() {
      return id + " " + String.join(" ", args);
    }
  }

  static Stream<Case> cases() throws IOException {
    Path golden = Path.of(System.getProperty("golden.folder", "../golden"));
    return Files.readAllLines(golden.resolve("cli.jsonl")).stream()
        .map(line -> (Wire.Fields) Json.read(line, "cli.jsonl"))
        .map(members -> new Case(text(members, "id"), args(members), members))
        .filter(CliGoldenTest::answered);
  }

  /** Commands that exist, and resolvers that do. */
  private static boolean answered(Case each) {
    String command = each.args().get(0);
    if (!command.startsWith("-")
        && !new Commands()
            .names().stream().map(name -> name.split(" ", 2)[0]).toList().contains(command)) {
      return false;
    }
    List<String> resolvers = ResolverFactory.installed().ids();
    return switch (command) {
      case "solve", "explain" -> resolvers.contains(each.args().get(1));
      case "eval" -> Trees.at(each.members(), "inputs.files").isEmpty();
      case "pipeline" -> each.args().contains("p.yaml");
      default -> true;
    };
  }

  private static String text(Wire.Fields members, String name) {
    return ((Wire.Text) Trees.at(members, name).orElseThrow()).value();
  }

  private static List<String> args(Wire.Fields members) {
    return ((Wire.Items) Trees.at(members, "inputs.args").orElseThrow())
        .values().stream().map(each -> ((Wire.Text) each).value()).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theDocumentAndTheExitCodeAreTheGoldenOnes(Case golden) throws IOException {
    if (Trees.at(golden.members(), "inputs.files").orElse(Wire.NULL) instanceof Wire.Fields files) {
      for (String file : files.values().keySet()) {
        Files.writeString(
            folder.resolve(file), ((Wire.Text) files.get(file).orElseThrow()).value());
      }
    }

    Cli answer = Cli.in(folder, "", golden.args().toArray(String[]::new));

    List<String> differences = new ArrayList<>();
    Wire.Fields document = answer.document();
    ((Wire.Fields) Trees.at(golden.members(), "outputs").orElseThrow())
        .values()
        .forEach(
            (name, expected) -> {
              Wire given = Trees.at(document, name).orElse(Wire.NULL);
              if (!Trees.equal(expected, given)) {
                differences.add(
                    String.format(Locale.ROOT, "%s is %s, expected %s", name, given, expected));
              }
            });
    assertThat(differences).as(answer.out()).isEmpty();
    assertThat(answer.exitCode())
        .isEqualTo((int) Trees.value(Trees.at(golden.members(), "exit_code").orElseThrow()));
  }
}

package org.mlsysim.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Json;
import org.mlsysim.testkit.Trees;

/** The command line as it is shipped: one process a command, on the module path. */
class CommandLineIT {
  @TempDir private Path folder;
  private Product product;

  @BeforeEach
  void start() {
    product = Product.in(folder);
  }

  private static Wire.Fields json(Product.Run run) {
    return (Wire.Fields) Json.read(run.out(), "stdout");
  }

  @Test
  void evalPrintsTheScorecard() {
    Product.Run run = product.mlsysim("eval", "Llama3_8B", "H100", "--batch-size", "32");

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Llama3_8B", "H100", "PASS", "Memory");
  }

  @Test
  void evalAnswersOneJsonDocument() {
    Product.Run run = product.mlsysim("eval", "llama3_8b", "h100", "-b", "32", "-o", "json");

    assertThat(run.exit()).isZero();
    assertThat(json(run).values())
        .containsEntry("status", Wire.of("ok"))
        .containsEntry("scenario", Wire.of("Llama3_8B on H100"))
        .containsKeys("f_status", "p_latency", "p_mfu", "assertions", "caveats");
  }

  @Test
  void whatDoesNotFitAnswersTwo() {
    assertThat(product.mlsysim("eval", "Llama3_70B", "H100", "-o", "json").exit()).isEqualTo(2);
  }

  @Test
  void aMistypedNameAnswersOneAndNamesTheNearest() {
    Product.Run run = product.mlsysim("eval", "Lama3_8B", "H100", "-o", "json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("MLS-NAME-UNKNOWN", "Llama3_8B");
  }

  @Test
  void batchAnswersEveryGoldenCaseInItsOrder() throws IOException {
    List<Wire.Fields> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("..", "golden"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".jsonl") && !name.equals("cli.jsonl")) {
          for (String line : Files.readAllLines(file)) {
            cases.add((Wire.Fields) Json.read(line, name));
          }
        }
      }
    }
    Files.write(
        folder.resolve("cases.jsonl"), cases.stream().map(CommandLineIT::question).toList());

    Product.Run run = product.mlsysim("solve", "--batch", "cases.jsonl");

    List<String> answers = run.out().lines().toList();
    Map<String, List<String>> failures = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(cases.size(), answers.size()); i++) {
      Wire.Fields answer = (Wire.Fields) Json.read(answers.get(i), "answers");
      List<String> differences = differences(cases.get(i), answer);
      if (!differences.isEmpty()) {
        failures.put(cases.get(i).get("id").toString(), differences);
      }
    }
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(answers).hasSameSizeAs(cases);
    assertThat(failures).isEmpty();
  }

  private static String question(Wire.Fields golden) {
    return Json.line(
        Wire.fields()
            .put("id", golden.get("id").orElseThrow())
            .put("resolver", golden.get("resolver").orElseThrow())
            .put("inputs", golden.get("inputs").orElseThrow())
            .build());
  }

  private static List<String> differences(Wire.Fields golden, Wire.Fields answer) {
    if (!golden.get("id").equals(answer.get("id"))) {
      return List.of("answered as " + answer.get("id"));
    }
    Optional<Wire> outputs = golden.get("outputs");
    if (outputs.isPresent()) {
      return answer
          .get("outputs")
          .map(given -> Trees.differences((Wire.Fields) outputs.get(), given))
          .orElse(List.of("refused: " + Json.line(answer)));
    }
    String refusal = answer.get("error").map(Json::line).orElse("");
    return ((Wire.Items) golden.get("message_contains").orElseThrow())
        .values().stream()
            .map(word -> ((Wire.Text) word).value())
            .filter(word -> !fold(refusal).contains(fold(word)))
            .map(word -> "the refusal does not say " + word + ": " + refusal)
            .toList();
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replace("_", "");
  }

  @Test
  void batchReadsStandardInputAndSurvivesABrokenLine() {
    Product.Run run =
        product.mlsysimReading(
            "{\"id\": 1, \"resolver\": \"SingleNodeModel\", \"inputs\": {\"model\": \"GPT2\","
                + " \"hardware\": \"A100\"}}\n"
                + "no json\n"
                + "{\"id\": \"x\", \"resolver\": \"Nobody\", \"inputs\": {}}\n",
            "solve",
            "--batch",
            "-");

    List<String> lines = run.out().lines().toList();
    assertThat(run.exit()).isZero();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("\"outputs\"");
    assertThat(lines.get(1)).contains("\"line\":2", "MLS-INPUT-SYNTAX");
    assertThat(lines.get(2)).contains("MLS-NAME-UNKNOWN");
  }

  @Test
  void thePipelineOfTheGuideRunsFromAFile() throws IOException {
    Files.writeString(
        folder.resolve("guide.yaml"),
        """
        version: "1"
        name: guide
        stages:
          - {resolver: DistributedModel}
          - {resolver: PowerEfficiencyModel}
          - {resolver: EconomicsModel}
        inputs: {model: Llama3_8B, fleet: Frontier_8K, duration_days: 30}
        """);

    Product.Run explained =
        product.mlsysim(
            "--plugin-path", Product.plugins().toString(), "pipeline", "explain", "guide.yaml");
    Product.Run run =
        product.mlsysim(
            "--plugin-path",
            Product.plugins().toString(),
            "pipeline",
            "run",
            "guide.yaml",
            "-o",
            "json");

    assertThat(explained.err()).isEmpty();
    assertThat(explained.exit()).isZero();
    assertThat(explained.out()).contains("hardware", "fleet");
    assertThat(run.out()).contains("PowerEfficiencyModel/flops_per_watt");
  }

  @Test
  void thePluginOfAFolderIsListedAndABrokenOneHidesNobody() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    try (Stream<Path> jars = Files.list(Product.plugins())) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, plugins.resolve(jar.getFileName()));
      }
    }
    Files.writeString(plugins.resolve("broken.jar"), "this is no jar");

    Product.Run run =
        product.mlsysim("--plugin-path", plugins.toString(), "plugins", "list", "-o", "json");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("com.example.mlsysim", "PowerEfficiencyModel", "org.mlsysim.core")
        .contains("rejected", "broken.jar");
  }

  @Test
  void theVersionIsSaid() {
    Product.Run run = product.mlsysim("--version");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("mlsysim ");
  }
}

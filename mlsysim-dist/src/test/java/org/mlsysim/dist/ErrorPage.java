package org.mlsysim.dist;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlsysim.api.catalog.CatalogEntry;
import org.mlsysim.api.catalog.CatalogSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.discovery.Discovery;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.InternalException;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.cli.Console;
import org.mlsysim.cli.Main;
import org.mlsysim.core.distributed.DistributedModel;
import org.mlsysim.core.economics.EconomicsModel;
import org.mlsysim.core.economics.ResponsibleEngineeringModel;
import org.mlsysim.pipeline.Pipeline;
import org.mlsysim.runtime.Mlsysim;
import org.mlsysim.runtime.Settings;
import org.mlsysim.runtime.document.Json;

/**
 * The page {@code docs/errors.md}: every code with its meaning, its exit code, and a message that
 * the code wrote when it was provoked.
 */
final class ErrorPage {
  /**
   * How a code is provoked, and what was said.
   *
   * @param asked the command line, or the situation in words
   * @param message the first finding, its hint on a line of its own
   */
  private record Example(String asked, String message) {}

  private final Map<ErrorCode, Example> examples = new EnumMap<>(ErrorCode.class);

  private ErrorPage() {
    call("", "solve", "ServingModel", "model");
    call("", "solve", "ServingModel", "hardware=H100", "seq_len=2048");
    call("", "solve", "ServingModel", "model=Llama3_8B", "hardware=H100", "seq_length=2048");
    call("", "solve", "ServingModel", "seq_len=1", "seq_len=2", "model=Llama3_8B", "hardware=H100");
    call("", "solve", "ServingModel", "model=Llama3_8B", "hardware=H100", "seq_len=long");
    call("", "solve", "SingleNodeModel", "model=Llama3_8B", "hardware=H100", "efficiency=45");
    call("", "solve", "SynthesisSolver", "model=Llama3_8B", "target_latency=5 GB");
    call("", "solve", "DistributedModel", "model=Llama3_8B", "fleet=Lab_64_H100", "tp_size=48");
    call("{\"model\": ", "solve", "ServingModel", "--input", "-");
    call("", "solve", "ServingModel", "--input", "none.json");
    call("", "solve", "ServingModel", "model=Lama3_8B", "hardware=H100", "seq_len=2048");
    call("", "solve", "SingleNodeModel", "model=Llama3_70B", "hardware=H100", "raise_errors=true");
    provoke("two sources of records claim one id", ErrorPage::doubledRecord);
    provoke(
        "a pipeline whose only stage requires a fleet that nobody gives",
        () -> Pipeline.of(new EconomicsModel()).given("duration_days", 30).run());
    provoke(
        "two stages of one resolver, and the result is asked for by the resolver's class",
        () ->
            Pipeline.builder("two")
                .stage("loose", new ResponsibleEngineeringModel())
                .stage("tight", new ResponsibleEngineeringModel())
                .build()
                .given("base_training_time", "1 h")
                .run()
                .get(ResponsibleEngineeringModel.class));
    provoke(
        "two stages, each wired to the other",
        () ->
            Pipeline.builder("circle")
                .stage("one", new ResponsibleEngineeringModel())
                .stage("two", new ResponsibleEngineeringModel())
                .wire("one.effective_training_time", "two.base_training_time")
                .wire("two.effective_training_time", "one.base_training_time")
                .build()
                .run());
    provoke(
        "a time wired to a plain number",
        () ->
            Pipeline.builder("misfit")
                .stage("one", new ResponsibleEngineeringModel())
                .stage("two", new ResponsibleEngineeringModel())
                .wire("one.effective_training_time", "two.epsilon")
                .build()
                .given("base_training_time", "1 h")
                .run());
    provoke(
        "the result of a stage whose inputs were refused while the pipeline ran",
        () ->
            Pipeline.of(new DistributedModel())
                .given("model", "Llama3_8B")
                .given("fleet", "Lab_64_H100")
                .given("tp_size", 48)
                .run()
                .get(DistributedModel.class));
    pluginFolder();
    provoke(
        "a resolver that divides by zero",
        () -> {
          ArithmeticException cause = new ArithmeticException("/ by zero");
          throw new InternalException("OperationsPerJouleModel", cause.toString(), cause);
        });
  }

  /** The page. */
  static String text() {
    ErrorPage errors = new ErrorPage();
    StringBuilder page = new StringBuilder();
    page.append("# Errors\n\n")
        .append("Whatever is wrong is said as findings: a stable code, one line with the port, the")
        .append(" value and what was expected, and where there is one, a line with what to do.")
        .append(" Everything wrong with one call is said together. In Java a finding travels in an")
        .append(" `MlsysimException`, with `-o json` in the member `errors`.\n\n")
        .append("| exit code | when |\n| --- | --- |\n")
        .append("| 0 | answered |\n| 1 | bad input: nothing was computed |\n")
        .append("| 2 | answered, and physically infeasible |\n| 3 | an assertion does not hold |\n")
        .append("| 4 | a plugin, a stage or mlsysim itself failed |\n\n")
        .append(
            "A code never changes its meaning. The messages below were written by the code when")
        .append(" this page was generated.\n");
    for (ErrorCode code : ErrorCode.values()) {
      page.append("\n## ").append(code.text()).append("\n\n");
      page.append(sentence(code.meaning())).append(" Exit code ").append(code.exitCode());
      page.append(".\n");
      Optional.ofNullable(errors.examples.get(code))
          .ifPresentOrElse(
              example ->
                  page.append("\n")
                      .append(example.asked())
                      .append("\n\n```text\n")
                      .append(example.message())
                      .append("\n```\n"),
              () -> page.append("\n").append(withoutExample(code)).append("\n"));
    }
    return page.toString();
  }

  /** What takes more than one jar to provoke is held by the tests of the packaged product. */
  private static String withoutExample(ErrorCode code) {
    return switch (code) {
      case PLUGIN_DUPLICATE ->
          "The built-in resolver keeps its id; of two plugins neither gets it."
              + " `plugins list` names both jars.";
      case PLUGIN_API ->
          "Major and minor version of the API must be those the plugin was compiled"
              + " against. `plugins list` names both versions.";
      case PLUGIN_CONFORMANCE ->
          "Reserved for tools that run the conformance kit of"
              + " `mlsysim-testkit`; the command line does not run it.";
      default -> throw new IllegalStateException("No example provokes " + code.text() + ".");
    };
  }

  private static String sentence(String meaning) {
    return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ".";
  }

  private static String shown(Finding finding) {
    String first = finding.code().text() + ": " + finding.message();
    return finding.hint().map(hint -> first + "\n  " + hint).orElse(first);
  }

  /** The first call that provokes a code is its example. */
  private void add(String asked, Finding finding) {
    examples.putIfAbsent(finding.code(), new Example(asked, shown(finding)));
  }

  private void provoke(String situation, Runnable call) {
    try {
      call.run();
    } catch (MlsysimException e) {
      add(sentence(situation), e.findings().get(0));
      return;
    }
    throw new IllegalStateException("Nothing is wrong with " + situation);
  }

  private void call(String input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("-o", "json"));
    arguments.addAll(Arrays.asList(words));
    Main.run(
        arguments,
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            Path.of(""),
            Map.of(),
            false));
    Wire.Fields document =
        (Wire.Fields) Json.read(out.toString(StandardCharsets.UTF_8), "the answer");
    Wire.Items errors = (Wire.Items) document.get("errors").orElseThrow();
    Wire.Fields first = (Wire.Fields) errors.values().get(0);
    String code = word(first, "code").orElseThrow();
    String message = code + ": " + word(first, "message").orElseThrow();
    StringBuilder command = new StringBuilder(input.isEmpty() ? "" : "printf '" + input + "' | ");
    command.append("./mlsysim");
    for (String word : words) {
      command.append(' ').append(word.indexOf(' ') < 0 ? word : "'" + word + "'");
    }
    examples.putIfAbsent(
        of(code),
        new Example(
            "```sh\n" + command + "\n```",
            word(first, "hint").map(hint -> message + "\n  " + hint).orElse(message)));
  }

  private static Optional<String> word(Wire.Fields fields, String name) {
    return fields.get(name).map(value -> ((Wire.Text) value).value());
  }

  private static ErrorCode of(String text) {
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static void doubledRecord() {
    Catalogs.of(List.of(source("theirs"), source("ours")));
  }

  private static CatalogSource source(String name) {
    CatalogEntry entry =
        new CatalogEntry(
            "H100", "accelerator", "Hardware.Cloud.H100", List.of(), () -> Wire.fields().build());
    return new CatalogSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<CatalogEntry> entries() {
        return List.of(entry);
      }
    };
  }

  /** A plugin folder is loaded into module layers, which the class path does not have. */
  private void pluginFolder() {
    try {
      Path folder = Files.createTempDirectory("plugins");
      Path jar = Files.createFile(folder.resolve("joules.jar"));
      Discovery.Rejection rejection =
          Mlsysim.create(new Settings(List.of(folder))).rejections().get(0);
      Files.delete(jar);
      Files.delete(folder);
      add(
          "A plugin folder is named where mlsysim runs from the class path.",
          Finding.of(rejection.code(), "", rejection.message()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.mlsysim.dist;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mlsysim.api.Contract;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.Tier;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.PortType;
import org.mlsysim.api.units.QuantityText;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.cli.Console;
import org.mlsysim.cli.Main;
import org.mlsysim.runtime.document.Json;
import org.mlsysim.runtime.document.Yaml;

/**
 * The pages of {@code docs/reference}, made from what the resolvers declare, from {@code
 * examples.yaml} and from {@code differences.yaml}.
 *
 * <p>Every example is run through the command line as it stands on its page.
 */
final class ReferencePages {
  private static final String BUILT_IN = "org.mlsysim.core.";
  private static final int MOST_OUTPUTS = 24;

  /** The packages of the resolvers, in the order of the index. */
  private static final Map<String, String> DOMAINS = new LinkedHashMap<>();

  static {
    DOMAINS.put("node", "One accelerator");
    DOMAINS.put("analysis", "Bounds, sensitivities and inverses");
    DOMAINS.put("serving", "Serving");
    DOMAINS.put("queueing", "Queues");
    DOMAINS.put("training", "Training memory and runs");
    DOMAINS.put("distributed", "Distributed training");
    DOMAINS.put("network", "Network and collectives");
    DOMAINS.put("data", "Input pipeline");
    DOMAINS.put("algorithm", "Scaling, compression, efficiency");
    DOMAINS.put("reliability", "Reliability and operations");
    DOMAINS.put("facility", "Facility, energy, carbon, water");
    DOMAINS.put("economics", "Cost and placement");
  }

  private final Wire.Fields examples;
  private final Wire.Fields differences;
  private final List<Resolver<?, ?>> resolvers = new ArrayList<>();

  private ReferencePages(Path folder) {
    this.examples = read(folder.resolve("examples.yaml"));
    this.differences = read(folder.resolve("differences.yaml"));
    ResolverFactory installed = ResolverFactory.installed();
    for (String id : installed.ids()) {
      Resolver<?, ?> resolver = installed.get(id);
      if (resolver.getClass().getName().startsWith(BUILT_IN)) {
        resolvers.add(resolver);
      }
    }
  }

  private static Wire.Fields read(Path file) {
    try {
      return (Wire.Fields) Yaml.read(Files.readString(file), file.getFileName().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All pages by file name. */
  static Map<String, String> of(Path folder) {
    ReferencePages pages = new ReferencePages(folder);
    Map<String, String> all = new TreeMap<>();
    all.put("README.md", pages.index());
    for (Resolver<?, ?> resolver : pages.resolvers) {
      all.put(resolver.id() + ".md", pages.page(resolver));
    }
    return all;
  }

  /** The ids that {@code differences.yaml} and {@code examples.yaml} speak of. */
  static List<String> named(Path folder) {
    ReferencePages pages = new ReferencePages(folder);
    List<String> ids = new ArrayList<>(pages.examples.values().keySet());
    ids.addAll(pages.differences.values().keySet());
    return ids;
  }

  private static String domain(Resolver<?, ?> resolver) {
    String owner = resolver.getClass().getPackageName();
    return owner.substring(owner.lastIndexOf('.') + 1);
  }

  private String index() {
    StringBuilder page = new StringBuilder();
    page.append("# Reference\n\n")
        .append(resolvers.size())
        .append(" resolvers answer one question each. A page gives the question, the law, the")
        .append(" ports, an example that was run, and where the law differs from the reference")
        .append(" implementation. How far the laws can be trusted: [accuracy](../accuracy.md);")
        .append(" what an error code means: [errors](../errors.md).\n\n")
        .append("These pages are generated from the code; the examples stand in `examples.yaml`,")
        .append(" the differences in `differences.yaml`.\n");
    DOMAINS.forEach(
        (domain, title) -> {
          List<Resolver<?, ?>> members =
              resolvers.stream().filter(each -> domain(each).equals(domain)).toList();
          page.append("\n## ").append(title).append("\n\n| resolver | tier | question |\n");
          page.append("| --- | --- | --- |\n");
          for (Resolver<?, ?> each : members) {
            page.append(
                "| [%s](%s.md) | %s | %s |\n"
                    .formatted(each.id(), each.id(), tier(each.tier()), cell(question(each))));
          }
        });
    long placed = resolvers.stream().filter(each -> DOMAINS.containsKey(domain(each))).count();
    if (placed != resolvers.size()) {
      throw new IllegalStateException("A package of resolvers has no heading in the index.");
    }
    return page.toString();
  }

  private static String question(Resolver<?, ?> resolver) {
    return resolver.contract().question();
  }

  private static String tier(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  private String page(Resolver<?, ?> resolver) {
    Contract<?, ?> contract = resolver.contract();
    StringBuilder page = new StringBuilder();
    page.append("# ").append(contract.id()).append("\n\n");
    page.append(contract.question()).append("\n\n");
    if (contract.experimental()) {
      page.append("Experimental: the law is a teaching device or not settled.\n\n");
    }
    if (!contract.equation().isEmpty()) {
      page.append("```text\n").append(contract.equation()).append("\n```\n\n");
    }
    page.append("- Tier: ").append(tier(contract.tier())).append('\n');
    page.append("- Package: `").append(resolver.getClass().getPackageName()).append("`\n");
    if (!contract.walls().isEmpty()) {
      page.append("- Walls: ").append(String.join(", ", contract.walls())).append('\n');
    }
    page.append("- Verdict: ")
        .append(contract.verdict().map(each -> "`" + each.name() + "`").orElse("none"))
        .append('\n');
    if (!contract.sources().isEmpty()) {
      page.append("- Sources: ").append(String.join("; ", contract.sources())).append('\n');
    }
    page.append("\n## Inputs\n\n| port | takes | unit | range | default | meaning |\n");
    page.append("| --- | --- | --- | --- | --- | --- |\n");
    contract.inputs().ports().forEach(port -> page.append(input(port)));
    page.append("\n## Outputs\n\n| port | gives | unit | meaning |\n| --- | --- | --- | --- |\n");
    contract.outputs().ports().forEach(port -> page.append(output(port)));
    page.append(example(contract));
    page.append(differences(contract.id()));
    page.append("\n[All resolvers](README.md)\n");
    return page.toString();
  }

  private static String input(PortSpec port) {
    String aliases =
        port.aliases().isEmpty()
            ? ""
            : " (also %s)"
                .formatted(
                    port.aliases().stream().map(each -> "`" + each + "`").collect(joining(", ")));
    String fallback =
        port.defaultText()
            .map(text -> text.isEmpty() ? "empty" : "`" + text + "`")
            .orElse(port.required() ? "required" : "absent");
    return "| `%s`%s | %s | %s | %s | %s | %s |\n"
        .formatted(
            port.name(),
            aliases,
            cell(kind(port)),
            cell(port.unit()),
            port.range().limits() ? "`" + port.range() + "`" : "",
            cell(fallback),
            cell(port.doc()));
  }

  private static String output(PortSpec port) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(port.name(), cell(kind(port)), cell(port.unit()), cell(port.doc()));
  }

  private static String kind(PortSpec port) {
    return port.type() instanceof PortType.Measure measure
        ? measure.alternativeUnits().isEmpty()
            ? "a quantity"
            : "a quantity, also in " + String.join(", ", measure.alternativeUnits())
        : port.type().text();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private String example(Contract<?, ?> contract) {
    Wire.Fields inputs =
        (Wire.Fields)
            examples
                .get(contract.id())
                .orElseThrow(() -> new IllegalStateException(contract.id() + " has no example."));
    List<String> words = new ArrayList<>(List.of("solve", contract.id()));
    String shown;
    String input = "";
    if (inputs.values().values().stream().allMatch(ReferencePages::isWord)) {
      StringBuilder command = new StringBuilder("./mlsysim solve " + contract.id());
      inputs
          .values()
          .forEach(
              (name, value) -> {
                String word = name + "=" + word(value);
                words.add(word);
                command.append(" \\\n  ").append(word.indexOf(' ') < 0 ? word : "'" + word + "'");
              });
      shown = command.toString();
    } else {
      words.addAll(List.of("--input", "-"));
      input =
          inputs.values().entrySet().stream()
              .map(each -> "  \"%s\": %s".formatted(each.getKey(), Json.line(each.getValue())))
              .collect(joining(",\n", "{\n", "\n}"));
      shown = "./mlsysim solve %s --input - <<'JSON'\n%s\nJSON".formatted(contract.id(), input);
    }
    return "\n## Example\n\n```sh\n%s\n```\n\n%s".formatted(shown, answer(words, input));
  }

  private static boolean isWord(Wire value) {
    return value instanceof Wire.Num || value instanceof Wire.Text || value instanceof Wire.Flag;
  }

  private static String word(Wire value) {
    return value instanceof Wire.Text text ? text.value() : Json.line(value);
  }

  /** Runs the example, and shows its first outputs. */
  private static String answer(List<String> words, String input) {
    List<String> arguments = new ArrayList<>(List.of("-o", "json"));
    arguments.addAll(words);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        Main.run(
            arguments,
            new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                Path.of(""),
                Map.of(),
                false));
    String text = out.toString(StandardCharsets.UTF_8);
    if (exit != 0) {
      throw new IllegalStateException("exit code %d of %s: %s".formatted(exit, words, text));
    }
    Wire.Fields document = (Wire.Fields) Json.read(text, "the answer");
    Map<String, String> rows = new LinkedHashMap<>();
    flatten("", document.get("outputs").orElseThrow(), rows);
    StringBuilder table = new StringBuilder("| output | value |\n| --- | --- |\n");
    rows.entrySet().stream()
        .limit(MOST_OUTPUTS)
        .forEach(
            row -> table.append("| `%s` | %s |\n".formatted(row.getKey(), cell(row.getValue()))));
    if (rows.size() > MOST_OUTPUTS) {
      table.append("\nand %d more.\n".formatted(rows.size() - MOST_OUTPUTS));
    }
    Wire.Items caveats = (Wire.Items) document.get("caveats").orElseThrow();
    if (!caveats.values().isEmpty()) {
      table.append("\nIts caveats:\n\n");
      caveats.values().forEach(each -> table.append("- ").append(word(each)).append('\n'));
    }
    return table.toString();
  }

  private static void flatten(String name, Wire value, Map<String, String> rows) {
    if (value instanceof Wire.Fields fields
        && fields.get("value").orElse(Wire.NULL) instanceof Wire.Num number
        && fields.get("unit").orElse(Wire.NULL) instanceof Wire.Text unit) {
      rows.put(name, QuantityText.of(number.value(), unit.value()));
    } else if (value instanceof Wire.Fields fields) {
      fields
          .values()
          .forEach((each, part) -> flatten(name.isEmpty() ? each : name + "." + each, part, rows));
    } else if (value instanceof Wire.Items items) {
      if (items.values().stream().allMatch(ReferencePages::isWord)) {
        rows.put(
            name,
            items.values().isEmpty()
                ? "none"
                : items.values().stream().map(ReferencePages::shown).collect(joining(", ")));
      } else {
        for (int i = 0; i < items.values().size(); i++) {
          flatten(name + "." + i, items.values().get(i), rows);
        }
      }
    } else {
      rows.put(name, shown(value));
    }
  }

  private static String shown(Wire value) {
    if (value instanceof Wire.Num number) {
      return QuantityText.number(number.value());
    }
    return value instanceof Wire.Null ? "no value" : word(value);
  }

  private String differences(String id) {
    StringBuilder text = new StringBuilder("\n## Where we differ from the reference and why\n\n");
    List<Wire> rows =
        differences.get(id).map(each -> ((Wire.Items) each).values()).orElse(List.of());
    if (rows.isEmpty()) {
      return text.append("The law is the same; what is refused as bad input may differ.\n")
          .toString();
    }
    text.append("| what | size | why | decision |\n| --- | --- | --- | --- |\n");
    for (Wire each : rows) {
      Wire.Fields row = (Wire.Fields) each;
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(part(row, "what"), part(row, "size"), part(row, "why"), part(row, "id")));
    }
    return text.toString();
  }

  private static String part(Wire.Fields row, String name) {
    return row.get(name).map(each -> cell(word(each))).orElse("");
  }
}

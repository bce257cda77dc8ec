package org.mlsysim.cli;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.port.Registry;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Json;
import org.mlsysim.runtime.document.Yaml;

/** A strict YAML or JSON file, and where in it each value stands. */
final class InputFile {
  private static final List<String> VERSIONS = List.of("1", "1.0");

  private final Wire.Fields content;
  private final List<Finding> findings = new ArrayList<>();

  private InputFile(Wire.Fields content) {
    this.content = content;
  }

  /**
   * Reads a file.
   *
   * @param port the argument that names it
   */
  static InputFile read(String file, String port, Session session) {
    String text = session.read(file, port);
    Wire document =
        file.toLowerCase(Locale.ROOT).endsWith(".json")
            ? Json.read(text, file)
            : Yaml.read(text, file);
    if (document instanceof Wire.Fields fields) {
      return new InputFile(fields);
    }
    throw MlsysimException.of(
        List.of(
            Finding.of(ErrorCode.INPUT_TYPE, "", file + " is no map of keys.")
                .at(new Finding.Position(file, 1, 1))));
  }

  /** The file as a record; everything that is wrong is thrown together. */
  <T extends Record> T as(Class<T> type, Registry registry) {
    return RecordShape.of(MethodHandles.lookup(), type).read(content, registry);
  }

  /** Refuses a version that is not known. */
  void checkVersion(String version) {
    if (!VERSIONS.contains(version)) {
      report(Findings.notOneOf("version", version, VERSIONS));
    }
  }

  /** Remembers a finding, with the place of its port. */
  void report(Finding finding) {
    findings.add(located(finding, finding.port()));
  }

  /** The finding with the place of a dotted path, or of what holds it. */
  Finding located(Finding finding, String path) {
    return finding.position().isPresent()
        ? finding
        : position(path).map(finding::at).orElse(finding);
  }

  /** Throws what was found, in the order of the file. */
  void throwIfAny() {
    if (!findings.isEmpty()) {
      throw MlsysimException.of(inOrder(findings));
    }
  }

  /** Findings by place, those without one last. */
  static List<Finding> inOrder(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(
        java.util.Comparator.comparingInt(
                (Finding each) -> each.position().map(Finding.Position::line).orElse(1 << 30))
            .thenComparingInt(
                each -> each.position().map(Finding.Position::column).orElse(1 << 30)));
    return sorted;
  }

  /** Where the value of a path such as {@code stages[1].resolver} stands. */
  private Optional<Finding.Position> position(String path) {
    Finding.@Nullable Position last = null;
    Wire at = content;
    int start = 0;
    while (start < path.length()) {
      int end = start;
      while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
        end++;
      }
      if (end > start && at instanceof Wire.Fields fields) {
        String name = path.substring(start, end);
        Finding.Position here = fields.positions().get(name);
        if (here == null) {
          break;
        }
        last = here;
        at = fields.values().getOrDefault(name, Wire.NULL);
      }
      if (end < path.length() && path.charAt(end) == '[') {
        int close = path.indexOf(']', end);
        int index = Integer.parseInt(path.substring(end + 1, close));
        at =
            at instanceof Wire.Items items && index < items.values().size()
                ? items.values().get(index)
                : Wire.NULL;
        // An element stands where its first key does.
        if (at instanceof Wire.Fields element && !element.values().isEmpty()) {
          String first = element.values().keySet().iterator().next();
          last = element.positions().getOrDefault(first, last);
        }
        end = close + 1;
      }
      start = end < path.length() && path.charAt(end) == '.' ? end + 1 : end;
      if (end == start && end < path.length() && path.charAt(end) != '[') {
        break;
      }
    }
    return Optional.ofNullable(last);
  }
}

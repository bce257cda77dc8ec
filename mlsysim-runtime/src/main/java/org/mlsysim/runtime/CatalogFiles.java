package org.mlsysim.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlsysim.api.catalog.CatalogEntry;
import org.mlsysim.api.catalog.CatalogSource;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.wire.Wire;

/** Registry records that a plugin carries as YAML, without any code. */
final class CatalogFiles {
  private static final List<String> HEADER =
      List.of("id", "kind", "path", "aliases", "legacy_paths");

  /**
   * A source of the records in a file: a map with a list {@code records}, or the list itself.
   *
   * @throws MlsysimException if the file is no such list, or a record lacks its id, kind or path
   */
  static CatalogSource source(PluginFolder.CatalogFile file) {
    List<Finding> findings = new ArrayList<>();
    List<CatalogEntry> entries = new ArrayList<>();
    for (Wire record : records(file.content())) {
      entry(record, file.file(), entries, findings);
    }
    if (entries.isEmpty() && findings.isEmpty()) {
      findings.add(
          Finding.of(
              ErrorCode.INPUT_MISSING, "records", "%s has no records.".formatted(file.file())));
    }
    if (!findings.isEmpty()) {
      throw MlsysimException.of(findings);
    }
    return new CatalogSource() {
      @Override
      public String name() {
        return file.file();
      }

      @Override
      public List<CatalogEntry> entries() {
        return entries;
      }
    };
  }

  private static List<Wire> records(Wire content) {
    if (content instanceof Wire.Fields fields
        && fields.values().get("records") instanceof Wire.Items items) {
      return items.values();
    }
    return content instanceof Wire.Items items ? items.values() : List.of();
  }

  private static void entry(
      Wire record, String file, List<CatalogEntry> entries, List<Finding> findings) {
    if (record instanceof Wire.Fields fields
        && fields.values().get("id") instanceof Wire.Text id
        && fields.values().get("kind") instanceof Wire.Text kind
        && fields.values().get("path") instanceof Wire.Text path) {
      List<String> names = new ArrayList<>(texts(fields, "aliases"));
      names.addAll(texts(fields, "legacy_paths"));
      Map<String, Wire> rest = new LinkedHashMap<>(fields.values());
      HEADER.forEach(rest::remove);
      entries.add(
          new CatalogEntry(
              id.value(), kind.value(), path.value(), names, () -> new Wire.Fields(rest)));
    } else {
      findings.add(
          Finding.of(
              ErrorCode.INPUT_MISSING,
              "records",
              "%s has a record without id, kind or path.".formatted(file)));
    }
  }

  private static List<String> texts(Wire.Fields fields, String name) {
    return fields.values().get(name) instanceof Wire.Items items
        ? items.values().stream()
            .filter(Wire.Text.class::isInstance)
            .map(text -> ((Wire.Text) text).value())
            .toList()
        : List.of();
  }

  private CatalogFiles() {}
}

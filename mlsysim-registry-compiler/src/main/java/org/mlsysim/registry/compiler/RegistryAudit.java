package org.mlsysim.registry.compiler;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.ProvenanceAudit;
import org.mlsysim.api.catalog.WireCatalogSource;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.units.UnknownUnitException;
import org.mlsysim.api.wire.Wire;

/** All that a folder of registry files must satisfy to be built. */
final class RegistryAudit {
  /** Members whose texts are prose, or names of the records themselves. */
  private static final Set<String> PROSE =
      Set.of(
          "id",
          "path",
          "names",
          "legacy_paths",
          "notes",
          "text",
          "title",
          "name",
          "document",
          "reference_value",
          "value_here",
          "value_expected");

  private static final Pattern QUANTITY = Pattern.compile("[-+]?[0-9.]+(e[-+]?[0-9]+)? \\S+");

  private final String module;
  private final List<RegistryFile> own;
  private final List<RegistryFile> known;
  private final LocalDate edition;
  private final List<String> problems = new ArrayList<>();

  RegistryAudit(
      String module, List<RegistryFile> own, List<RegistryFile> known, LocalDate edition) {
    this.module = module;
    this.own = own;
    this.known = known;
    this.edition = edition;
  }

  List<String> problems() {
    try {
      List<WireCatalogSource> sources = new ArrayList<>();
      sources.add(WireCatalogSource.of(module, records(own)));
      sources.add(WireCatalogSource.of("the records referred to", records(known)));
      records(Catalogs.of(sources));
    } catch (MlsysimException e) {
      problems.add(e.getMessage());
    }
    references();
    return problems;
  }

  private static List<Wire.Fields> records(List<RegistryFile> files) {
    return files.stream().flatMap(file -> file.records().stream()).toList();
  }

  private void records(Catalogs catalogs) {
    for (RegistryFile file : own) {
      for (Wire.Fields record : file.records()) {
        try {
          String path = WireCatalogSource.entry(record).path();
          catalogs.atPath(path);
          ProvenanceAudit.of(record, edition)
              .forEach(
                  issue ->
                      problems.add(
                          "%s: %s %s: %s"
                              .formatted(
                                  file.name(), issue.path(), issue.field(), issue.message())));
        } catch (MlsysimException e) {
          problems.add(file.name() + ": " + e.getMessage());
        }
      }
    }
  }

  /** Every text that looks like the path of a record, or like a quantity, must be one. */
  private void references() {
    Set<String> paths = new HashSet<>();
    Set<String> roots = new HashSet<>();
    for (List<RegistryFile> files : List.of(own, known)) {
      for (Wire.Fields record : records(files)) {
        if (record.values().get("path") instanceof Wire.Text path) {
          paths.add(path.value().toLowerCase(Locale.ROOT));
          roots.add(path.value().substring(0, Math.max(0, path.value().indexOf('.'))));
        }
      }
    }
    for (RegistryFile file : own) {
      for (Wire.Fields record : file.records()) {
        String id = record.get("id").map(RegistryAudit::show).orElse("a record without id");
        record
            .values()
            .forEach(
                (name, value) ->
                    references(file.name() + ": " + id + "." + name, name, value, paths, roots));
        if (record.values().get("kind") instanceof Wire.Text kind
            && kind.value().equals("compat")) {
          references(file.name() + ": " + id, "target", Wire.of(id), paths, roots);
        }
      }
    }
  }

  private void references(
      String at, String name, Wire value, Set<String> paths, Set<String> roots) {
    if (PROSE.contains(name)) {
      return;
    }
    if (value instanceof Wire.Text text) {
      int dot = text.value().indexOf('.');
      if (dot > 0
          && roots.contains(text.value().substring(0, dot))
          && text.value().indexOf(' ') < 0
          && !paths.contains(text.value().toLowerCase(Locale.ROOT))) {
        problems.add("%s refers to %s, which is no record".formatted(at, text.value()));
      }
      unit(at, text.value());
    } else if (value instanceof Wire.Items items) {
      items.values().forEach(each -> references(at, name, each, paths, roots));
    } else if (value instanceof Wire.Fields fields) {
      fields
          .values()
          .forEach((nested, each) -> references(at + "." + nested, nested, each, paths, roots));
    }
  }

  /** A text that looks like a quantity must be one, also where no port says its unit. */
  private void unit(String at, String text) {
    if (QUANTITY.matcher(text).matches()) {
      try {
        Units.parseQuantity(text);
      } catch (UnknownUnitException e) {
        problems.add("%s: %s".formatted(at, e.getMessage()));
      }
    }
  }

  private static String show(Wire wire) {
    return wire instanceof Wire.Text text ? text.value() : "a record without id";
  }
}

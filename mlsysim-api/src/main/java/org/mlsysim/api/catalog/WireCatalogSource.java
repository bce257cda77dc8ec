package org.mlsysim.api.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.wire.Wire;

/**
 * Records that somebody has as plain maps: a vendor's YAML file, a test.
 *
 * <p>A record needs {@code id}, {@code kind} and the fields of its kind. It may have {@code path}
 * (kind and id joined, where it says none), {@code name} (the id, where it says none), {@code
 * aliases}, {@code key} (another name), {@code legacy_paths}, {@code provenance}, {@code
 * field_provenance} and {@code notes}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class WireCatalogSource implements CatalogSource {
  private final String name;
  private final List<CatalogEntry> entries;

  private WireCatalogSource(String name, List<CatalogEntry> entries) {
    this.name = name;
    this.entries = List.copyOf(entries);
  }

  /**
   * The source of some records.
   *
   * @param name the source as errors name it: a module, a jar, a file
   * @throws BadInputException if a record lacks its id or its kind
   */
  public static WireCatalogSource of(String name, List<Wire.Fields> records) {
    return new WireCatalogSource(name, records.stream().map(WireCatalogSource::entry).toList());
  }

  /**
   * The entry of a record.
   *
   * @throws BadInputException if it lacks its id or its kind
   */
  public static CatalogEntry entry(Wire.Fields record) {
    String id = text(record, "id");
    String kind = text(record, "kind");
    String path = record.get("path").isPresent() ? text(record, "path") : kind + "." + id;
    List<String> names =
        new ArrayList<>(RecordMembers.texts(record.values().get("aliases"), "aliases"));
    names.addAll(RecordMembers.texts(record.values().get("legacy_paths"), "legacy_paths"));
    if (record.get("key").isPresent()) {
      names.add(text(record, "key"));
    }
    Map<String, Wire> fields = new LinkedHashMap<>(record.values());
    fields.putIfAbsent("name", Wire.of(id));
    Wire.Fields complete = new Wire.Fields(fields, record.positions());
    return new CatalogEntry(id, kind, path, names, () -> complete);
  }

  private static String text(Wire.Fields record, String member) {
    if (record.values().get(member) instanceof Wire.Text text && !text.value().isBlank()) {
      return text.value();
    }
    throw new BadInputException(
        List.of(Findings.missing(member, "the " + member + " of a record")));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<CatalogEntry> entries() {
    return entries;
  }
}

package org.mlsysim.api.catalog;

import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.mlsysim.api.wire.Wire;

/**
 * A record that a source offers: its names at once, its fields when somebody asks.
 *
 * @param id the registry id
 * @param kind the word of its {@link RecordKind}
 * @param path the dotted name, unique over all catalogs
 * @param names further names under which it is found: aliases and names of earlier lines
 * @param fields the record's fields, with {@code provenance} and {@code field_provenance}; asked
 *     for at most once
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CatalogEntry(
    String id, String kind, String path, List<String> names, Supplier<Wire.Fields> fields) {
  public CatalogEntry {
    names = List.copyOf(names);
  }
}

package org.mlsysim.runtime;

import java.util.ArrayList;
import java.util.List;
import org.mlsysim.api.catalog.CatalogSource;
import org.mlsysim.api.catalog.WireCatalogSource;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.wire.Wire;

/** Registry records that a plugin carries as YAML, without any code. */
final class CatalogFiles {
  /**
   * A source of the records in a file: a map with a list {@code records}, or the list itself.
   *
   * @throws org.mlsysim.api.error.MlsysimException if the file is no such list, or a record lacks
   *     its id, kind or path
   */
  static CatalogSource source(PluginFolder.CatalogFile file) {
    Wire records =
        file.content() instanceof Wire.Fields fields
            ? fields.get("records").orElse(Wire.NULL)
            : file.content();
    if (!(records instanceof Wire.Items items) || items.values().isEmpty()) {
      throw BadInputException.missing("records", "a list of records in " + file.file());
    }
    List<Wire.Fields> maps = new ArrayList<>();
    for (Wire record : items.values()) {
      if (!(record instanceof Wire.Fields fields)) {
        throw BadInputException.missing("records", "a map for each record in " + file.file());
      }
      maps.add(fields);
    }
    return WireCatalogSource.of(file.file(), maps);
  }

  private CatalogFiles() {}
}

package org.mlsysim.models;

import java.util.List;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.CatalogEntry;
import org.mlsysim.api.catalog.CatalogSource;
import org.mlsysim.api.catalog.CompiledCatalog;

/** The records of this module. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ModelsCatalog implements CatalogSource {
  private final CatalogSource records =
      CompiledCatalog.open(
          "org.mlsysim.models", resource -> ModelsCatalog.class.getResourceAsStream(resource));

  /** Reads the index of the records; their fields are read when somebody asks. */
  public ModelsCatalog() {}

  @Override
  public String name() {
    return records.name();
  }

  @Override
  public List<CatalogEntry> entries() {
    return records.entries();
  }
}

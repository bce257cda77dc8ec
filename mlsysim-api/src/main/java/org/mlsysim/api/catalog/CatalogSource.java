package org.mlsysim.api.catalog;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A service that adds records to the catalogs: a vendor's hardware, a lab's workloads.
 *
 * <p>{@code provides org.mlsysim.api.catalog.CatalogSource with …} in a module, and the records are
 * found everywhere the built-in ones are.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface CatalogSource {
  /** The source as errors name it. */
  String name();

  /** The records offered. */
  List<CatalogEntry> entries();

  /** Kinds of record that this source adds to the built-in ones. */
  default List<RecordKind<?>> kinds() {
    return List.of();
  }
}

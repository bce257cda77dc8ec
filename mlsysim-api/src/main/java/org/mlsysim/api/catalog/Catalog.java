package org.mlsysim.api.catalog;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The registered objects of one type, from all sources.
 *
 * @param <T> the type: a record, or a family of records such as {@code Workload}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Catalog<T> {
  /**
   * The object of an id, alias, dotted path or earlier name, in any letter case.
   *
   * @throws org.mlsysim.api.error.UnknownNameException if there is none; it names the nearest ids
   */
  T get(String name);

  /** The object of a name, if there is one. */
  Optional<T> find(String name);

  /** The entry of a name, if there is one: its ids and sources without its fields. */
  Optional<CatalogEntry> entry(String name);

  /** All ids, sorted. */
  List<String> ids();

  /** All objects, in the order of {@link #ids}. */
  List<T> all();
}

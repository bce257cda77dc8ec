package org.mlsysim.api.catalog;

import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Where a registered object comes from.
 *
 * @param id the registry id
 * @param path the dotted name, unique over all catalogs
 * @param provenance the source of the record's figures, if it states one
 * @param fieldProvenance the sources of single fields that come from elsewhere, by dotted name
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Origin(
    String id,
    String path,
    Optional<Provenance> provenance,
    Map<String, Provenance> fieldProvenance) {
  public Origin {
    fieldProvenance = Map.copyOf(fieldProvenance);
  }

  /** The source of a field: its own, else the record's. */
  public Optional<Provenance> provenanceOf(String field) {
    return Optional.ofNullable(fieldProvenance.get(field)).or(() -> provenance);
  }
}

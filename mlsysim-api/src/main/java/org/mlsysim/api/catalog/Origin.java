package org.mlsysim.api.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Where a registered object comes from, and what its registry says about it beside its fields.
 *
 * @param id the registry id
 * @param path the dotted name, unique over all catalogs
 * @param provenance the source of the record's figures, if it states one
 * @param fieldProvenance the sources of single fields that come from elsewhere, by dotted name
 * @param notes a remark on the record
 * @param defaulted the fields whose value is a default of the type, not a statement of the source
 * @param added whether the record is none of the reference implementation's
 * @param certainFields the fields of an added record that are certain
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Origin(
    String id,
    String path,
    Optional<Provenance> provenance,
    Map<String, Provenance> fieldProvenance,
    Optional<String> notes,
    List<String> defaulted,
    boolean added,
    List<String> certainFields) {
  public Origin {
    fieldProvenance = Collections.unmodifiableMap(new LinkedHashMap<>(fieldProvenance));
    defaulted = List.copyOf(defaulted);
    certainFields = List.copyOf(certainFields);
  }

  /** An origin of which the registry says no more than names and sources. */
  public Origin(
      String id,
      String path,
      Optional<Provenance> provenance,
      Map<String, Provenance> fieldProvenance) {
    this(id, path, provenance, fieldProvenance, Optional.empty(), List.of(), false, List.of());
  }

  /** The source of a field: its own, else that of the group it stands in, else the record's. */
  public Optional<Provenance> provenanceOf(String field) {
    for (String at = field; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
      Provenance own = fieldProvenance.get(at);
      if (own != null) {
        return Optional.of(own);
      }
    }
    return provenance;
  }
}

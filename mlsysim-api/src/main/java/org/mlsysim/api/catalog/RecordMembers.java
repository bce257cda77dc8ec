package org.mlsysim.api.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.wire.Wire;

/**
 * A registry record taken apart: what the registry says about the record, and the record's own
 * fields.
 *
 * @param origin what the registry says
 * @param fields what the record says
 */
record RecordMembers(Origin origin, Wire.Fields fields) {
  /** Members by which a source finds the record; they stand in its entry. */
  private static final Set<String> NAMES = Set.of("id", "kind", "path", "aliases", "legacy_paths");

  static RecordMembers of(CatalogEntry entry) {
    Wire.Fields all = entry.fields().get();
    Map<String, Wire> own = new LinkedHashMap<>(all.values());
    NAMES.forEach(own::remove);
    Optional<Provenance> provenance =
        Optional.ofNullable(own.remove("provenance"))
            .map(wire -> Provenance.read(wire, "provenance"));
    Map<String, Provenance> fieldProvenance = new LinkedHashMap<>();
    if (own.remove("field_provenance") instanceof Wire.Fields sources) {
      sources
          .values()
          .forEach(
              (field, wire) ->
                  fieldProvenance.put(field, Provenance.read(wire, "field_provenance." + field)));
    }
    Optional<String> notes =
        own.remove("notes") instanceof Wire.Text text
            ? Optional.of(text.value())
            : Optional.empty();
    boolean added = own.remove("added") instanceof Wire.Flag flag && flag.value();
    List<String> certain = texts(own.remove("certain_fields"), "certain_fields");
    List<String> defaulted = new ArrayList<>(texts(own.remove("defaulted"), "defaulted"));
    own.replaceAll((name, value) -> withoutDefaulted(name, value, defaulted));
    Origin origin =
        new Origin(
            entry.id(),
            entry.path(),
            provenance,
            fieldProvenance,
            notes,
            defaulted,
            added,
            certain);
    return new RecordMembers(origin, new Wire.Fields(own, all.positions()));
  }

  /** A nested group may say for itself which of its members are defaults. */
  private static Wire withoutDefaulted(String group, Wire value, List<String> defaulted) {
    if (!(value instanceof Wire.Fields fields) || !fields.values().containsKey("defaulted")) {
      return value;
    }
    Map<String, Wire> rest = new LinkedHashMap<>(fields.values());
    texts(rest.remove("defaulted"), group + ".defaulted")
        .forEach(name -> defaulted.add(group + "." + name));
    return new Wire.Fields(rest, fields.positions());
  }

  static List<String> texts(@Nullable Wire wire, String path) {
    if (wire == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (wire instanceof Wire.Items items) {
      for (Wire each : items.values()) {
        if (each instanceof Wire.Text text) {
          texts.add(text.value());
        }
      }
      if (texts.size() == items.values().size()) {
        return texts;
      }
    }
    throw new BadInputException(
        List.of(Findings.wrongType(path, "something else", "a list of texts")));
  }
}

package org.mlsysim.api.catalog;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.apiguardian.api.API;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.wire.Wire;

/**
 * A kind of registry record: the word in {@code kind} (or {@code type} of a written-out object) and
 * the Java record it becomes.
 *
 * <p>A plugin that adds a family of its own gives its own lookup, and exports nothing.
 *
 * @param <T> the record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordKind<T extends Record & Registered> {
  private final String name;
  private final List<String> aliases;
  private final Class<T> type;
  private final MethodHandles.Lookup lookup;
  private final List<String> openFields;

  private RecordKind(
      String name,
      List<String> aliases,
      Class<T> type,
      MethodHandles.Lookup lookup,
      List<String> openFields) {
    this.name = name;
    this.aliases = List.copyOf(aliases);
    this.type = type;
    this.lookup = lookup;
    this.openFields = List.copyOf(openFields);
  }

  /** A kind under a name; its record is seen through its owner's lookup. */
  public static <T extends Record & Registered> RecordKind<T> of(
      MethodHandles.Lookup lookup, Class<T> type, String name, String... aliases) {
    return new RecordKind<>(name, List.of(aliases), type, lookup, List.of());
  }

  /** A kind that needs no type of its own: its records are {@link OpenRecord}s of these fields. */
  public static RecordKind<OpenRecord> open(String name, String... fields) {
    return new RecordKind<>(
        name, List.of(), OpenRecord.class, MethodHandles.lookup(), List.of(fields));
  }

  /** The word in {@code kind}. */
  public String name() {
    return name;
  }

  /** Further words that are read. */
  public List<String> aliases() {
    return aliases;
  }

  /** The record. */
  public Class<T> type() {
    return type;
  }

  /** The record as ports; built at each call, the catalogs keep it. */
  public RecordShape<T> shape() {
    return RecordShape.of(lookup, type);
  }

  /** The fields of an open record stand together under one port. */
  Wire.Fields arrange(Wire.Fields fields) {
    if (openFields.isEmpty()) {
      return fields;
    }
    Wire.FieldsBuilder arranged = Wire.fields();
    Wire.FieldsBuilder open = Wire.fields();
    fields
        .values()
        .forEach(
            (field, value) -> {
              if (openFields.contains(field)) {
                open.put(field, value);
              } else if (field.equals("name")) {
                arranged.put(field, value);
              } else {
                throw new BadInputException(List.of(Findings.unknownKey(field, field, openFields)));
              }
            });
    return arranged.put("fields", open.build()).build();
  }
}

package org.mlsysim.registry.compiler;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlsysim.api.wire.Wire;

/**
 * A registry file: a head and its records, read strictly.
 *
 * @param name the file's path inside its folder
 * @param records the records as they are written
 */
record RegistryFile(String name, List<Wire.Fields> records) {
  private static final String SCHEMA = "mlsysim-data/1";

  /** What a file may say beside its records. */
  private static final Set<String> HEAD =
      Set.of(
          "schema",
          "collection",
          "title",
          "records",
          "lookup",
          "namespaces",
          "severities",
          "statuses");

  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  RegistryFile {
    records = List.copyOf(records);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is not YAML, holds a key twice, an anchor or a second document, or is
   *     no registry file; the message names the file
   */
  static RegistryFile read(Path folder, Path file) throws IOException {
    String name = folder.relativize(file).toString().replace('\\', '/');
    try {
      return of(name, Files.readString(file));
    } catch (IOException e) {
      throw new IOException(name + ": " + e.getMessage(), e);
    }
  }

  /** Reads a file's text. */
  static RegistryFile of(String name, String text) throws IOException {
    try (YAMLParser parser = YAML.createParser(text)) {
      parser.nextToken();
      if (!(value(parser) instanceof Wire.Fields head)) {
        throw new IOException("the file is no map");
      }
      if (parser.nextToken() != null) {
        throw new IOException("a second document follows");
      }
      for (String key : head.values().keySet()) {
        if (!HEAD.contains(key)) {
          throw new IOException("unknown key " + key);
        }
      }
      if (!Wire.of(SCHEMA).equals(head.values().get("schema"))) {
        throw new IOException("the schema is not " + SCHEMA);
      }
      if (!(head.values().get("records") instanceof Wire.Items items)) {
        throw new IOException("there is no list of records");
      }
      List<Wire.Fields> records = new ArrayList<>();
      for (Wire item : items.values()) {
        if (!(item instanceof Wire.Fields record)) {
          throw new IOException("a record is no map");
        }
        records.add(record);
      }
      return new RegistryFile(name, records);
    }
  }

  private static Wire value(YAMLParser parser) throws IOException {
    if (parser.getObjectId() != null || parser.isCurrentAlias()) {
      throw new IOException("anchors are not allowed " + place(parser));
    }
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException("the file is empty");
    }
    return switch (token) {
      case START_OBJECT -> fields(parser);
      case START_ARRAY -> items(parser);
      case VALUE_STRING -> text(parser);
      case VALUE_NUMBER_INT -> Wire.of(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> Wire.of(true);
      case VALUE_FALSE -> Wire.of(false);
      case VALUE_NULL -> throw new IOException("a key has no value " + place(parser));
      default -> throw new IOException("unexpected " + token + " " + place(parser));
    };
  }

  private static Wire text(YAMLParser parser) throws IOException {
    if (parser.getText().isEmpty()) {
      throw new IOException("a key has no value " + place(parser));
    }
    return Wire.of(parser.getText());
  }

  private static Wire number(YAMLParser parser) throws IOException {
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw new IOException("a number is not finite " + place(parser));
    }
    return Wire.of(value);
  }

  private static Wire items(YAMLParser parser) throws IOException {
    List<Wire> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Wire.Items(items);
  }

  private static Wire fields(YAMLParser parser) throws IOException {
    Map<String, Wire> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return new Wire.Fields(fields);
  }

  private static String place(JsonParser parser) {
    return "at line %d".formatted(parser.currentLocation().getLineNr());
  }
}

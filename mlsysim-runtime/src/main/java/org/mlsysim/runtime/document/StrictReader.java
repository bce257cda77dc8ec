package org.mlsysim.runtime.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.wire.Wire;

/** Reads one document from a parser; what is wrong is collected and thrown together. */
final class StrictReader {
  /** How deep a document may nest. */
  static final int DEPTH = 32;

  /** How large a document may be, in bytes. */
  private static final int SIZE = 1 << 20;

  interface Source {
    JsonParser open() throws IOException;
  }

  private final JsonParser parser;
  private final String file;
  private final List<Finding> findings = new ArrayList<>();

  private StrictReader(JsonParser parser, String file) {
    this.parser = parser;
    this.file = file;
  }

  static Wire read(Source source, String text, String file, String format) {
    if (text.length() > SIZE || text.getBytes(StandardCharsets.UTF_8).length > SIZE) {
      throw refused(
          Finding.of(
              ErrorCode.INPUT_FILE, "", "%s is larger than %d bytes.".formatted(file, SIZE)));
    }
    try (JsonParser parser = source.open()) {
      StrictReader reader = new StrictReader(parser, file);
      Wire document = reader.document();
      if (!reader.findings.isEmpty()) {
        throw new BadInputException(reader.findings);
      }
      return document;
    } catch (JsonProcessingException e) {
      throw refused(syntax(e, file, format));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BadInputException refused(Finding finding) {
    return new BadInputException(List.of(finding));
  }

  private static Finding syntax(JsonProcessingException e, String file, String format) {
    String reason =
        e.getOriginalMessage() == null
            ? "it cannot be parsed"
            : e.getOriginalMessage().lines().findFirst().orElse("it cannot be parsed");
    Finding finding =
        Finding.of(ErrorCode.INPUT_SYNTAX, "", "%s is not %s: %s".formatted(file, format, reason));
    JsonLocation at = e.getLocation();
    return at == null ? finding : finding.at(position(at, file));
  }

  private static Finding.Position position(JsonLocation at, String file) {
    return new Finding.Position(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  private Finding.Position here() {
    return position(parser.currentTokenLocation(), file);
  }

  private void report(ErrorCode code, String path, String message) {
    findings.add(Finding.of(code, path, message).at(here()));
  }

  private Wire document() throws IOException {
    if (parser.nextToken() == null) {
      throw refused(
          Finding.of(ErrorCode.INPUT_SYNTAX, "", "%s is empty.".formatted(file))
              .at(new Finding.Position(file, 1, 1)));
    }
    Wire document = value("", 0);
    if (parser.nextToken() != null) {
      report(ErrorCode.INPUT_SYNTAX, "", "%s holds more than one document.".formatted(file));
    }
    return document;
  }

  private Wire value(String path, int depth) throws IOException {
    if (depth > DEPTH) {
      throw refused(
          Finding.of(
                  ErrorCode.INPUT_SYNTAX,
                  path,
                  "%s nests deeper than %d levels.".formatted(file, DEPTH))
              .at(here()));
    }
    refuseYamlFeatures(path);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> fields(path, depth);
      case START_ARRAY -> items(path, depth);
      case VALUE_STRING -> Wire.of(parser.getText());
      case VALUE_NUMBER_INT -> number(path, true);
      case VALUE_NUMBER_FLOAT -> number(path, false);
      case VALUE_TRUE -> Wire.of(true);
      case VALUE_FALSE -> Wire.of(false);
      case VALUE_NULL -> Wire.NULL;
      default ->
          throw refused(
              Finding.of(ErrorCode.INPUT_SYNTAX, path, "%s holds %s.".formatted(file, token))
                  .at(here()));
    };
  }

  private void refuseYamlFeatures(String path) throws IOException {
    if (parser instanceof YAMLParser yaml) {
      if (yaml.isCurrentAlias() || yaml.getObjectId() != null) {
        report(
            ErrorCode.INPUT_SYNTAX,
            path,
            "%s uses an anchor or alias, which mlsysim refuses.".formatted(name(path)));
      }
      if (yaml.getTypeId() != null) {
        report(
            ErrorCode.INPUT_SYNTAX,
            path,
            "%s carries a tag, which mlsysim refuses.".formatted(name(path)));
      }
    }
  }

  private static String name(String path) {
    return path.isEmpty() ? "The document" : path;
  }

  private Wire number(String path, boolean whole) throws IOException {
    double value;
    try {
      value = parser.getDoubleValue();
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value)) {
      report(
          ErrorCode.INPUT_OUT_OF_RANGE,
          path,
          "%s is %s, not a finite number.".formatted(name(path), parser.getText()));
      return Wire.NULL;
    }
    return new Wire.Num(value, whole);
  }

  private Wire items(String path, int depth) throws IOException {
    List<Wire> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value("%s[%d]".formatted(path, values.size()), depth + 1));
    }
    return new Wire.Items(values);
  }

  private Wire fields(String path, int depth) throws IOException {
    Map<String, Wire> values = new LinkedHashMap<>();
    Map<String, Finding.Position> positions = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String at = path.isEmpty() ? name : path + "." + name;
      Finding.Position place = here();
      Finding.@Nullable Position first = positions.putIfAbsent(name, place);
      if (first != null) {
        report(
            ErrorCode.INPUT_DUPLICATE_KEY,
            at,
            "%s stands twice, first on line %d.".formatted(at, first.line()));
      }
      parser.nextToken();
      values.put(name, value(at, depth + 1));
    }
    return new Wire.Fields(values, positions);
  }
}

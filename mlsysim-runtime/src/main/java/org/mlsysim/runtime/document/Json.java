package org.mlsysim.runtime.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import org.apiguardian.api.API;
import org.mlsysim.api.wire.Wire;

/** JSON texts as wire trees and back. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(StrictReader.DEPTH + 1).build())
          .build();

  /**
   * Reads a JSON document.
   *
   * @param text the document
   * @param file its name in findings
   * @throws org.mlsysim.api.error.BadInputException if it is no JSON or has doubled keys; it holds
   *     everything found, with line and column
   */
  public static Wire read(String text, String file) {
    return StrictReader.read(() -> FACTORY.createParser(text), text, file, "JSON");
  }

  /** Writes a tree on several lines, for people. */
  public static String pretty(Wire wire) {
    return text(wire, true);
  }

  /** Writes a tree on one line. */
  public static String line(Wire wire) {
    return text(wire, false);
  }

  private static String text(Wire wire, boolean pretty) {
    StringWriter text = new StringWriter();
    write(wire, text, pretty);
    return text.toString();
  }

  private static void write(Wire wire, Writer to, boolean pretty) {
    try (JsonGenerator json = FACTORY.createGenerator(to)) {
      if (pretty) {
        json.setPrettyPrinter(
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      }
      write(wire, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Wire wire, JsonGenerator json) throws IOException {
    if (wire instanceof Wire.Num num) {
      if (num.whole()) {
        json.writeNumber((long) num.value());
      } else {
        json.writeNumber(num.value());
      }
    } else if (wire instanceof Wire.Text text) {
      json.writeString(text.value());
    } else if (wire instanceof Wire.Flag flag) {
      json.writeBoolean(flag.value());
    } else if (wire instanceof Wire.Amount amount) {
      json.writeStartObject();
      json.writeNumberField("value", amount.value());
      json.writeStringField("unit", amount.unit());
      json.writeEndObject();
    } else if (wire instanceof Wire.Items items) {
      json.writeStartArray();
      for (Wire each : items.values()) {
        write(each, json);
      }
      json.writeEndArray();
    } else if (wire instanceof Wire.Fields fields) {
      json.writeStartObject();
      for (Map.Entry<String, Wire> each : fields.values().entrySet()) {
        json.writeFieldName(each.getKey());
        write(each.getValue(), json);
      }
      json.writeEndObject();
    } else {
      json.writeNull();
    }
  }

  private Json() {}
}

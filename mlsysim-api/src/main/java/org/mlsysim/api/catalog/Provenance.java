package org.mlsysim.api.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

/**
 * The source of a figure.
 *
 * @param kind datasheet, paper, estimate, convention and the like
 * @param title the document, or what the figure was taken to be; absent only where the kind is
 *     {@code unstated}
 * @param url its address
 * @param verified the date on which the figure was checked, as YYYY-MM-DD
 * @param consulted the date on which the document was read for this edition
 * @param basis how the figure is known where no document was read
 * @param source a stable key of the source
 * @param referenceValue what the reference implementation has instead
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Provenance(
    @Port(doc = "datasheet, paper, estimate, convention and the like") String kind,
    @Port(doc = "the document, or what the figure was taken to be") Optional<String> title,
    @Port(doc = "its address") Optional<String> url,
    @Port(doc = "date of the check, YYYY-MM-DD") Optional<String> verified,
    @Port(doc = "date on which the document was read") Optional<String> consulted,
    @Port(doc = "how the figure is known where no document was read") Optional<String> basis,
    @Port(doc = "stable key of the source") Optional<String> source,
    @Port(doc = "what the reference implementation has instead") Optional<String> referenceValue) {

  private static final List<String> MEMBERS =
      List.of(
          "kind", "title", "url", "verified", "consulted", "basis", "source", "reference_value");

  /**
   * Reads the provenance of a record or field. Written out by hand, because a look-up reads a dozen
   * of them and no shape is worth building for that.
   *
   * @throws BadInputException if the kind is absent or a member unknown
   */
  static Provenance read(Wire wire, String path) {
    if (!(wire instanceof Wire.Fields fields)) {
      throw new BadInputException(List.of(Findings.wrongType(path, "no map", "a provenance")));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    fields
        .values()
        .forEach(
            (name, value) -> {
              String at = path + "." + name;
              if (!MEMBERS.contains(name)) {
                throw new BadInputException(List.of(Findings.unknownKey(at, name, MEMBERS)));
              }
              texts.put(name, text(value, at));
            });
    String kind = texts.get("kind");
    if (kind == null) {
      throw BadInputException.missing(path + ".kind", "the kind of source");
    }
    return new Provenance(
        kind,
        Optional.ofNullable(texts.get("title")),
        Optional.ofNullable(texts.get("url")),
        Optional.ofNullable(texts.get("verified")),
        Optional.ofNullable(texts.get("consulted")),
        Optional.ofNullable(texts.get("basis")),
        Optional.ofNullable(texts.get("source")),
        Optional.ofNullable(texts.get("reference_value")));
  }

  private static String text(Wire value, String path) {
    if (value instanceof Wire.Text text) {
      return text.value();
    }
    if (value instanceof Wire.Num num) {
      return Units.number(num.value());
    }
    throw new BadInputException(List.of(Findings.wrongType(path, "no text", "a text")));
  }
}

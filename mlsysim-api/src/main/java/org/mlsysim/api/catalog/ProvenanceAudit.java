package org.mlsysim.api.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.wire.Wire;

/**
 * Whether the figures of a record say where they come from: a kind of source, a title, an address
 * and dates that can be.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ProvenanceAudit {
  /**
   * Something that a record's provenance lacks or has wrong.
   *
   * @param path the dotted name of the record
   * @param field the field concerned; "" for the whole record
   * @param message what is wrong
   */
  public record Issue(String path, String field, String message) {}

  private static final String UNSTATED = "unstated";

  private static final Set<String> KINDS =
      Set.of(
          "datasheet",
          "vendor-page",
          "paper",
          "industry-report",
          "standard",
          "handbook",
          "derived",
          "estimate",
          "convention",
          "illustrative",
          "heuristic",
          "seed-document",
          UNSTATED);

  /** Kinds of record that are statements about other records and name their documents. */
  private static final Set<String> EXEMPT = Set.of("doubt", "compat");

  private final String path;
  private final LocalDate edition;
  private final List<Issue> issues = new ArrayList<>();

  private ProvenanceAudit(String path, LocalDate edition) {
    this.path = path;
    this.edition = edition;
  }

  /**
   * The issues of a record as it is written.
   *
   * @param edition the day after which no date may lie
   */
  public static List<Issue> of(Wire.Fields record, LocalDate edition) {
    return of(WireCatalogSource.entry(record), edition);
  }

  /**
   * The issues of an entry.
   *
   * @param edition the day after which no date may lie
   */
  public static List<Issue> of(CatalogEntry entry, LocalDate edition) {
    ProvenanceAudit audit = new ProvenanceAudit(entry.path(), edition);
    try {
      RecordMembers members = RecordMembers.of(entry);
      audit.check(entry.kind(), members.origin(), members.fields());
    } catch (MlsysimException e) {
      audit.issue("", String.valueOf(e.getMessage()));
    }
    return audit.issues;
  }

  private void check(String kind, Origin origin, Wire.Fields fields) {
    if (origin.provenance().isEmpty() && !EXEMPT.contains(kind)) {
      issue("", "the record does not say where it comes from");
    }
    origin.provenance().ifPresent(each -> check("", each));
    origin
        .fieldProvenance()
        .forEach(
            (field, each) -> {
              check(field, each);
              if (each.referenceValue().isEmpty() && !has(fields, field)) {
                issue(field, "a source is given for a field that the record does not have");
              }
            });
    for (String field : origin.certainFields()) {
      if (!has(fields, field)) {
        issue(field, "a field that the record does not have is called certain");
      }
    }
    if (!origin.certainFields().isEmpty() && !origin.added()) {
      issue("", "only an added record has certain fields");
    }
    for (String field : origin.defaulted()) {
      if (!has(fields, field)) {
        issue(field, "a field that the record does not have is called a default");
      }
    }
  }

  private void check(String field, Provenance provenance) {
    if (!KINDS.contains(provenance.kind())) {
      issue(field, "\"%s\" is no kind of source".formatted(provenance.kind()));
    }
    if (provenance.title().map(String::isBlank).orElse(true)
        && !provenance.kind().equals(UNSTATED)) {
      issue(field, "the source has no title");
    }
    provenance.url().ifPresent(url -> address(field, url));
    provenance.verified().ifPresent(date -> date(field, "verified", date));
    provenance.consulted().ifPresent(date -> date(field, "consulted", date));
  }

  private void address(String field, String url) {
    try {
      URI uri = new URI(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (!web || uri.getHost() == null) {
        issue(field, "\"%s\" is no web address".formatted(url));
      }
    } catch (URISyntaxException e) {
      issue(field, "\"%s\" is no web address".formatted(url));
    }
  }

  private void date(String field, String member, String text) {
    try {
      if (LocalDate.parse(text).isAfter(edition)) {
        issue(field, "%s %s lies after %s".formatted(member, text, edition));
      }
    } catch (DateTimeParseException e) {
      issue(field, "%s \"%s\" is no date".formatted(member, text));
    }
  }

  private static boolean has(Wire.Fields fields, String field) {
    Optional<Wire> whole = fields.get(field);
    if (whole.isPresent()) {
      return true;
    }
    for (int dot = field.indexOf('.'); dot > 0; dot = field.indexOf('.', dot + 1)) {
      if (fields.values().get(field.substring(0, dot)) instanceof Wire.Fields nested
          && has(nested, field.substring(dot + 1))) {
        return true;
      }
    }
    return false;
  }

  private void issue(String field, String message) {
    issues.add(new Issue(path, field, message));
  }
}

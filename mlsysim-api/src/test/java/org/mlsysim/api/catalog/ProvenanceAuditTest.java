package org.mlsysim.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.wire.Wire;

class ProvenanceAuditTest {
  private static final LocalDate EDITION = LocalDate.of(2026, 11, 21);

  private static Wire.FieldsBuilder constant() {
    return Wire.fields().put("id", "tax").put("kind", "constant").put("value", "15 us");
  }

  private static Wire.FieldsBuilder source() {
    return Wire.fields().put("kind", "paper").put("title", "A paper");
  }

  private static List<String> messages(Wire.Fields record) {
    return ProvenanceAudit.of(record, EDITION).stream()
        .map(ProvenanceAudit.Issue::message)
        .toList();
  }

  @Test
  void aFigureWithASourceHasNoIssue() {
    Wire.Fields source =
        source().put("url", "https://example.org/a").put("verified", "2026-11-21").build();

    assertThat(messages(constant().put("provenance", source).build())).isEmpty();
  }

  @Test
  void aFigureMustSayWhereItComesFrom() {
    assertThat(messages(constant().build()))
        .containsExactly("the record does not say where it comes from");
    assertThat(
            messages(
                constant()
                    .put("provenance", Wire.fields().put("kind", "unstated").build())
                    .build()))
        .isEmpty();
  }

  @Test
  void aSourceNeedsAKnownKindATitleAnAddressAndDatesThatCanBe() {
    Wire.Fields source =
        Wire.fields()
            .put("kind", "rumour")
            .put("url", "example org")
            .put("verified", "2026-11-22")
            .put("consulted", "21 November")
            .build();

    assertThat(messages(constant().put("provenance", source).build()))
        .containsExactly(
            "\"rumour\" is no kind of source",
            "the source has no title",
            "\"example org\" is no web address",
            "verified 2026-11-22 lies after 2026-11-21",
            "consulted \"21 November\" is no date");
  }

  @Test
  void aSourceOfAFieldNeedsTheFieldOrTheValueOfTheReference() {
    Wire.FieldsBuilder record = constant().put("provenance", source().build());

    assertThat(
            messages(
                record
                    .put("field_provenance", Wire.fields().put("vlaue", source().build()).build())
                    .build()))
        .containsExactly("a source is given for a field that the record does not have");
    assertThat(
            messages(
                record
                    .put(
                        "field_provenance",
                        Wire.fields()
                            .put("removed", source().put("reference_value", 3).build())
                            .build())
                    .build()))
        .isEmpty();
  }

  @Test
  void certaintyAndDefaultsAreClaimedOfFieldsThatExist() {
    Wire.Fields record =
        constant()
            .put("provenance", source().build())
            .put("certain_fields", Wire.texts(List.of("value", "vlaue")))
            .put("defaulted", Wire.texts(List.of("unit")))
            .build();

    assertThat(messages(record))
        .containsExactly(
            "a field that the record does not have is called certain",
            "only an added record has certain fields",
            "a field that the record does not have is called a default");
  }
}

package org.mlsysim.runtime.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.wire.Wire;

class DocumentTest {
  @Test
  void aTreeSurvivesJsonAndBack() {
    Wire.Fields tree =
        Wire.fields()
            .put("text", "a \"quoted\" word")
            .put("whole", 3)
            .put("real", 0.1)
            .put("flag", true)
            .put("none", Wire.NULL)
            .put("list", new Wire.Items(List.of(Wire.of(1L), Wire.of(2.5))))
            .build();

    Wire back = Json.read(Json.line(tree), "test.json");

    assertThat(((Wire.Fields) back).values()).isEqualTo(tree.values());
  }

  @Test
  void aQuantityIsWrittenWithItsUnit() {
    assertThat(Json.line(new Wire.Amount(8.959, "ms")))
        .isEqualTo("{\"value\":8.959,\"unit\":\"ms\"}");
  }

  @Test
  void yamlKeepsTextNumberAndTruthApart() {
    Wire.Fields read =
        (Wire.Fields) Yaml.read("a: 1\nb: 1.5\nc: true\nd: \"1\"\ne: 12:30\n", "p.yaml");

    assertThat(read.values())
        .containsEntry("a", Wire.of(1L))
        .containsEntry("b", Wire.of(1.5))
        .containsEntry("c", Wire.of(true))
        .containsEntry("d", Wire.of("1"))
        .containsEntry("e", Wire.of("12:30"));
  }

  @Test
  void doubledKeysAreAllReportedWithTheirPlaces() {
    BadInputException e =
        catchThrowableOfType(
            BadInputException.class, () -> Yaml.read("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n", "p.yaml"));

    assertThat(e.findings())
        .extracting(Finding::code, Finding::port, finding -> finding.position().orElseThrow())
        .containsExactly(
            tuple(ErrorCode.INPUT_DUPLICATE_KEY, "b.c", new Finding.Position("p.yaml", 4, 3)),
            tuple(ErrorCode.INPUT_DUPLICATE_KEY, "a", new Finding.Position("p.yaml", 5, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x 1\nb: *x",
        "a: !!python/object x",
        "a: 1\n---\nb: 2",
        "a: .inf",
        "a: .nan",
        "",
        "a: [1, 2",
        "a:\n\t- 1"
      })
  void whatYamlAllowsButPlansDoNotIsRefused(String text) {
    assertThatThrownBy(() -> Yaml.read(text, "p.yaml"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("p.yaml");
  }

  @Test
  void brokenJsonNamesLineAndColumn() {
    BadInputException e =
        catchThrowableOfType(BadInputException.class, () -> Json.read("{\n \"a\": }", "x.json"));

    assertThat(e.code()).isEqualTo(ErrorCode.INPUT_SYNTAX);
    assertThat(e.findings().get(0).position().orElseThrow().line()).isEqualTo(2);
  }

  @Test
  void tooDeepADocumentIsRefused() {
    String deep = "[".repeat(40) + "]".repeat(40);

    assertThatThrownBy(() -> Json.read(deep, "x.json")).isInstanceOf(BadInputException.class);
  }
}

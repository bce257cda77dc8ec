package org.mlsysim.registry.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.CompiledCatalog;
import org.mlsysim.api.system.Fleet;

class RegistryCompilerTest {
  private static final String RECORDS =
      """
      schema: mlsysim-data/1
      collection: test
      title: Records of a test
      records:
        - id: X1
          kind: accelerator
          path: Hardware.X1
          name: Vendor X1
          compute: {peak_flops: 989 TFLOP/s}
          memory: {capacity: 80 GiB, bandwidth: 3.35 TB/s}
          tdp: 700 W
          provenance: {kind: datasheet, title: X1 datasheet, url: 'https://example.org/x1', verified: '2026-03-06'}
        - id: N8
          kind: node
          path: Systems.N8
          name: Node of eight
          accelerator: Hardware.X1
          accelerators_per_node: 8
          intra_node_bw: 450 GB/s
          provenance: {kind: convention, title: own choice}
        - id: Net
          kind: fabric
          path: Systems.Net
          name: Network
          bandwidth: 400 Gbit/s
          provenance: {kind: convention, title: own choice}
        - id: F32
          kind: fleet
          path: Systems.F32
          name: Fleet of 32
          node: Systems.N8
          count: 4
          fabric: Systems.Net
          provenance: {kind: convention, title: own choice}
        - id: Joule
          kind: op-energy
          path: Hardware.Joule
          name: An operation
          energy: 1.1 pJ/flop
          provenance: {kind: paper, title: A paper}
      """;

  @TempDir Path folder;

  private Path compile(String records) throws IOException {
    Path registry = folder.resolve("registry");
    Path sources = Files.createDirectories(registry.resolve("systems"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(sources.resolve("test.yaml"), records);
    RegistryCompiler.main(
        new String[] {
          "org.example.test",
          "2026-11-21",
          classes.toString(),
          "org.example.test",
          registry.toString()
        });
    return classes.resolve("org/example/test");
  }

  @Test
  void compiledRecordsAreFoundAndReferToEachOther() throws IOException {
    Path resources = compile(RECORDS);

    CompiledCatalog source =
        CompiledCatalog.open(
            "org.example.test",
            name -> {
              try {
                return Files.newInputStream(resources.resolve(name));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(Catalogs.of(List.of(source)).of(Fleet.class).get("f32").acceleratorTotal())
        .isEqualTo(32);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tdp: 700 W | tdp: 700 GB | GB does not convert into W",
        "tdp: 700 W | tdp: 700 Watt | Watt",
        "tdp: 700 W | tpd: 700 W | tpd",
        "tdp: 700 W | tdp: -700 W | outside (0, inf)",
        "count: 4 | count: four | Systems.F32 of org.example.test: count is",
        "count: 4 | count: 2.5 | whole number",
        "energy: 1.1 pJ/flop | energie: 1.1 pJ/flop | energie",
        "energy: 1.1 pJ/flop | energy: 1.1 picojoule | is not a unit",
        "kind: fabric | kind: fabrik | is not the name of a kind",
        "node: Systems.N8 | node: Systems.N9 | Systems.N9",
        "path: Systems.Net | path: Systems.N8 | Systems.N8 is claimed",
        "kind: paper, title | kind: rumour, title | no kind of source",
        "title: X1 datasheet, | '' | the source has no title",
        "verified: '2026-03-06' | verified: '2026-12-06' | lies after 2026-11-21",
        "url: 'https://example.org/x1' | url: 'example.org/x1' | no web address",
      })
  void whatCannotBeTrustedDoesNotBuild(String right, String wrong, String message) {
    String records = RECORDS.replace(right, wrong);
    assertThat(records).isNotEqualTo(RECORDS);

    assertThatThrownBy(() -> compile(records))
        .isInstanceOf(RefusedRegistryException.class)
        .hasMessageContaining("org.example.test")
        .hasMessageContaining(message);
  }

  @Test
  void aFigureWithoutProvenanceDoesNotBuild() {
    String records = RECORDS.replace("    provenance: {kind: paper, title: A paper}\n", "");

    assertThatThrownBy(() -> compile(records))
        .hasMessageContaining("systems/test.yaml: Hardware.Joule")
        .hasMessageContaining("does not say where it comes from");
  }

  @Test
  void aPathInAnOpenFieldMustBeARecord() {
    String records =
        RECORDS
            + """
                - id: bench
                  kind: anchor
                  resolver: SingleNodeModel
                  inputs: [Hardware.X1, Hardware.X2]
                  provenance: {kind: paper, title: A paper}
              """;

    assertThatThrownBy(() -> compile(records))
        .hasMessageContaining("bench.inputs refers to Hardware.X2, which is no record");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  id: X1 | Duplicate field 'id'",
        "  notes: &anchor [text] | anchors are not allowed",
        "  notes: *anchor | nchor",
        "  notes: | no value",
      })
  void aFileIsReadStrictly(String line, String message) {
    String text =
        """
        schema: mlsysim-data/1
        collection: test
        title: Records of a test
        records:
          - id: X1
        %s
        """
            .formatted("    " + line);

    assertThatThrownBy(() -> RegistryFile.of("test.yaml", text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aFileSaysWhatItIs() {
    assertThatThrownBy(() -> RegistryFile.of("x", "schema: mlsysim-data/2\nrecords: []\n"))
        .hasMessageContaining("mlsysim-data/1");
    assertThatThrownBy(() -> RegistryFile.of("x", "schema: mlsysim-data/1\nrecrods: []\n"))
        .hasMessageContaining("unknown key recrods");
    assertThatThrownBy(() -> RegistryFile.of("x", "schema: mlsysim-data/1\n"))
        .hasMessageContaining("no list of records");
    assertThatThrownBy(
            () -> RegistryFile.of("x", "schema: mlsysim-data/1\nrecords: []\n---\na: 1\n"))
        .hasMessageContaining("second document");
  }
}

package org.mlsysim.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.Node;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

class CatalogsTest {
  private static Wire.FieldsBuilder record(String id, String kind) {
    return Wire.fields().put("id", id).put("kind", kind);
  }

  private static Wire.FieldsBuilder accelerator(String id) {
    return record(id, "accelerator")
        .put("name", "Vendor " + id)
        .put(
            "compute",
            Wire.fields()
                .put("peak_flops", "100 TFLOP/s")
                .put(
                    "precision_flops",
                    Wire.fields().put("int8", "200 TOPS").put("mxint4", "400 TOPS").build())
                .build())
        .put("memory", Wire.fields().put("capacity", "80 GiB").put("bandwidth", "2 TB/s").build());
  }

  private static Wire.Fields provenance(String kind, String title) {
    return Wire.fields().put("kind", kind).put("title", title).build();
  }

  private static Catalogs catalogs(Wire.Fields... records) {
    return Catalogs.of(List.of(WireCatalogSource.of("vendor.jar", List.of(records))));
  }

  @Test
  void aVendorAddsARecordWithoutCode() {
    Catalogs catalogs =
        catalogs(
            accelerator("X1")
                .put("path", "Hardware.Vendor.X1")
                .put("aliases", Wire.texts(List.of("XOne")))
                .put("legacy_paths", Wire.texts(List.of("Hardware.X1")))
                .put("notes", "Announced, not shipped.")
                .put("provenance", provenance("vendor-page", "X1 page"))
                .build());

    for (String name : List.of("X1", "x1", "XONE", "hardware.vendor.x1", "Hardware.X1")) {
      HardwareNode found = catalogs.of(HardwareNode.class).get(name);
      assertThat(found.id()).isEqualTo("X1");
      assertThat(found.name()).isEqualTo("Vendor X1");
      // 80 x 2^30, by hand
      assertThat(Units.in(Units.BYTE, found.memory().capacity())).isEqualTo(85_899_345_920.0);
    }
    Origin origin = catalogs.of(HardwareNode.class).get("X1").origin().orElseThrow();
    assertThat(origin.path()).isEqualTo("Hardware.Vendor.X1");
    assertThat(origin.notes()).contains("Announced, not shipped.");
    assertThat(origin.provenanceOf("tdp").flatMap(Provenance::title)).contains("X1 page");
  }

  @Test
  void aRateIsFoundUnderAnAliasOfItsPrecisionAndNowhereElse() {
    HardwareNode node = catalogs(accelerator("X1").build()).of(HardwareNode.class).get("X1");

    assertThat(node.compute().rate(Precision.INT4))
        .hasValueSatisfying(
            rate -> assertThat(Units.in(Units.FLOP_PER_SECOND, rate)).isEqualTo(4e14));
    assertThat(node.compute().rate(Precision.FP8)).isEmpty();
  }

  @Test
  void aRecordThatSaysNoPathOrNameTakesThemFromKindAndId() {
    Catalogs catalogs = catalogs(record("tax", "constant").put("value", "15 us").build());

    Constant tax = catalogs.of(Constant.class).get("constant.tax");

    assertThat(tax.name()).isEqualTo("tax");
    assertThat(tax.in(Units.SECOND)).isEqualTo(15e-6);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearestOnes() {
    Catalogs catalogs = catalogs(accelerator("X100").build(), accelerator("Y200").build());

    assertThatThrownBy(() -> catalogs.of(HardwareNode.class).get("X10"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("X10")
        .hasMessageContaining("Did you mean X100?");
  }

  @Test
  void twoSourcesThatClaimOneIdAreBothNamed() {
    CatalogSource one = WireCatalogSource.of("one.jar", List.of(accelerator("X1").build()));
    CatalogSource other =
        WireCatalogSource.of(
            "other.jar", List.of(accelerator("x1").put("path", "Hardware.Other.X1").build()));
    CatalogSource samePath = WireCatalogSource.of("third.jar", List.of(accelerator("X1").build()));

    assertThatThrownBy(() -> Catalogs.of(List.of(one, other)).of(HardwareNode.class))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("one.jar")
        .hasMessageContaining("other.jar");
    assertThatThrownBy(() -> Catalogs.of(List.of(one, samePath)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("one.jar")
        .hasMessageContaining("third.jar");
  }

  @Test
  void namesAreScopedByKind() {
    Catalogs catalogs =
        catalogs(
            accelerator("L2").build(),
            record("L2", "memory-tier")
                .put("path", "Hardware.Tech.Cpu.L2")
                .put("latency", "4 ns")
                .build(),
            record("L2", "memory-tier")
                .put("path", "Hardware.Tech.Gpu.L2")
                .put("latency", "30 ns")
                .build());

    assertThat(catalogs.of(HardwareNode.class).get("L2").name()).isEqualTo("Vendor L2");
    assertThat(catalogs.ofKind("memory-tier").find("L2")).isEmpty();
    assertThat(catalogs.ofKind("memory-tier").get("hardware.tech.gpu.l2"))
        .isInstanceOfSatisfying(
            OpenRecord.class,
            tier ->
                assertThat(tier.quantity("latency").map(q -> Units.convert(q, Units.SECOND)))
                    .contains(30e-9));
  }

  @Test
  void recordsReferToEachOtherByPath() {
    Catalogs catalogs =
        catalogs(
            accelerator("X1").put("path", "Hardware.X1").build(),
            record("N8", "node")
                .put("accelerator", "Hardware.X1")
                .put("accelerators_per_node", 8)
                .put("intra_node_bw", "450 GB/s")
                .build(),
            record("Net", "fabric").put("bandwidth", "400 Gbit/s").build(),
            record("F32", "fleet").put("node", "N8").put("count", 4).put("fabric", "Net").build());

    Fleet fleet = catalogs.of(Fleet.class).get("f32");

    assertThat(fleet.acceleratorTotal()).isEqualTo(32);
    assertThat(fleet.accelerator()).isSameAs(catalogs.of(HardwareNode.class).get("X1"));
    assertThat(fleet.node()).isSameAs(catalogs.of(Node.class).get("N8"));
    // 400 Gbit/s are 50e9 B/s, by hand
    assertThat(Units.in(Units.BYTE_PER_SECOND, fleet.fabric().bandwidth())).isEqualTo(50e9);
  }

  @Test
  void aRecordThatCannotBeReadNamesItselfItsSourceAndItsField() {
    Catalogs catalogs =
        catalogs(
            accelerator("X1").put("path", "Hardware.X1").put("tpd", "700 W").build(),
            record("flop", "op-energy").put("energie", "1 pJ/flop").build());

    assertThatThrownBy(() -> catalogs.of(HardwareNode.class).get("X1"))
        .hasMessageContaining("Hardware.X1")
        .hasMessageContaining("vendor.jar")
        .hasMessageContaining("tpd");
    assertThatThrownBy(() -> catalogs.ofKind("op-energy").get("flop"))
        .hasMessageContaining("energie");
  }

  @Test
  void fieldsAreReadOnceAndOnlyWhenAskedFor() {
    AtomicInteger reads = new AtomicInteger();
    Wire.Fields fields = accelerator("X1").build();
    CatalogEntry entry =
        new CatalogEntry(
            "X1",
            "accelerator",
            "Hardware.X1",
            List.of(),
            () -> {
              reads.incrementAndGet();
              return fields;
            });
    Catalogs catalogs = Catalogs.of(List.of(source("lazy", List.of(entry))));
    assertThat(catalogs.of(HardwareNode.class).ids()).containsExactly("X1");
    assertThat(reads).hasValue(0);

    catalogs.of(HardwareNode.class).get("X1");
    catalogs.of(HardwareNode.class).get("x1");

    assertThat(reads).hasValue(1);
  }

  private static CatalogSource source(String name, List<CatalogEntry> entries) {
    return new CatalogSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<CatalogEntry> entries() {
        return entries;
      }
    };
  }

  record Chiller(
      @Port(doc = "display name") String name,
      @Port(doc = "heat over work", range = "(0, inf)") double efficiency,
      @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
      implements Registered {}

  @Test
  void aPluginAddsAKindOfItsOwn() {
    CatalogSource records =
        WireCatalogSource.of(
            "chillers.jar", List.of(record("C1", "chiller").put("efficiency", 4.5).build()));
    CatalogSource plugin =
        new CatalogSource() {
          @Override
          public String name() {
            return records.name();
          }

          @Override
          public List<CatalogEntry> entries() {
            return records.entries();
          }

          @Override
          public List<RecordKind<?>> kinds() {
            return List.of(RecordKind.of(MethodHandles.lookup(), Chiller.class, "chiller"));
          }
        };

    assertThat(Catalogs.of(List.of(plugin)).of(Chiller.class).get("c1").efficiency())
        .isEqualTo(4.5);
    assertThatThrownBy(() -> Catalogs.of(List.of(records)))
        .hasMessageContaining("\"chiller\" is not the name of a kind of record");
  }

  @Test
  void compiledRecordsAreTheRecordsThatWereCompiled() throws IOException {
    Wire.Fields device =
        accelerator("X1")
            .put("path", "Hardware.X1")
            .put("release_year", 2026)
            .put("transistor_count", 8e10)
            .put("added", true)
            .put("aliases", Wire.texts(List.of("XOne")))
            .put("tdp", new Wire.Amount(0.7, "kW"))
            .put("unit_cost", Wire.NULL)
            .build();
    Wire.Fields tax = record("tax", "constant").put("value", "15 us").build();
    Map<String, byte[]> resources =
        CompiledCatalog.compile(List.of(List.of(device), List.of(tax, tax)));
    assertThat(resources.keySet())
        .containsExactly("catalog-0.bin", "catalog-1.bin", CompiledCatalog.INDEX);

    CompiledCatalog compiled =
        CompiledCatalog.open("test", name -> new ByteArrayInputStream(resources.get(name)));

    assertThat(compiled.entries())
        .extracting(entry -> entry.fields().get())
        .containsExactly(
            device,
            Wire.fields().putAll(tax).put("name", "tax").build(),
            Wire.fields().putAll(tax).put("name", "tax").build());
    assertThat(compiled.entries().get(0).names()).containsExactly("XOne");
  }
}

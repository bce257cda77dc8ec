package org.mlsysim.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.api.catalog.Catalog;
import org.mlsysim.api.catalog.CatalogEntry;
import org.mlsysim.api.catalog.CatalogSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Doubt;
import org.mlsysim.api.catalog.OpenRecord;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.ProvenanceAudit;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.scenario.Persona;
import org.mlsysim.api.scenario.Scenario;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.api.workload.AttentionWorkload;
import org.mlsysim.api.workload.StateSpaceWorkload;
import org.mlsysim.api.workload.Workload;

/** Both registries together, as a user has them. */
class RegistriesTest {
  private static final Catalogs CATALOGS = Catalogs.installed();

  @Test
  void everyRecordLoads() {
    // 935 records of the data less the 68 unit symbols, which are code (the class Units), and the
    // 22 walls.
    assertThat(CATALOGS.entries()).hasSize(889);
    assertThat(CATALOGS.entries())
        .allSatisfy(
            entry -> {
              Registered record = (Registered) CATALOGS.atPath(entry.path()).orElseThrow();
              assertThat(record.origin().map(Origin::path)).contains(entry.path());
              assertThat(record.id()).isEqualTo(entry.id());
              assertThat(record.name()).isNotBlank();
            });
  }

  @Test
  void everyFigureSaysWhereItComesFrom() {
    LocalDate edition = LocalDate.of(2026, 11, 21);

    assertThat(CATALOGS.entries().stream().flatMap(e -> ProvenanceAudit.of(e, edition).stream()))
        .isEmpty();
    assertThat(CATALOGS.entries())
        .filteredOn(entry -> !Set.of("doubt", "compat").contains(entry.kind()))
        .hasSize(889 - 51 - 77)
        .allMatch(
            entry ->
                ((Registered) CATALOGS.atPath(entry.path()).orElseThrow())
                    .origin()
                    .orElseThrow()
                    .provenance()
                    .isPresent());
  }

  static Stream<OpenRecord> compatibleRecords() {
    return CATALOGS.ofKind("compat").all().stream().map(OpenRecord.class::cast);
  }

  @ParameterizedTest
  @MethodSource("compatibleRecords")
  void everyNameOfTheEarlierLineGivesItsRecord(OpenRecord compat) {
    CatalogEntry target =
        CATALOGS.entries().stream()
            .filter(entry -> entry.path().equals(compat.id()))
            .findFirst()
            .orElseThrow();
    Catalog<Registered> kind = CATALOGS.ofKind(target.kind());

    for (String name : names(compat)) {
      assertThat(kind.get(name)).isSameAs(CATALOGS.atPath(target.path()).orElseThrow());
      assertThat(kind.get(name.toUpperCase(Locale.ROOT))).isSameAs(kind.get(name));
      assertThat(kind.get(target.id())).isSameAs(kind.get(name));
    }
  }

  @Test
  void theEarlierLineHad149Names() {
    assertThat(compatibleRecords().flatMap(compat -> names(compat).stream()).distinct())
        .hasSize(149);
  }

  private static List<String> names(OpenRecord compat) {
    Wire.Items names = (Wire.Items) compat.field("names").orElseThrow();
    return names.values().stream().map(name -> ((Wire.Text) name).value()).toList();
  }

  @Test
  void everyNameThatTheEarlierLineHadWithoutAGroupIsAConstant()
      throws ReflectiveOperationException {
    Map<String, String> expected = new TreeMap<>();
    for (OpenRecord compat : compatibleRecords().toList()) {
      for (String name : names(compat)) {
        String[] parts = name.split("\\.", -1);
        if (parts.length == 2 && Set.of("Hardware", "Models").contains(parts[0])) {
          expected.put(parts[0] + "." + constant(parts[1]), compat.id());
        }
      }
    }
    Map<String, String> constants = new TreeMap<>();
    // By name, because the modules do not read each other.
    Class<?> hardware = Class.forName("org.mlsysim.hardware.Hardware");
    for (Class<?> top : List.of(hardware, Models.class)) {
      for (Field field : top.getFields()) {
        Registered value = (Registered) field.get(null);
        constants.put(
            top.getSimpleName() + "." + field.getName(), value.origin().orElseThrow().path());
      }
    }

    assertThat(constants).isEqualTo(expected).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Models.Language.class,
        Models.Vision.class,
        Models.Tiny.class,
        Models.Recommendation.class,
        Models.StateSpace.class,
        Models.GenerativeVision.class,
        Models.Embodied.class,
        Datasets.class,
        Scenarios.class,
        Personas.class,
        Platforms.class
      })
  void aGroupHasOneConstantForEachRecord(Class<?> group) throws IllegalAccessException {
    Class<?> outer = group.getEnclosingClass();
    String prefix =
        (outer == null ? "" : outer.getSimpleName() + ".") + group.getSimpleName() + ".";
    Map<String, String> records = new TreeMap<>();
    CATALOGS.entries().stream()
        .filter(entry -> entry.path().startsWith(prefix))
        .forEach(entry -> records.put(constant(entry.id()), entry.path()));
    Map<String, String> constants = new TreeMap<>();
    for (Field field : group.getFields()) {
      Registered value = (Registered) field.get(null);
      constants.put(field.getName(), value.origin().orElseThrow().path());
    }

    assertThat(constants).isEqualTo(records).isNotEmpty();
  }

  private static String constant(String id) {
    return id.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  @Test
  void llama3IsThePublishedModel() {
    // Llama 3.1 8B: 8.03e9 parameters, 32 layers of width 4096, 32 heads over 8 KV heads.
    AttentionWorkload llama = Models.Language.LLAMA3_8B;

    assertThat(llama).isSameAs(CATALOGS.of(Workload.class).get("llama3_8b"));
    assertThat(Units.in(Units.PARAMETER, llama.parameters())).isEqualTo(8.03e9);
    assertThat(Units.in(Units.PARAMETER, llama.activeParameters())).isEqualTo(8.03e9);
    assertThat(llama.layers()).isEqualTo(32);
    assertThat(llama.hiddenDim()).contains(4096);
    assertThat(llama.heads()).contains(32);
    assertThat(llama.kvHeads()).contains(8);
    assertThat(llama.workPerUnit())
        .hasValueSatisfying(work -> assertThat(Units.in(Units.FLOP, work)).isEqualTo(16.06e9));
  }

  @Test
  void aSparseModelHasFewerActiveParametersThanStoredOnes() {
    AttentionWorkload mixtral = Models.Language.MIXTRAL_8X7B;

    assertThat(Units.in(Units.PARAMETER, mixtral.parameters())).isEqualTo(46.7e9);
    assertThat(Units.in(Units.PARAMETER, mixtral.activeParameters())).isEqualTo(12.9e9);
  }

  @Test
  void aStateSpaceModelTakesTheDefaultsOfItsPaper() {
    StateSpaceWorkload mamba = Models.StateSpace.MAMBA_2_8B;

    assertThat(mamba.expansion()).isEqualTo(2);
    assertThat(mamba.convWidth()).isEqualTo(4);
    assertThat(mamba.stateSize()).isEqualTo(16);
  }

  @Test
  void theFourthTpuIsTheFourthTpu() {
    // In the 0.1 line the name was an alias of TPU v5p.
    assertThat(CATALOGS.of(HardwareNode.class).get("TPUv4").origin().map(Origin::path))
        .contains("Hardware.Cloud.TPUv4");
  }

  @Test
  void aScenarioRunsAWorkloadOnADeviceOrOnAFleet() {
    Scenario waymo = Scenarios.AUTONOMOUSVEHICLE_WAYMO;
    Scenario frontier = CATALOGS.of(Scenario.class).get("FrontierTraining");

    assertThat(waymo.workload()).isSameAs(Models.Vision.YOLOV8_NANO);
    assertThat(waymo.workloadName()).isEqualTo("Waymo (High)");
    // 19 TB in an hour, by hand
    assertThat(waymo.dataRate())
        .hasValueSatisfying(
            rate ->
                assertThat(Units.in(Units.BYTE_PER_SECOND, rate))
                    .isCloseTo(19e12 / 3600, org.assertj.core.data.Offset.offset(1e-3)));
    assertThat(waymo.system()).isInstanceOf(HardwareNode.class);
    assertThat(frontier.system()).isInstanceOf(Fleet.class);
    assertThat(frontier.system().acceleratorTotal()).isEqualTo(8192);
  }

  @Test
  void aPersonaIsFoundByItsKeyToo() {
    assertThat(CATALOGS.of(Persona.class).get("cloudtitan").key()).isEqualTo("cloud");
    assertThat(CATALOGS.of(Persona.class).get("Cloud")).isSameAs(Personas.CLOUDTITAN);
    assertThat(Personas.get("TINY").scaleFactor()).isEqualTo(1e7);
    assertThat(Personas.find("mainframe")).isEmpty();
    assertThatThrownBy(() -> Personas.get("mainframe"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("cloud, edge, mobile, tiny");
  }

  @Test
  void doubtsAreFoundByTheRecordTheyConcern() {
    assertThat(CATALOGS.of(Doubt.class).all()).hasSize(51);
    assertThat(CATALOGS.doubts("Hardware.Cloud.Cerebras_CS3"))
        .extracting(Doubt::field)
        .contains("compute.peak_flops");
    assertThat(CATALOGS.doubts("Hardware.Cloud.A100")).isEmpty();
  }

  @Test
  void anUnknownWorkloadIsAnsweredWithTheNearestOnes() {
    assertThatThrownBy(() -> CATALOGS.of(Workload.class).get("Llama3_9B"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("Llama3_8B");
  }

  @Test
  void theServiceFilesSayWhatTheDescriptorSays() throws IOException {
    ModuleDescriptor descriptor;
    try (InputStream in =
        Objects.requireNonNull(ModelsCatalog.class.getResourceAsStream("/module-info.class"))) {
      descriptor = ModuleDescriptor.read(in);
    }
    List<String> services = new ArrayList<>();
    for (ModuleDescriptor.Provides each : descriptor.provides()) {
      services.add(each.service());
      try (InputStream in =
          Objects.requireNonNull(
              ModelsCatalog.class.getResourceAsStream("/META-INF/services/" + each.service()))) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text.lines().collect(Collectors.toList())).isEqualTo(each.providers());
      }
    }
    assertThat(services).containsExactly(CatalogSource.class.getName());
  }
}

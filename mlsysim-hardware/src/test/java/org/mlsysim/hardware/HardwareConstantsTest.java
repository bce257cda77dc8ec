package org.mlsysim.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;

/** Constants and records, held together both ways. */
class HardwareConstantsTest {
  /** Kinds that are figures rather than things; they are looked up. */
  private static final Set<String> FIGURES = Set.of("constant", "price");

  @ParameterizedTest
  @ValueSource(
      classes = {
        Hardware.Cloud.class,
        Hardware.Edge.class,
        Hardware.Mobile.class,
        Hardware.Tiny.class,
        Hardware.Workstation.class,
        Systems.Nodes.class,
        Systems.Clusters.class,
        Systems.Fabrics.class,
        Systems.Racks.class,
        Systems.Pods.class,
        Systems.Storage.class,
        Systems.Reliability.class,
        Infrastructure.Grids.class,
        Infrastructure.Datacenters.class,
        Infrastructure.FacilityCooling.class,
        Infrastructure.Racks.class
      })
  void aGroupHasOneConstantForEachRecord(Class<?> group) throws IllegalAccessException {
    String prefix = group.getEnclosingClass().getSimpleName() + "." + group.getSimpleName() + ".";
    Map<String, String> records = new TreeMap<>();
    Catalogs.installed().entries().stream()
        .filter(entry -> entry.path().startsWith(prefix) && !FIGURES.contains(entry.kind()))
        .forEach(
            entry ->
                records.put(
                    entry.id().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT),
                    entry.path()));
    Map<String, String> constants = new TreeMap<>();
    for (Field field : group.getFields()) {
      Registered value = (Registered) field.get(null);
      constants.put(field.getName(), value.origin().orElseThrow().path());
      assertThat(value).isSameAs(Catalogs.installed().atPath(prefix + value.id()).orElseThrow());
    }

    assertThat(constants).isEqualTo(records).isNotEmpty();
  }

  @Test
  void everyGroupOfDevicesAndOfSitesHasAClass() {
    assertThat(Catalogs.installed().entries())
        .filteredOn(entry -> entry.kind().equals("accelerator"))
        .extracting(entry -> entry.path().split("\\.", -1)[1])
        .containsOnly("Cloud", "Edge", "Mobile", "Tiny", "Workstation")
        .hasSize(63);
  }

  @Test
  void aNameOfTheEarlierLineIsTheRecordItself() {
    assertThat(Hardware.H100).isSameAs(Hardware.Cloud.H100);
    assertThat(Hardware.H100.id()).isEqualTo("H100");
    assertThat(Systems.Clusters.FRONTIER_8K.node()).isSameAs(Systems.Nodes.DGX_H100);
  }
}

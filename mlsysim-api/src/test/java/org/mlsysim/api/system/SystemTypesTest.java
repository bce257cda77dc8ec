package org.mlsysim.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Link;
import org.mlsysim.api.infrastructure.Datacenter;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.port.Registry;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

class SystemTypesTest {
  private static final Wire DEVICE =
      Wire.fields()
          .put("name", "device")
          .put("compute", Wire.fields().put("peak_flops", "1 TFLOP/s").build())
          .put("memory", Wire.fields().put("capacity", "1 GB").put("bandwidth", "1 GB/s").build())
          .put("tdp", "700 W")
          .build();

  private static final Wire NODE = node().build();

  private static Wire.FieldsBuilder node() {
    return Wire.fields()
        .put("name", "node")
        .put("accelerator", DEVICE)
        .put("accelerators_per_node", 8)
        .put("intra_node_bw", "450 GB/s");
  }

  private static <T extends Record> T read(Class<T> type, Wire.FieldsBuilder fields) {
    return RecordShape.of(MethodHandles.lookup(), type).read(fields.build(), Registry.EMPTY);
  }

  @Test
  void aNodeWithASpareSupplyFailsWithNoneOfThem() {
    assertThat(read(Node.class, node()).seriesPsus()).isEqualTo(2);
    assertThat(
            read(Node.class, node().put("psus_per_node", 6).put("psu_redundancy", 2)).seriesPsus())
        .isZero();
  }

  @Test
  void aNodeHasOnePortForEachAcceleratorUnlessItSaysOtherwise() {
    assertThat(read(Node.class, node()).ports()).isEqualTo(8);
    assertThat(read(Node.class, node().put("nics_per_node", 1)).ports()).isEqualTo(1);
  }

  @Test
  void theSuppliesLeftMustCarryTheNode() {
    // four of six supplies of 3.3 kW give 13.2 kW
    Wire.FieldsBuilder carried =
        node()
            .put("psus_per_node", 6)
            .put("psu_redundancy", 2)
            .put("psu_rating", "3.3 kW")
            .put("max_power", "13.2 kW");
    assertThat(read(Node.class, carried).seriesPsus()).isZero();

    assertThatThrownBy(() -> read(Node.class, carried.put("max_power", "13.3 kW")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("psu_redundancy")
        .hasMessageContaining("13200 W");
    assertThatThrownBy(() -> read(Node.class, node().put("psu_redundancy", 2)))
        .hasMessageContaining("psus_per_node is 2");
  }

  @Test
  void aFleetSuppliesItsNodeItsAcceleratorAndItsFabric() {
    Fleet fleet =
        read(
            Fleet.class,
            Wire.fields()
                .put("name", "fleet")
                .put("node", NODE)
                .put("count", 40)
                .put(
                    "fabric",
                    Wire.fields().put("name", "fabric").put("bandwidth", "50 GB/s").build()));

    assertThat(fleet.acceleratorTotal()).isEqualTo(320);
    assertThat(RecordShape.supplies(fleet))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "node", fleet.node(),
                "hardware", fleet.node().accelerator(),
                "fabric", fleet.fabric()));
    assertThat(RecordShape.supplies(fleet.node()))
        .isEqualTo(Map.of("hardware", fleet.accelerator()));
  }

  @Test
  void aLinkQuotedInBothDirectionsHasHalfOfItOneWay() {
    Wire.FieldsBuilder link = Wire.fields().put("name", "NVLink").put("bandwidth", "900 GB/s");

    assertThat(read(Link.class, link).bytesPerSecondOneWay()).isEqualTo(900e9);
    assertThat(
            read(Link.class, link.put("direction", "bidirectional_total")).bytesPerSecondOneWay())
        .isEqualTo(450e9);
  }

  @Test
  void theNamesOfTheReferenceAndItsBareNumbersAreReadForARecovery() {
    RecoveryProfile profile =
        read(
            RecoveryProfile.class,
            Wire.fields()
                .put("heartbeat_timeout_s", 30)
                .put("reschedule_time_s", 60)
                .put("detection_time_s", 60)
                .put("restart_time_s", 180)
                .put("warmup_time_s", 120)
                .put("checkpoint_write_bw_gbs", 50));

    assertThat(Units.in(Units.SECOND, profile.restartTime())).isEqualTo(180);
    assertThat(Units.in(Units.BYTE_PER_SECOND, profile.checkpointWriteBw())).isEqualTo(50e9);
  }

  @Test
  void thePartsOfARacksPowerAddUp() {
    Wire.FieldsBuilder rack =
        Wire.fields()
            .put("name", "rack")
            .put("node", NODE)
            .put("nodes_per_rack", 4)
            .put("host_power", "3.2 kW");
    assertThatThrownBy(() -> read(Rack.class, rack))
        .hasMessageContaining("non_accelerator_power is missing");

    rack.put("switch_power", "1.6 kW")
        .put("network_power", "0.8 kW")
        .put("conversion_loss_power", "2.8 kW")
        .put("cooling_allocation_power", "2.7 kW")
        .put("non_accelerator_power", "11.1 kW");
    assertThat(read(Rack.class, rack).nodesPerRack()).isEqualTo(4);
    assertThatThrownBy(() -> read(Rack.class, rack.put("non_accelerator_power", "11 kW")))
        .hasMessageContaining("add up to 11100");
  }

  @Test
  void aDatacenterTakesWhatItDoesNotSayFromItsGrid() {
    Wire grid =
        Wire.fields()
            .put("name", "grid")
            .put("carbon_intensity", "20 g/kWh")
            .put("pue", 1.06)
            .put("electricity_price", "0.041 USD/kWh")
            .build();
    Wire.FieldsBuilder site = Wire.fields().put("name", "site").put("grid", grid);

    Datacenter plain = read(Datacenter.class, site);
    assertThat(plain.effectivePue()).isEqualTo(1.06);
    assertThat(plain.price())
        .hasValueSatisfying(
            price -> assertThat(Units.in(Units.USD_PER_KWH, price)).isEqualTo(0.041));
    Datacenter own =
        read(
            Datacenter.class,
            site.put("pue_override", 1.2).put("electricity_price", "0.1 USD/kWh"));
    assertThat(own.effectivePue()).isEqualTo(1.2);
    assertThat(own.price())
        .hasValueSatisfying(price -> assertThat(Units.in(Units.USD_PER_KWH, price)).isEqualTo(0.1));
  }
}

package org.mlsysim.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.measure.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.api.catalog.CatalogEntry;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Constant;
import org.mlsysim.api.catalog.OpenRecord;
import org.mlsysim.api.catalog.Price;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.LinkDirection;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.infrastructure.Environment;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.units.Units;

class HardwareRegistryTest {
  private static final Catalogs CATALOGS = Catalogs.of(List.of(new HardwareCatalog()));

  @Test
  void theH100IsThePublishedOne() {
    // NVIDIA H100 SXM5 datasheet: 3.35 TB/s, 80 GB taken as 80 x 2^30 B, 700 W, 989 TFLOP/s dense,
    // 1979 TFLOP/s in FP8, NVLink 900 GB/s in both directions together.
    HardwareNode h100 = CATALOGS.of(HardwareNode.class).get("H100");

    assertThat(Units.in(Units.BYTE_PER_SECOND, h100.memory().bandwidth())).isEqualTo(3.35e12);
    assertThat(Units.in(Units.BYTE, h100.memory().capacity())).isEqualTo(85_899_345_920.0);
    assertThat(h100.tdp())
        .hasValueSatisfying(w -> assertThat(Units.in(Units.WATT, w)).isEqualTo(700));
    assertThat(Units.in(Units.FLOP_PER_SECOND, h100.compute().peakFlops())).isEqualTo(989e12);
    assertThat(h100.compute().rate(Precision.FP8))
        .hasValueSatisfying(r -> assertThat(Units.in(Units.FLOP_PER_SECOND, r)).isEqualTo(1979e12));
    assertThat(h100.compute().rate(Precision.INT4)).isEmpty();
    assertThat(h100.nvlink())
        .hasValueSatisfying(
            link -> {
              assertThat(link.direction()).isEqualTo(LinkDirection.BIDIRECTIONAL_TOTAL);
              assertThat(link.bytesPerSecondOneWay()).isEqualTo(450e9);
            });
    assertThat(Units.in(Units.SECOND, h100.dispatchTax())).isEqualTo(1e-5);
  }

  @Test
  void aFleetIsReadWithItsNodesAndItsFabric() {
    Fleet frontier = CATALOGS.of(Fleet.class).get("frontier_8k");

    // 1024 nodes of 8, InfiniBand NDR at 400 Gbit/s
    assertThat(frontier.acceleratorTotal()).isEqualTo(8192);
    assertThat(frontier.accelerator()).isSameAs(CATALOGS.of(HardwareNode.class).get("H100"));
    assertThat(Units.in(Units.BYTE_PER_SECOND, frontier.fabric().bandwidth())).isEqualTo(50e9);
    assertThat(frontier.node().seriesPsus()).isZero();
  }

  @Test
  void gridsAndDatacentersAreEnvironments() {
    Environment campus = CATALOGS.of(Environment.class).get("Quebec_Hydro");
    Environment grid = CATALOGS.of(Environment.class).get("quebec");

    assertThat(campus.grid()).isSameAs(grid);
    assertThat(Units.in(Units.GRAM_PER_KWH, grid.grid().carbonIntensity())).isEqualTo(20);
    assertThat(campus.price())
        .hasValueSatisfying(p -> assertThat(Units.in(Units.USD_PER_KWH, p)).isEqualTo(0.041));
    assertThat(CATALOGS.of(GridProfile.class).get("Poland").price()).isEmpty();
  }

  @Test
  void constantsAndPricesKeepTheirUnits() {
    Price electricity =
        CATALOGS.of(Price.class).get("Infrastructure.Pricing.Cloud.ElectricityPerKwh");
    Constant recovery = CATALOGS.of(Constant.class).get("NodeRecoveryLowMin");

    assertThat(electricity.in(Units.USD_PER_KWH)).isEqualTo(0.12);
    assertThat(recovery.in(Units.SECOND)).isEqualTo(600);
    assertThat(CATALOGS.of(Price.class).find("ElectricityPerKwh")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"H10O", "h-100", "H1000", "H_100"})
  void aMistypedDeviceIsAnsweredWithTheNearestOne(String name) {
    assertThatThrownBy(() -> CATALOGS.of(HardwareNode.class).get(name))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("H100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"L1", "L2", "Register"})
  void aNameThatTwoKindsHaveNeedsItsKindOrItsPath(String id) {
    assertThat(CATALOGS.of(HardwareNode.class).find(id)).isEmpty();
    assertThat(CATALOGS.of(OpenRecord.class).find(id)).isEmpty();
    List<CatalogEntry> entries =
        CATALOGS.entries().stream().filter(entry -> entry.id().equals(id)).toList();
    assertThat(entries)
        .extracting(CatalogEntry::kind)
        .containsExactlyInAnyOrder("memory-tier", "movement-energy");
    for (CatalogEntry entry : entries) {
      assertThat(CATALOGS.ofKind(entry.kind()).get(id))
          .isSameAs(CATALOGS.atPath(entry.path()).orElseThrow());
    }
  }

  @Test
  void theUnitsOfTheRegistryAreTheUnitsOfTheApi() throws IOException {
    Pattern row =
        Pattern.compile(
            "\\{id: ([^,]+), kind: unit, dimension: [^,]+, factor: ([^,]+), base: ([^,}]+)");
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    try (InputStream in = HardwareRegistryTest.class.getResourceAsStream("units.yaml")) {
      Matcher matcher =
          row.matcher(
              new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        rows++;
        Unit<?> unit = Units.parse(matcher.group(1));
        double factor = Double.parseDouble(matcher.group(2));
        double found = Units.convert(1, unit, Units.parse(matcher.group(3)));
        if (Math.abs(found - factor) > 1e-12 * factor) {
          wrong.add("%s is %s, not %s".formatted(matcher.group(1), found, factor));
        }
      }
    }
    assertThat(rows).isEqualTo(68);
    assertThat(wrong).isEmpty();
  }
}

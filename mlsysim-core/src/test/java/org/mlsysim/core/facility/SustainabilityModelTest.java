package org.mlsysim.core.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.KILOWATT_HOUR;
import static org.mlsysim.api.units.Units.LITRE;
import static org.mlsysim.api.units.Units.in;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.NetworkFabric;
import org.mlsysim.api.system.Node;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.core.facility.RunFootprintModel.RunFootprintResult;
import org.mlsysim.core.facility.SustainabilityModel.SustainabilityResult;
import org.mlsysim.testkit.Cases;

/** Worked numbers are those of a fleet of 256 H100 (700 W) for 30 days at MFU 0.4. */
class SustainabilityModelTest {
  private static final double LAST_DIGITS = 1e-10;
  private static final SustainabilityModel MODEL = new SustainabilityModel();
  private static final Catalogs CATALOGS = Catalogs.installed();

  private static SustainabilityModelInputsBuilder inputs() {
    return SustainabilityModel.Inputs.builder().fleet("Research_256").durationDays("30").mfu(0.4);
  }

  private static SustainabilityResult solve(SustainabilityModelInputsBuilder inputs) {
    return MODEL.resolve(inputs.build());
  }

  /** One server of four devices of a kind, without fabric to speak of. */
  private static Wire.Fields oneServerOf(String accelerator) {
    return Wire.fields()
        .put(
            "fleet",
            Wire.fields()
                .put("name", "one")
                .put(
                    "node",
                    Wire.fields()
                        .put("name", "server")
                        .put("accelerator", accelerator)
                        .put("accelerators_per_node", 4)
                        .put("intra_node_bw", new Wire.Amount(1, "GB/s"))
                        .build())
                .put("count", 1)
                .put("fabric", "InfiniBand_NDR")
                .build())
        .put("duration_days", 30)
        .build();
  }

  @Test
  void aMonthWithEmbodiedCarbonMatchesTheWorkedExample() {
    SustainabilityResult result = solve(inputs().embodiedCarbonPerDevice("150 kg"));

    // 700 W x (0.3 + 0.7 x 0.4) x 256 x 720 h; PUE 1.12; 369 g/kWh; 1.8 L/kWh of IT energy.
    assertThat(in(KILOWATT_HOUR, result.itEnergyKwh()))
        .isCloseTo(74_833.92, withinPercentage(LAST_DIGITS));
    assertThat(in(KILOWATT_HOUR, result.totalEnergyKwh()))
        .isCloseTo(83_813.9904, withinPercentage(LAST_DIGITS));
    assertThat(in(LITRE, result.waterUsageLiters()))
        .isCloseTo(134_701.056, withinPercentage(LAST_DIGITS));
    assertThat(in(KILOGRAM, result.embodiedManufacturedKg()))
        .isCloseTo(38_400, withinPercentage(LAST_DIGITS));
    // 38 400 kg x 30/1460.
    assertThat(in(KILOGRAM, result.embodiedCarbonKg()))
        .isCloseTo(789.0410958904109, withinPercentage(LAST_DIGITS));
    assertThat(in(KILOGRAM, result.carbonFootprintKg()))
        .isCloseTo(31_716.40355349041, withinPercentage(LAST_DIGITS));
  }

  @Test
  void theSiteDecidesCarbonAndWater() {
    SustainabilityResult quebec = solve(inputs().datacenter("Quebec_Hydro"));
    SustainabilityResult poland = solve(inputs().grid("Poland"));

    assertThat(in(KILOWATT_HOUR, quebec.totalEnergyKwh()))
        .isCloseTo(79_323.9552, withinPercentage(LAST_DIGITS));
    assertThat(in(KILOGRAM, quebec.carbonFootprintKg()))
        .isCloseTo(1_586.479104, withinPercentage(LAST_DIGITS));
    assertThat(in(LITRE, quebec.waterUsageLiters())).isZero();
    assertThat(in(KILOWATT_HOUR, poland.totalEnergyKwh()))
        .isCloseTo(118_237.5936, withinPercentage(LAST_DIGITS));
    assertThat(in(KILOGRAM, poland.carbonFootprintKg()))
        .isCloseTo(78_273.2869632, withinPercentage(LAST_DIGITS));
  }

  @Test
  void theRecordStatesEmbodiedCarbonWhenAskedFor() {
    HardwareNode h100 = CATALOGS.of(HardwareNode.class).get("H100");
    double each = in(KILOGRAM, h100.embodiedCarbon().orElseThrow());

    SustainabilityResult recorded = solve(inputs().includeEmbodied(true));
    SustainabilityResult given =
        solve(inputs().includeEmbodied(true).embodiedCarbonPerDevice("150 kg"));

    assertThat(in(KILOGRAM, recorded.embodiedManufacturedKg())).isEqualTo(256 * each);
    assertThat(in(KILOGRAM, given.embodiedManufacturedKg())).isEqualTo(256 * 150.0);
    assertThat(recorded.caveats()).noneMatch(text -> text.contains("Operational carbon only"));
    assertThat(solve(inputs()).caveats())
        .anyMatch(text -> text.contains("Operational carbon only"));
  }

  @Test
  void aDeviceWithoutDesignPowerOrEmbodiedCarbonIsRefused() {
    Wire.Fields untold = oneServerOf("STM32F4");

    assertThatThrownBy(() -> MODEL.contract().inputs().read(untold, CATALOGS))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("has no TDP specified")
        .satisfies(
            e ->
                assertThat(((BadInputException) e).findings().get(0).port())
                    .isEqualTo("fleet.node.accelerator.tdp"));
    assertThatThrownBy(
            () ->
                MODEL
                    .contract()
                    .inputs()
                    .read(
                        Wire.fields()
                            .putAll(oneServerOf("B200"))
                            .put("include_embodied", true)
                            .build(),
                        CATALOGS))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("include_embodied is true")
        .hasMessageContaining("embodied_carbon_per_device");
  }

  @Test
  void caveatsFollowTheInputs() {
    SustainabilityResult whole =
        solve(inputs().itRatio(1.82).mfu(1).embodiedCarbonPerDevice("150 kg"));
    SustainabilityResult replaced =
        solve(
            inputs()
                .embodiedCarbonPerDevice("150 kg")
                .serviceLifeYears("0.05")
                .durationDays("30 d"));

    assertThat(whole.caveats()).isEmpty();
    assertThat(replaced.caveats())
        .anyMatch(text -> text.startsWith("Accelerators only"))
        .anyMatch(text -> text.startsWith("MFU stands for utilisation"))
        .anyMatch(text -> text.startsWith("The use outlasts the service life"));
  }

  @Test
  void explanationsEndInTheResultToTheBit() {
    SustainabilityModel.Inputs inputs = inputs().embodiedCarbonPerDevice("150 kg").build();
    SustainabilityResult result = MODEL.resolve(inputs);

    assertThat(MODEL.explain(inputs, result))
        .extracting(Explanation::value)
        .containsExactly(
            in(KILOWATT_HOUR, result.totalEnergyKwh()),
            in(KILOGRAM, result.carbonFootprintKg()),
            in(LITRE, result.waterUsageLiters()));
  }

  @ParameterizedTest
  @MethodSource("org.mlsysim.testkit.Cases#seeded")
  void theAccountOfARunAgrees(Cases any) {
    HardwareNode device = CATALOGS.of(HardwareNode.class).get("A100");
    int nodes = any.integer(1, 1000);
    double days = any.logUniform(0.1, 1000);
    double itRatio = any.uniform(1, 3);
    GridProfile grid = any.choice(CATALOGS.of(GridProfile.class).all());
    Fleet fleet = fleet(device, nodes);
    SustainabilityResult use =
        solve(
            inputs()
                .fleet(fleet)
                .durationDays(Units.of(days, Units.DAY))
                .mfu(1)
                .itRatio(itRatio)
                .grid(grid)
                .includeEmbodied(true));
    RunFootprintResult run =
        new RunFootprintModel()
            .resolve(
                RunFootprintModel.Inputs.builder()
                    .deviceHours(Units.of(days * 8 * nodes, Units.DAY))
                    .devices(8.0 * nodes)
                    .devicePower(device.tdp().orElseThrow())
                    .itRatio(itRatio)
                    .pue(grid.pue())
                    .intensities(Map.of("grid", grid.carbonIntensity()))
                    .embodiedPerDevice(device.embodiedCarbon().orElseThrow())
                    .serviceLife("4 year")
                    .wue(Map.of("site", grid.wue()))
                    .build());

    assertThat(in(JOULE, run.facilityEnergy()))
        .isCloseTo(in(JOULE, use.totalEnergyKwh()), withinPercentage(LAST_DIGITS));
    assertThat(in(KILOGRAM, named(run.carbon(), "grid")))
        .isCloseTo(in(KILOGRAM, use.operationalCarbonKg()), withinPercentage(LAST_DIGITS));
    assertThat(in(KILOGRAM, run.embodiedAllocated()))
        .isCloseTo(in(KILOGRAM, use.embodiedCarbonKg()), withinPercentage(LAST_DIGITS));
    assertThat(in(LITRE, named(run.water(), "site")))
        .isCloseTo(in(LITRE, use.waterUsageLiters()), withinPercentage(LAST_DIGITS));
  }

  private static Fleet fleet(HardwareNode device, int nodes) {
    Fleet known = CATALOGS.of(Fleet.class).get("Lab_64_A100");
    Node node = known.node();
    assertThat(node.accelerator()).isEqualTo(device);
    assertThat(node.acceleratorsPerNode()).isEqualTo(8);
    NetworkFabric fabric = known.fabric();
    return new Fleet(
        "some",
        node,
        nodes,
        fabric,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static <T> T named(Map<String, T> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}

package org.mlsysim.core.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.api.units.Units.DAY;
import static org.mlsysim.api.units.Units.FLOP_PER_BYTE;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.LITRE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.WATT;
import static org.mlsysim.api.units.Units.in;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import javax.measure.quantity.Temperature;
import javax.measure.quantity.Time;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.units.CarbonIntensity;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.units.WaterIntensity;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.physics.facility.Coolant;

/** The worked examples of the accounts on stated numbers, in listed units, and what they refuse. */
class FacilityAccountsTest {
  private static final Percentage LAST_DIGITS = withinPercentage(1e-10);

  private static Quantity<CarbonIntensity> grams(double value) {
    return Units.of(value, Units.GRAM_PER_KWH);
  }

  @Test
  void aThousandDevicesTakeAMegawatt() {
    FacilityPowerModel.FacilityPowerResult result =
        new FacilityPowerModel()
            .resolve(
                FacilityPowerModel.Inputs.builder()
                    .devices(1024)
                    .devicePower("700 W")
                    .itRatio(1.3)
                    .pue(1.12)
                    .build());

    assertThat(in(WATT, result.acceleratorPower())).isCloseTo(716_800, LAST_DIGITS);
    assertThat(in(WATT, result.itPower())).isCloseTo(931_840, LAST_DIGITS);
    assertThat(in(WATT, result.facilityPower())).isCloseTo(1_043_660.8, LAST_DIGITS);
    assertThat(in(WATT, result.supportPower())).isCloseTo(215_040, LAST_DIGITS);
    assertThat(in(WATT, result.overheadPower())).isCloseTo(111_820.8, LAST_DIGITS);
  }

  @Test
  void aMillionDeviceHoursMatchTheWorkedExample() {
    RunFootprintModel.RunFootprintResult result =
        new RunFootprintModel()
            .resolve(
                RunFootprintModel.Inputs.builder()
                    .deviceHours("1e6 h")
                    .devices(1024)
                    .devicePower("700 W")
                    .itRatio(1.3)
                    .pue(1.12)
                    .intensities(Map.of("us", grams(429), "qc", grams(20)))
                    .embodiedPerDevice("150 kg")
                    .serviceLife("4 year")
                    .wue(Map.of("air", Units.of(WaterIntensity.class, "0.5 L/kWh")))
                    .build());

    assertThat(in(SECOND, result.duration())).isCloseTo(976.5625 * 3600, LAST_DIGITS);
    assertThat(in(JOULE, result.facilityEnergy())).isCloseTo(1019.2 * 3.6e9, LAST_DIGITS);
    assertThat(in(KILOGRAM, named(result.carbon(), "us"))).isCloseTo(437_236.8, LAST_DIGITS);
    assertThat(in(KILOGRAM, result.embodiedManufactured())).isCloseTo(153_600, LAST_DIGITS);
    assertThat(in(KILOGRAM, result.embodiedAllocated())).isCloseTo(4_280.821917808219, LAST_DIGITS);
    assertThat(named(result.embodiedShare(), "qc")).isCloseTo(0.17355981454370153, LAST_DIGITS);
    assertThat(in(LITRE, named(result.water(), "air"))).isCloseTo(455_000, LAST_DIGITS);
    assertThat(in(WATT, result.power().facilityPower())).isCloseTo(1_043_660.8, LAST_DIGITS);
  }

  @Test
  void aRunThatEmitsNothingHasNoEmbodiedShare() {
    RunFootprintModel.RunFootprintResult result =
        new RunFootprintModel()
            .resolve(
                RunFootprintModel.Inputs.builder()
                    .deviceHours("0 h")
                    .devices(8)
                    .devicePower("700 W")
                    .itRatio(1)
                    .pue(1)
                    .intensities(Map.of("us", grams(429)))
                    .embodiedPerDevice("150 kg")
                    .serviceLife("4 year")
                    .build());

    assertThat(result.embodiedShare()).isEmpty();
    assertThat(result.water()).isEmpty();
  }

  @Test
  void aBetterPueSavesFourMegawatts() {
    PueRetrofitModel.PueRetrofitResult result =
        new PueRetrofitModel()
            .resolve(
                PueRetrofitModel.Inputs.builder()
                    .itPower("10 MW")
                    .pueBefore(1.55)
                    .pueAfter(1.12)
                    .period("1 year")
                    .electricityPrice("0.12 USD/kWh")
                    .build());

    assertThat(in(WATT, result.savedPower())).isCloseTo(4.3e6, LAST_DIGITS);
    assertThat(in(JOULE, result.savedEnergy())).isCloseTo(37_668 * 3.6e9, LAST_DIGITS);
    assertThat(in(USD, result.savedCost())).isCloseTo(4_520_160, LAST_DIGITS);
  }

  @Test
  void gridsAreComparedInTheOrderGiven() {
    Map<String, Quantity<CarbonIntensity>> intensities = new LinkedHashMap<>();
    intensities.put("us", grams(429));
    intensities.put("qc", grams(20));
    intensities.put("pl", grams(820));
    intensities.put("qc too", grams(20));
    GridPlacementModel.GridPlacementResult result =
        new GridPlacementModel()
            .resolve(
                GridPlacementModel.Inputs.builder()
                    .energy("1000 MWh")
                    .intensities(intensities)
                    .energyCut(0.3)
                    .build());

    assertThat(in(KILOGRAM, named(result.emissions(), "us"))).isCloseTo(429_000, LAST_DIGITS);
    assertThat(in(KILOGRAM, named(result.emissionsAfterCut(), "pl")))
        .isCloseTo(574_000, LAST_DIGITS);
    assertThat(result.emissions().keySet()).containsExactly("us", "qc", "pl", "qc too");
    assertThat(result.lowest()).isEqualTo("qc");
    assertThat(result.highest()).isEqualTo("pl");
    assertThat(result.spread().orElseThrow()).isCloseTo(41, LAST_DIGITS);
  }

  @Test
  void gridsNeedAtLeastOneAndASpreadNeedsCarbon() {
    GridPlacementModelInputsBuilder energy =
        GridPlacementModel.Inputs.builder().energy("1 MWh").intensities(Map.of());
    GridPlacementModel.GridPlacementResult clean =
        new GridPlacementModel()
            .resolve(
                GridPlacementModel.Inputs.builder()
                    .energy("1 MWh")
                    .intensities(Map.of("sun", grams(0)))
                    .build());

    assertThatThrownBy(energy::build)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("intensities is empty");
    assertThat(clean.spread()).isEmpty();
    assertThat(clean.caveats()).anyMatch(text -> text.contains("sun"));
  }

  @Test
  void aReplacementIsRepaidInDaysOrYearsOrNever() {
    EmbodiedPaybackModel.EmbodiedPaybackResult result =
        new EmbodiedPaybackModel()
            .resolve(
                EmbodiedPaybackModel.Inputs.builder()
                    .embodied("150 kg")
                    .devicePower("700 W")
                    .savedFraction(0.3)
                    .intensities(Map.of("us", grams(429), "qc", grams(20), "sun", grams(0)))
                    .build());

    assertThat(in(WATT, result.savedPower())).isCloseTo(210, LAST_DIGITS);
    assertThat(in(JOULE, result.savedEnergyPerDay())).isCloseTo(5.04 * 3.6e6, LAST_DIGITS);
    assertThat(in(KILOGRAM, named(result.avoidedPerDay(), "us"))).isCloseTo(2.16216, LAST_DIGITS);
    assertThat(in(DAY, named(result.payback(), "us"))).isCloseTo(69.37506937506937, LAST_DIGITS);
    assertThat(in(DAY, named(result.payback(), "qc"))).isCloseTo(1488.095238095238, LAST_DIGITS);
    assertThat(result.payback()).doesNotContainKey("sun");
    assertThat(result.caveats()).anyMatch(text -> text.contains("never repaid"));
  }

  @Test
  void twoMoreYearsOfServiceChargeTwoFifthsLess() {
    assertThat(
            new ServiceLifeExtensionModel()
                .resolve(
                    ServiceLifeExtensionModel.Inputs.builder()
                        .shortLife("3 year")
                        .longLife("60 month")
                        .build())
                .annualChargeReduction())
        .isCloseTo(0.4, LAST_DIGITS);
  }

  @Test
  void servingReachesTheTrainingAfterFourHundredDays() {
    ServingCrossoverModelInputsBuilder requests =
        ServingCrossoverModel.Inputs.builder().oneTimeEnergy("1287 MWh").energyPerRequest("0.3 Wh");
    ServingCrossoverModel.ServingCrossoverResult busy =
        new ServingCrossoverModel().resolve(requests.requestsPerDay(1e7).build());
    ServingCrossoverModel.ServingCrossoverResult idle =
        new ServingCrossoverModel().resolve(requests.requestsPerDay(0).build());

    assertThat(in(JOULE, busy.dailyEnergy())).isCloseTo(3 * 3.6e9, LAST_DIGITS);
    assertThat(in(DAY, busy.crossoverDays().orElseThrow())).isCloseTo(429, LAST_DIGITS);
    assertThat(idle.crossoverDays()).isEmpty();
    assertThat(idle.caveats()).isNotEmpty();
  }

  @Test
  void aCascadeSavesNineTenths() {
    CascadeEnergyModel.CascadeEnergyResult result =
        new CascadeEnergyModel()
            .resolve(
                CascadeEnergyModel.Inputs.builder()
                    .edgeEnergy("5 mJ")
                    .transmitEnergy("100 mJ")
                    .cloudEnergy("2000 mJ")
                    .escalation(0.1)
                    .build());

    assertThat(in(JOULE, result.meanEnergy())).isCloseTo(0.215, LAST_DIGITS);
    assertThat(result.saving().orElseThrow()).isCloseTo(0.8976190476190476, LAST_DIGITS);
  }

  private static DutyCycledPowerModelInputsBuilder stages(Map<String, Double> dutyCycles) {
    Map<String, Quantity<Power>> powers = new LinkedHashMap<>();
    powers.put("mic", Units.of(Power.class, "50 uW"));
    powers.put("vad", Units.of(Power.class, "200 uW"));
    powers.put("kws", Units.of(Power.class, "5 mW"));
    return DutyCycledPowerModel.Inputs.builder()
        .powers(powers)
        .dutyCycles(dutyCycles)
        .referencePower("5 mW");
  }

  @Test
  void sleepingStagesDrawAFourteenth() {
    DutyCycledPowerModel.DutyCycledPowerResult result =
        new DutyCycledPowerModel()
            .resolve(stages(Map.of("kws", 0.02, "vad", 1.0, "mic", 1.0)).build());

    assertThat(in(WATT, result.averagePower())).isCloseTo(350e-6, LAST_DIGITS);
    assertThat(result.contributions().keySet()).containsExactly("mic", "vad", "kws");
    assertThat(in(WATT, named(result.contributions(), "kws"))).isCloseTo(100e-6, LAST_DIGITS);
    assertThat(result.reduction().orElseThrow()).isCloseTo(14.285714285714285, LAST_DIGITS);
  }

  @Test
  void everyStageHasOneDutyCycle() {
    assertThatThrownBy(() -> stages(Map.of("mic", 1.0, "cam", 1.0, "vad", 1.0)).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("missing [kws], extra [cam]");
    assertThatThrownBy(() -> stages(Map.of()).powers(Map.of()).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("powers is empty");
  }

  @Test
  void aWeightIsSixtyTimesDearerToFetchThanToUse() {
    DataMovementEnergyModel.DataMovementEnergyResult result =
        new DataMovementEnergyModel()
            .resolve(
                DataMovementEnergyModel.Inputs.builder()
                    .energyPerFlop("0.5 pJ/FLOP")
                    .energyPerByte("30 pJ/B")
                    .flopsPerParam(2)
                    .bytesPerParam("2 B")
                    .operandBytes("4 B")
                    .build());

    assertThat(in(JOULE, result.movementEnergy())).isCloseTo(60e-12, LAST_DIGITS);
    assertThat(result.movementShare()).isCloseTo(0.9836065573770492, LAST_DIGITS);
    assertThat(in(FLOP_PER_BYTE, result.crossoverIntensity())).isCloseTo(60, LAST_DIGITS);
    assertThat(result.balanceBatch()).isCloseTo(60, LAST_DIGITS);
    assertThat(result.operandOverFlop()).isCloseTo(240, LAST_DIGITS);
  }

  private static PowerTransientModelInputsBuilder step() {
    return PowerTransientModel.Inputs.builder()
        .highPower("700 W")
        .lowPower("250 W")
        .railVoltage("0.8 V")
        .loopInductance("5 pH")
        .riseTimes(
            Map.of("fast", Units.of(Time.class, "10 ns"), "slow", Units.of(Time.class, "1 us")))
        .nDevices(16_384)
        .rampWindow("100 ms");
  }

  @Test
  void aStepDroopsTheRailAndRampsTheCluster() {
    PowerTransientModel.PowerTransientResult result =
        new PowerTransientModel().resolve(step().build());

    assertThat(in(BaseUnits.AMPERE, result.currentStep())).isCloseTo(562.5, LAST_DIGITS);
    assertThat(in(BaseUnits.VOLT, named(result.droop(), "fast"))).isCloseTo(0.28125, LAST_DIGITS);
    assertThat(named(result.droopShare(), "slow")).isCloseTo(0.003515625, LAST_DIGITS);
    assertThat(in(WATT, result.clusterPowerStep())).isCloseTo(7_372_800, LAST_DIGITS);
    assertThat(in(BaseUnits.WATT_PER_SECOND, result.rampRate())).isCloseTo(73_728_000, LAST_DIGITS);
    assertThat(result.feasible()).isTrue();
    assertThat(result.reasons()).isEmpty();
  }

  @Test
  void aRailThatWouldCollapseIsInfeasibleAndSaysWhere() {
    PowerTransientModel.PowerTransientResult result =
        new PowerTransientModel()
            .resolve(step().riseTimes(Map.of("sudden", Units.of(Time.class, "1 ns"))).build());

    // Ten times the fast droop: 2.8125 V on 0.8 V.
    assertThat(result.feasible()).isFalse();
    assertThat(named(result.droopShare(), "sudden")).isCloseTo(3.515625, LAST_DIGITS);
    assertThat(result.reasons()).singleElement().asString().contains("sudden");
    assertThatThrownBy(() -> step().lowPower("701 W").build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("low_power is 701 W, above high_power 700 W");
  }

  @Test
  void airAndWaterCarryAHundredKilowatts() {
    CoolantFlowModelInputsBuilder rack =
        CoolantFlowModel.Inputs.builder().heatLoad("120 kW").temperatureRise("10 K");
    CoolantFlowModel.CoolantFlowResult air = new CoolantFlowModel().resolve(rack.build());
    CoolantFlowModel.CoolantFlowResult water =
        new CoolantFlowModel().resolve(rack.coolant(Coolant.WATER).build());

    assertThat(in(BaseUnits.KILOGRAM_PER_SECOND, air.massFlow()))
        .isCloseTo(11.940298507462687, LAST_DIGITS);
    assertThat(in(BaseUnits.LITRE_PER_SECOND, air.volumeFlow()))
        .isCloseTo(9950.248756218905, LAST_DIGITS);
    assertThat(in(BaseUnits.KILOGRAM_PER_SECOND, water.massFlow()))
        .isCloseTo(2.8708133971291865, LAST_DIGITS);
  }

  @Test
  void aTemperatureIsNoDifferenceOfTemperatures() {
    Quantity<Temperature> celsius = Units.of(10, BaseUnits.KELVIN.shift(273.15));

    assertThatThrownBy(() -> new CoolantFlowModel.Inputs(Units.of(1, WATT), celsius, Coolant.AIR))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("temperature_rise")
        .hasMessageContaining("give a difference in K");
    for (String unit : new String[] {"degC", "degF"}) {
      assertThatThrownBy(
              () ->
                  new CoolantFlowModel()
                      .contract()
                      .inputs()
                      .read(
                          Wire.fields()
                              .put("heat_load", new Wire.Amount(1, "kW"))
                              .put("temperature_rise", "10 " + unit)
                              .put("coolant", "oil")
                              .build(),
                          Catalogs.installed()))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("temperature_rise")
          .hasMessageContaining(unit)
          .hasMessageContaining("air, water");
    }
  }

  private static <T> T named(Map<String, T> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}

package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.physics.facility.AccountingCalendar.HOUR;
import static org.mlsysim.physics.facility.AccountingCalendar.YEAR;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFootprintTest {
  private static final double EQUAL = 1e-10; // percent
  private static final double KWH = 3.6e6;

  @Test
  void aMillionDeviceHoursMatchTheWorkedExample() {
    RunFootprint.Account a =
        RunFootprint.of(new RunFootprint.Inputs(1e6 * HOUR, 1024, 700, 1.3, 1.12, 150, 4 * YEAR));
    double us = GridEmissions.carbon(a.facilityEnergy(), 0.429 / KWH);
    double quebec = GridEmissions.carbon(a.facilityEnergy(), 0.020 / KWH);

    // The spec's worked example.
    assertThat(a.duration() / HOUR).isCloseTo(976.5625, withinPercentage(EQUAL));
    assertThat(a.acceleratorEnergy() / KWH).isCloseTo(700e3, withinPercentage(EQUAL));
    assertThat(a.itEnergy() / KWH).isCloseTo(910e3, withinPercentage(EQUAL));
    assertThat(a.facilityEnergy() / KWH).isCloseTo(1_019.2e3, withinPercentage(EQUAL));
    assertThat(a.embodiedManufactured()).isEqualTo(153_600);
    assertThat(a.embodiedCharged()).isCloseTo(4_280.821917808219, withinPercentage(EQUAL));
    assertThat(us).isCloseTo(437_236.8, withinPercentage(EQUAL));
    assertThat(quebec).isCloseTo(20_384, withinPercentage(EQUAL));
    assertThat(EmbodiedCarbon.share(us, a.embodiedCharged()))
        .isCloseTo(0.009695698892410518, withinPercentage(EQUAL));
    assertThat(EmbodiedCarbon.share(quebec, a.embodiedCharged()))
        .isCloseTo(0.17355981454370153, withinPercentage(EQUAL));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void aRunAndAFleetAtFullUtilizationHaveOneFootprint(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double devices = random.nextInt(1, 100_000);
    double duration = random.nextDouble(HOUR, YEAR);
    double power = random.nextDouble(1, 2000);
    double itRatio = random.nextDouble(1, 3);
    double pue = random.nextDouble(1, 2);
    double intensity = random.nextDouble(0, 1) / KWH;
    double wue = random.nextDouble(0, 3) / KWH;
    double embodied = random.nextDouble(0, 500);
    double life = random.nextDouble(1, 10) * YEAR;

    RunFootprint.Account run =
        RunFootprint.of(
            new RunFootprint.Inputs(
                devices * duration, devices, power, itRatio, pue, embodied, life));
    FleetFootprint.Footprint fleet =
        FleetFootprint.of(
            new FleetFootprint.Inputs(
                power, devices, duration, 1, itRatio, pue, intensity, wue, embodied, life));

    assertThat(run.facilityEnergy())
        .as("seed %d", seed)
        .isCloseTo(fleet.facilityEnergy(), withinPercentage(EQUAL));
    assertThat(GridEmissions.carbon(run.facilityEnergy(), intensity))
        .as("seed %d", seed)
        .isCloseTo(fleet.operationalCarbon(), withinPercentage(EQUAL));
    assertThat(run.embodiedCharged())
        .as("seed %d", seed)
        .isCloseTo(fleet.embodiedCharged(), withinPercentage(EQUAL));
    assertThat(GridEmissions.water(run.itEnergy(), wue))
        .as("seed %d", seed)
        .isCloseTo(fleet.water(), withinPercentage(EQUAL));
  }
}

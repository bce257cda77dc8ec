package org.mlsysim.physics.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.physics.facility.AccountingCalendar.DAY;
import static org.mlsysim.physics.facility.AccountingCalendar.YEAR;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.physics.facility.FleetFootprint.Footprint;
import org.mlsysim.physics.facility.FleetFootprint.Inputs;

class FleetFootprintTest {
  private static final double KWH = 3.6e6;
  private static final double EQUAL = 1e-10; // percent

  /** 256 H100 of 700 W for 30 days at an MFU of 0.4 on the US grid; the spec's worked example. */
  private static final Inputs RESEARCH_256 =
      new Inputs(700, 256, 30 * DAY, 0.4, 1, 1.12, 0.369 / KWH, 1.8 / KWH, 150, 4 * YEAR);

  @Test
  void thirtyDaysOf256AcceleratorsMatchTheWorkedExample() {
    Footprint f = FleetFootprint.of(RESEARCH_256);

    // 700 W x (0.30 + 0.70 x 0.4) x 256 x 720 h, by hand; the rest as printed in the spec.
    assertThat(f.itEnergy() / KWH).isCloseTo(74_833.92, withinPercentage(EQUAL));
    assertThat(f.facilityEnergy() / KWH).isCloseTo(83_813.9904, withinPercentage(EQUAL));
    assertThat(f.water()).isCloseTo(134_701.056, withinPercentage(EQUAL));
    assertThat(f.operationalCarbon()).isCloseTo(30_927.3624576, withinPercentage(EQUAL));
    assertThat(f.embodiedManufactured()).isEqualTo(38_400);
    assertThat(f.embodiedCharged()).isCloseTo(789.0410958904109, withinPercentage(EQUAL));
    assertThat(f.carbon()).isCloseTo(31_716.40355349041, withinPercentage(EQUAL));
  }

  @Test
  void idleDevicesDrawThirtyPercentAndBusyOnesTheirRating() {
    assertThat(PowerChain.devicePower(700, 0)).isEqualTo(210);
    assertThat(PowerChain.devicePower(700, 1)).isEqualTo(700);
  }

  @Test
  void noTimeCostsNothing() {
    Footprint f = FleetFootprint.of(lasting(RESEARCH_256, 0));

    assertThat(f.facilityEnergy()).isZero();
    assertThat(f.carbon()).isZero();
    assertThat(f.water()).isZero();
  }

  @Test
  void oneServiceLifeIsChargedAllThatWasManufactured() {
    Footprint f = FleetFootprint.of(lasting(RESEARCH_256, 4 * YEAR));

    assertThat(f.embodiedCharged()).isEqualTo(f.embodiedManufactured());
  }

  @Test
  void waterFollowsItEnergyAndIgnoresPue() {
    Footprint f =
        FleetFootprint.of(new Inputs(700, 256, 30 * DAY, 0.4, 1, 1.58, 0, 1.8 / KWH, 0, YEAR));

    assertThat(f.water()).isCloseTo(134_701.056, withinPercentage(EQUAL));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void footprintsAddUpOverTimeAndCarbonIsTheSumOfItsParts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Inputs whole =
        new Inputs(
            random.nextDouble(1, 2000),
            random.nextInt(1, 100_000),
            random.nextDouble(0, 10 * YEAR),
            random.nextDouble(0, 1),
            random.nextDouble(1, 3),
            random.nextDouble(1, 2),
            random.nextDouble(0, 1) / KWH,
            random.nextDouble(0, 3) / KWH,
            random.nextDouble(0, 500),
            random.nextDouble(0.1, 50) * YEAR);
    double first = random.nextDouble(0, whole.duration());

    Footprint all = FleetFootprint.of(whole);
    Footprint before = FleetFootprint.of(lasting(whole, first));
    Footprint after = FleetFootprint.of(lasting(whole, whole.duration() - first));

    assertThat(before.carbon() + after.carbon())
        .as("seed %d", seed)
        .isCloseTo(all.carbon(), withinPercentage(EQUAL));
    assertThat(before.water() + after.water())
        .as("seed %d", seed)
        .isCloseTo(all.water(), withinPercentage(EQUAL));
    assertThat(all.operationalCarbon() + all.embodiedCharged())
        .as("seed %d", seed)
        .isEqualTo(all.carbon());
  }

  @Test
  void bloomIsReproducedFromItsPublishedInputs() {
    // Luccioni et al. 2022: 1 082 990 h at 400 W and 57 g/kWh; published 433.2 MWh and 24.7 t.
    // Here as one device at full power for all the hours.
    Footprint f =
        FleetFootprint.of(
            new Inputs(
                400, 1, 1_082_990 * 3600.0, 1, 1, 1, 0.057 / KWH, 0, 462.5, 0.85 * 6 * YEAR));

    assertThat(f.facilityEnergy() / KWH / 1000).isCloseTo(433.2, within(0.05));
    assertThat(f.operationalCarbon() / 1000).isCloseTo(24.7, within(0.05));
    assertThat(f.embodiedCharged() / 1000).isCloseTo(11.2, within(0.05));
  }

  private static Inputs lasting(Inputs in, double duration) {
    return new Inputs(
        in.ratedPower(),
        in.devices(),
        duration,
        in.utilization(),
        in.itRatio(),
        in.pue(),
        in.carbonIntensity(),
        in.waterUsageEffectiveness(),
        in.embodiedPerDevice(),
        in.serviceLife());
  }
}

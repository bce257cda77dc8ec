package org.mlsysim.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.wire.Wire;

/** What coming back costs: after a failure, and after a preemption. */
class RecoveryResolversTest {
  private static RecoveryBudgetModelInputsBuilder failures(String interval) {
    return RecoveryBudgetModel.Inputs.builder()
        .checkpointBytes("2.45 TB")
        .recovery("Recovery")
        .failureInterval(interval)
        .nDevices(8192);
  }

  @Test
  void aFailureEveryFiveHoursCostsHalfAnHourADay() {
    var model = new RecoveryBudgetModel();

    var result = model.resolve(failures("5 h").build());

    // 60 + 180 + 24.5 + 120 s, 4.8 times a day.
    assertThat(in(SECOND, result.total())).isCloseTo(384.5, within(1e-12));
    assertThat(in(SECOND, result.lostPerDay())).isCloseTo(1845.6, within(1e-9));
    assertThat(result.gpuHoursPerDay()).isCloseTo(4199.76533333, within(1e-8));
    assertThat(model.contract().feasible(result)).isTrue();
    assertThat(result.reasons()).isEmpty();
  }

  @Test
  void aFailureEveryFiveMinutesLeavesNoDay() {
    var model = new RecoveryBudgetModel();

    var result = model.resolve(failures("5 min").build());

    assertThat(result.dayShare()).isGreaterThan(1);
    assertThat(model.contract().feasible(result)).isFalse();
    assertThat(result.reasons()).singleElement().asString().contains("no progress");
  }

  @Test
  void aProfileWrittenOutByHandIsReadByItsShortNames() {
    Map<String, Object> values =
        Map.of(
            "checkpoint_bytes",
            "2.45 TB",
            "recovery",
            Wire.fields()
                .put("heartbeat_timeout_s", 30)
                .put("reschedule_time_s", 60)
                .put("detection_time_s", 60)
                .put("restart_time_s", 180)
                .put("warmup_time_s", 120)
                .put("checkpoint_write_bw_gbs", 100)
                .build(),
            "failure_interval",
            "5 h",
            "n_devices",
            8192);
    var model = new RecoveryBudgetModel();

    assertThat(model.resolve(model.contract().inputs(values, Catalogs.installed())))
        .isEqualTo(model.resolve(failures("5 h").build()));
  }

  @Test
  void aPreemptionChargesNoDetection() {
    var result =
        new PreemptionTaxModel()
            .resolve(
                PreemptionTaxModel.Inputs.builder()
                    .nDevices(512)
                    .checkpointBytes("988.4 GB")
                    .lostWork("15 min")
                    .preemptionRate("0.25 1/h")
                    .recovery("Recovery")
                    .deviceHourRate("3 USD/h")
                    .build());

    // 900 + 180 + 9.884 + 120 s on 512 accelerators at 3 USD/h, six times a day.
    assertThat(in(SECOND, result.perEvent())).isCloseTo(1209.884, within(1e-9));
    assertThat(in(USD, result.costPerEvent())).isCloseTo(516.217173333, within(1e-8));
    assertThat(result.eventsPerDay()).isCloseTo(6, within(1e-12));
    assertThat(result.gpuHoursPerDay()).isCloseTo(1032.43434667, within(1e-7));
  }
}

package org.mlsysim.core.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.api.units.Units.DAY;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;

import java.util.Map;
import java.util.Objects;
import javax.measure.quantity.Time;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.core.economics.DedicatedBreakEvenModel.DedicatedBreakEvenResult;
import org.mlsysim.core.economics.ObjectStorageBillModel.ObjectStorageBillResult;
import org.mlsysim.core.economics.OutageCostModel.OutageCostResult;
import org.mlsysim.core.economics.ResponsibleEngineeringModel.ResponsibleEngineeringResult;

/** The worked examples of outages, storage bills, break-even and privacy, in listed units. */
class CostAccountsTest {
  private static final double LAST_DIGITS = 1e-10;

  private static OutageCostModelInputsBuilder outage() {
    return OutageCostModel.Inputs.builder()
        .failedDevices(8)
        .jobDevices(16_384)
        .repairTime("4 h")
        .deviceHourRate("2 USD/h");
  }

  @Test
  void anOutageCostsTheWholeJob() {
    OutageCostResult result =
        new OutageCostModel()
            .resolve(
                outage()
                    .rollbackTimes(
                        Map.of(
                            "half", Units.of(Time.class, "30 min"),
                            "two", Units.of(Time.class, "2 h")))
                    .build());

    // 8 x 2 x 4; 16 384 x 2 x 4; the same with 4.5 h and 6 h.
    assertThat(in(USD, result.directCost())).isCloseTo(64, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, result.jobCost())).isCloseTo(131_072, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, named(result.jobCostWithRollback(), "half")))
        .isCloseTo(147_456, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, named(result.jobCostWithRollback(), "two")))
        .isCloseTo(196_608, withinPercentage(LAST_DIGITS));
  }

  @Test
  void noMoreDevicesFailThanTheJobHas() {
    assertThatThrownBy(() -> outage().failedDevices(16_385).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("failed_devices is 16385, more than the 16384 of job_devices");
    assertThat(new OutageCostModel().resolve(outage().build()).jobCostWithRollback()).isEmpty();
  }

  private static ObjectStorageBillModelInputsBuilder bill() {
    return ObjectStorageBillModel.Inputs.builder()
        .datasetBytes("100 TB")
        .storageRate("23 USD/TB/month")
        .billingPeriod("1 month")
        .egressRate("0.09 USD/GB")
        .retrievalRate("0.02 USD/GB")
        .reads(3)
        .files(1_000_000)
        .requestFee("0.0004 USD")
        .requestsPerFee(1000);
  }

  @Test
  void everyReadFetchesEveryFile() {
    ObjectStorageBillResult result = new ObjectStorageBillModel().resolve(bill().build());

    assertThat(in(USD, result.storageCost())).isCloseTo(2300, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, result.egressPerRead())).isCloseTo(9000, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, result.egressCost())).isCloseTo(27_000, withinPercentage(LAST_DIGITS));
    // 1e6 files x 3 reads / 1000 x 0.0004.
    assertThat(in(USD, result.requestCost())).isCloseTo(1.2, withinPercentage(LAST_DIGITS));
    assertThat(in(USD, result.archiveRestoreCost()))
        .isCloseTo(11_000, withinPercentage(LAST_DIGITS));
  }

  @Test
  void aMonthIsATwelfthOfAYear() {
    ObjectStorageBillResult thirtyDays =
        new ObjectStorageBillModel().resolve(bill().billingPeriod("30 d").build());

    // 2300 x 720/730.
    assertThat(in(USD, thirtyDays.storageCost()))
        .isCloseTo(2268.493150684931, withinPercentage(LAST_DIGITS));
  }

  private static DedicatedBreakEvenModelInputsBuilder capacity() {
    return DedicatedBreakEvenModel.Inputs.builder()
        .inputPerOutput(10)
        .cachedFraction(0.7)
        .inputPrice(3)
        .cachedPrice(0.3)
        .outputPrice(15)
        .fixedPerHour(98.32)
        .variablePrice(0.05)
        .referenceRate("5000 1/s")
        .load(0.5);
  }

  @Test
  void ownedCapacityPaysAboveAFifthOfItsRate() {
    DedicatedBreakEvenResult result = new DedicatedBreakEvenModel().resolve(capacity().build());

    assertThat(result.apiPrice()).isCloseTo(26.1, withinPercentage(LAST_DIGITS));
    assertThat(result.apiHour()).isCloseTo(234.9, withinPercentage(LAST_DIGITS));
    assertThat(result.dedicatedHour()).isCloseTo(98.77, withinPercentage(LAST_DIGITS));
    assertThat(result.crossing().orElseThrow())
        .isCloseTo(0.20968223501812752, withinPercentage(LAST_DIGITS));
    assertThat(result.crossingNoCache().orElseThrow())
        .isCloseTo(0.12151773575577801, withinPercentage(LAST_DIGITS));
    assertThat(result.crossingReachable()).isTrue();
    assertThat(result.caveats()).isEmpty();
  }

  @Test
  void aCrossingBeyondTheCapacityOrNoneAtAllSaysSo() {
    DedicatedBreakEvenResult beyond =
        new DedicatedBreakEvenModel().resolve(capacity().fixedPerHour(1000).build());
    DedicatedBreakEvenResult never =
        new DedicatedBreakEvenModel().resolve(capacity().variablePrice(45).build());

    assertThat(beyond.crossing().orElseThrow()).isGreaterThan(1);
    assertThat(beyond.crossingReachable()).isFalse();
    assertThat(beyond.caveats()).anyMatch(text -> text.contains("exceed the capacity"));
    assertThat(never.crossing()).isEmpty();
    assertThat(never.crossingNoCache()).isEmpty();
    assertThat(never.caveats()).anyMatch(text -> text.contains("never pays"));
  }

  @Test
  void privacyTriplesAndCoverageTakesAHundredfold() {
    ResponsibleEngineeringModel model = new ResponsibleEngineeringModel();

    // The alias of the port reads too.
    ResponsibleEngineeringResult result =
        model.resolve(
            model
                .contract()
                .inputs()
                .read(
                    Wire.fields().put("training_time", new Wire.Amount(10, "d")).build(),
                    Catalogs.installed()));

    assertThat(result.dpSlowdownFactor()).isEqualTo(3);
    assertThat(result.privacyCostRatio()).isEqualTo(3);
    assertThat(in(DAY, result.effectiveTrainingTime()))
        .isCloseTo(30, withinPercentage(LAST_DIGITS));
    assertThat(result.additionalDataRequirement()).isEqualTo(100);
    assertThat(result.delta()).isEqualTo(1e-5);
    assertThat(result.experimental()).isTrue();
    assertThat(model.contract().experimental()).isTrue();
    assertThat(result.caveats()).anyMatch(text -> text.contains("teaching device"));
  }

  @Test
  void noBudgetIsTooSmallToFollowTheLaw() {
    ResponsibleEngineeringResult result =
        new ResponsibleEngineeringModel()
            .resolve(
                ResponsibleEngineeringModel.Inputs.builder()
                    .baseTrainingTime("1 h")
                    .epsilon(0.001)
                    .minSubgroupPrevalence(1e-7)
                    .build());

    assertThat(result.dpSlowdownFactor()).isCloseTo(2001, withinPercentage(LAST_DIGITS));
    assertThat(result.fairnessDataRatio()).isCloseTo(1e7, withinPercentage(LAST_DIGITS));
  }

  private static <T> T named(Map<String, T> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}

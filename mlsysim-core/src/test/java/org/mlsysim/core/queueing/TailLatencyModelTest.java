package org.mlsysim.core.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import org.junit.jupiter.api.Test;
import org.mlsysim.core.queueing.TailLatencyModel.TailLatencyResult;

class TailLatencyModelTest {
  private static final double DIGITS = 1e-12;

  private static TailLatencyModelInputsBuilder replicas(double rate) {
    return TailLatencyModel.Inputs.builder()
        .arrivalRateQps(rate)
        .serviceLatencyMs("100 ms")
        .numReplicas(10);
  }

  @Test
  void fourFifthsOfTheLoadHalfASecondInTheTail() {
    TailLatencyResult result = new TailLatencyModel().resolve(replicas(80).build());

    // The specification's example.
    assertThat(in(SECOND, result.p50Latency().orElseThrow()))
        .isCloseTo(0.09121446106069778, within(DIGITS));
    assertThat(in(SECOND, result.p99Latency().orElseThrow()))
        .isCloseTo(0.4946111327611453, within(DIGITS));
    assertThat(in(SECOND, result.p99Wait().orElseThrow()))
        .isCloseTo(0.18557852162834193, within(DIGITS));
    assertThat(result.queueUtilization()).isCloseTo(0.8, within(DIGITS));
    assertThat(result.sloHeadroomRatio().orElseThrow())
        .isCloseTo(0.37115704325668386, within(DIGITS));
  }

  @Test
  void steadierServiceWaitsLess() {
    TailLatencyResult result =
        new TailLatencyModel().resolve(replicas(90).serviceTimeCv(0.5).build());

    // The specification's example.
    assertThat(in(SECOND, result.p99Latency().orElseThrow()))
        .isCloseTo(0.4014815423873306, within(DIGITS));
    assertThat(result.caveats()).anyMatch(text -> text.contains("service_time_cv"));
  }

  @Test
  void anOverloadedQueueHasNoTimesButAReason() {
    TailLatencyResult result = new TailLatencyModel().resolve(replicas(150).build());

    assertThat(result.isStable()).isFalse();
    assertThat(result.queueUtilization()).isCloseTo(1.5, within(DIGITS));
    assertThat(result.p50Latency()).isEmpty();
    assertThat(result.p99Wait()).isEmpty();
    assertThat(result.sloHeadroomRatio()).isEmpty();
    assertThat(result.reasons()).singleElement().asString().contains("150", "10 replicas");
  }

  @Test
  void withoutArrivalsNobodyWaits() {
    TailLatencyResult result = new TailLatencyModel().resolve(replicas(0).build());

    // The P99 of an exponential of mean 0.1 s is 0.1 ln 100, by hand.
    assertThat(in(SECOND, result.p99Wait().orElseThrow())).isZero();
    assertThat(in(SECOND, result.p99Latency().orElseThrow()))
        .isCloseTo(0.1 * Math.log(100), within(DIGITS));
  }
}

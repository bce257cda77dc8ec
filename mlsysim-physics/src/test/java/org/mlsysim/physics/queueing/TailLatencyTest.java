package org.mlsysim.physics.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailLatencyTest {
  private static final double RELATIVE = 1e-12;

  @Test
  void tenReplicasAtEightyPercentMatchTheWorkedExample() {
    // Specification, TailLatencyModel: 80 requests/s, 100 ms, 10 replicas.
    TailLatency.Result result = TailLatency.solve(80.0, 0.1, 10, 1.0);

    assertThat(result.stable()).isTrue();
    assertThat(result.utilization()).isCloseTo(0.8, within(1e-15));
    assertThat(result.p50Wait()).isZero();
    assertClose(result.p99Wait(), 0.18557852162834193);
    assertClose(result.p50(), 0.09121446106069778);
    assertClose(result.p99(), 0.4946111327611453);
    assertClose(result.headroomRatio(), 0.37115704325668386);
  }

  @Test
  void steadierServiceMatchesTheWorkedExample() {
    // Specification, TailLatencyModel: 90 requests/s, cv 0.5.
    TailLatency.Result result = TailLatency.solve(90.0, 0.1, 10, 0.5);

    assertClose(result.p50(), 0.12222987893037693);
    assertClose(result.p99(), 0.4014815423873306);
    assertClose(result.p99Wait(), 0.262674848583251);
    assertClose(result.headroomRatio(), 0.525349697166502);
  }

  @Test
  void overloadHasAUtilizationAndNoTimes() {
    TailLatency.Result result = TailLatency.solve(300.0, 0.1, 10, 1.0);

    assertThat(result.stable()).isFalse();
    assertThat(result.utilization()).isCloseTo(3.0, within(1e-15));
    assertThat(result.p50()).isNaN();
    assertThat(result.p99()).isNaN();
    assertThat(result.p99Wait()).isNaN();
    assertThat(result.headroomRatio()).isNaN();
    assertThat(TailLatency.p99Wait(300.0, 0.1, 10, 1.0)).isNaN();
  }

  @Test
  void exactlyFullReplicasAreUnstable() {
    assertThat(TailLatency.solve(4.0, 0.5, 2, 1.0).stable()).isFalse();
  }

  @Test
  void anIdleServiceStaysAsLongAsItServes() {
    TailLatency.Result result = TailLatency.solve(0.0, 0.1, 3, 1.0);

    assertThat(result.p99Wait()).isZero();
    assertClose(result.p50(), 0.1 * Math.log(2));
    assertClose(result.p99(), 0.1 * Math.log(100));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void tailGrowsWithLoadAndScalesWithTime(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int servers = 1 + random.nextInt(40);
    double service = Math.exp(-6 + 8 * random.nextDouble());
    double cv = 2 * random.nextDouble();
    double low = servers / service * 0.9 * random.nextDouble();
    double high = low + (servers / service - low) * 0.9 * random.nextDouble();

    TailLatency.Result calm = TailLatency.solve(low, service, servers, cv);
    TailLatency.Result busy = TailLatency.solve(high, service, servers, cv);
    TailLatency.Result slow = TailLatency.solve(low / 7, service * 7, servers, cv);

    assertThat(busy.p99()).as("seed %d", seed).isGreaterThanOrEqualTo(calm.p99() * (1 - 1e-12));
    assertThat(calm.p99()).as("seed %d", seed).isGreaterThanOrEqualTo(calm.p50());
    assertThat(slow.p99()).as("seed %d", seed).isCloseTo(7 * calm.p99(), within(1e-9 * slow.p99()));
    assertThat(calm.p99Wait()).isEqualTo(TailLatency.p99Wait(low, service, servers, cv));
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(RELATIVE * expected));
  }
}

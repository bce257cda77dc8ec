package org.mlsysim.physics.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SojournTimeTest {
  @Test
  void oneServerStaysExponentialWithTheSpareRate() {
    // M/M/1: T is exponential with rate mu - lambda, so P99 = ln(100) / 5.
    double quantile = TailLatency.solve(5.0, 0.1, 1, 1.0).p99();

    assertThat(quantile).isCloseTo(Math.log(100) / 5, within(1e-12));
  }

  @Test
  void fixedServiceAddsToTheQuantileOfTheWait() {
    assertThat(SojournTime.quantile(0.01, 0.4, 20.0, 0.1, 0.0))
        .isEqualTo(0.1 + Math.log(0.4 / 0.01) / 20.0);
  }

  @Test
  void almostEqualRatesGiveTheSameAsEqualOnes() {
    double equal = SojournTime.exceedance(0.3, 0.5, 10.0, 10.0);

    assertThat(SojournTime.exceedance(0.3, 0.5, 10.0 + 1e-13, 10.0))
        .isCloseTo(equal, within(1e-14));
    // By hand: G = e^-3 (1 + 3), X = 0.5 e^-3 + 0.5 G.
    assertThat(equal).isCloseTo(2.5 * Math.exp(-3), within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-6, 1e-3})
  void variabilityNearAnEdgeGivesNearlyTheQuantileOfTheEdge(double step) {
    double wait = 0.4;
    double rate = 20.0;
    for (double tail : new double[] {0.5, 0.01}) {
      double fixed = SojournTime.quantile(tail, wait, rate, 0.1, 0.0);
      double exponential = SojournTime.quantile(tail, wait, rate, 0.1, 1.0);

      assertThat(SojournTime.quantile(tail, wait, rate, 0.1, step))
          .isCloseTo(fixed, within(step + 1e-12));
      assertThat(SojournTime.quantile(tail, wait, rate, 0.1, 1.0 - step))
          .isCloseTo(exponential, within(step + 1e-12));
      // Above 1 the law departs with the root of the excess.
      assertThat(SojournTime.quantile(tail, wait, rate, 0.1, 1.0 + step))
          .isCloseTo(exponential, within(Math.sqrt(step) + 1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void quantileInvertsTheExceedance(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double wait = random.nextDouble();
    double service = Math.exp(-8 + 12 * random.nextDouble());
    double rate = Math.exp(-5 + 10 * random.nextDouble()) / service;
    double cv = 3 * random.nextDouble();
    double tail = 0.001 + 0.9 * random.nextDouble();

    double quantile = SojournTime.quantile(tail, wait, rate, service, cv);

    // A fixed part keeps the exceedance at 1 until it is over, and continuous after it.
    assertThat(SojournTime.exceedance(quantile, wait, rate, service, cv))
        .as("seed %d", seed)
        .isCloseTo(tail, within(1e-9));
  }

  @Test
  void aSimulatedQueueOfTenServersAgrees() {
    // 400 000 arrivals of M/M/10 at utilization 0.8; the law says 0.0912 and 0.4946.
    double[] stays = simulate(400_000, 80.0, 0.1, 10, 20_260_101L);
    Arrays.sort(stays);

    TailLatency.Result law = TailLatency.solve(80.0, 0.1, 10, 1.0);

    assertThat(stays[stays.length / 2]).isCloseTo(law.p50(), within(0.02 * law.p50()));
    assertThat(stays[(int) (stays.length * 0.99)]).isCloseTo(law.p99(), within(0.03 * law.p99()));
  }

  private static double[] simulate(
      int arrivals, double rate, double service, int servers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] free = new double[servers];
    double[] stays = new double[arrivals];
    double now = 0.0;
    for (int i = 0; i < arrivals; i++) {
      now -= Math.log1p(-random.nextDouble()) / rate;
      int first = 0;
      for (int s = 1; s < servers; s++) {
        if (free[s] < free[first]) {
          first = s;
        }
      }
      double end = Math.max(now, free[first]) - Math.log1p(-random.nextDouble()) * service;
      free[first] = end;
      stays[i] = end - now;
    }
    return stays;
  }
}

package org.mlsysim.physics.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErlangCTest {
  @Test
  void oneServerBlocksAndWaitsAsTheClosedFormsSay() {
    // By hand: B = a / (1 + a), and an M/M/1 arrival waits with probability rho.
    assertThat(ErlangC.blocking(0.5, 1)).isEqualTo(0.5 / 1.5);
    assertThat(ErlangC.waitProbability(0.5, 1)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void twoServersFollowTheFractionDoneByHand() {
    // a = 1: (1/2) / (1 + 1 + 1/2) = 0.2, and 0.2 / (1 - 0.5 * 0.8) = 1/3.
    assertThat(ErlangC.blocking(1.0, 2)).isCloseTo(0.2, within(1e-15));
    assertThat(ErlangC.waitProbability(1.0, 2)).isCloseTo(1.0 / 3.0, within(1e-15));
  }

  @Test
  void nobodyWaitsWithoutLoad() {
    assertThat(ErlangC.waitProbability(0.0, 7)).isZero();
  }

  @Test
  void fullLoadMakesEveryoneWait() {
    assertThat(ErlangC.waitProbability(9.999999999, 10)).isCloseTo(1.0, within(1e-8));
  }

  @Test
  void aHundredThousandServersNeitherOverflowNorVanish() {
    double wait = ErlangC.waitProbability(99_000.0, 100_000);

    assertThat(wait).isBetween(0.0, 0.01);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void moreServersNeverMakeWaitingMoreLikely(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double load = 0.1 + 30 * random.nextDouble();
    double before = 1.0;
    for (int servers = (int) Math.ceil(load) + 1; servers < 100; servers++) {
      double wait = ErlangC.waitProbability(load, servers);

      assertThat(wait).as("seed %d, servers %d", seed, servers).isBetween(0.0, before);
      before = wait;
    }
  }

  @Test
  void addingServersOneByOneEqualsTheWholeRecursion() {
    double blocking = 1.0;
    for (int n = 1; n <= 25; n++) {
      blocking = ErlangC.addServer(blocking, 17.3, n);

      assertThat(blocking).isEqualTo(ErlangC.blocking(17.3, n));
    }
  }
}

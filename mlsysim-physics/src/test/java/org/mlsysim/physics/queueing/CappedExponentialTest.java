package org.mlsysim.physics.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CappedExponentialTest {
  @Test
  void meanOf800Of4096TokensComesFromAnUncappedMeanOf805() {
    // Worked example of the specification, shared formula F-PAGED.
    assertThat(CappedExponential.uncappedMean(800, 4096))
        .isCloseTo(804.9648220648982, within(1e-9));
  }

  @Test
  void meanAtTheCapHasNoFiniteUncappedMean() {
    assertThat(CappedExponential.uncappedMean(4096, 4096)).isInfinite();
  }

  @Test
  void meanShareKeepsItsDigitsWhereItsNumeratorCancels() {
    // By hand: 1 - t/2 + t^2/6 - ...
    assertThat(CappedExponential.meanShare(0.0)).isEqualTo(1.0);
    assertThat(CappedExponential.meanShare(1e-9)).isCloseTo(1 - 0.5e-9, within(1e-15));
    assertThat(CappedExponential.meanShare(1e-3))
        .isCloseTo(1 - 0.5e-3 + 1e-6 / 6 - 1e-9 / 24, within(1e-14));
    assertThat(CappedExponential.meanShare(1e6)).isEqualTo(1e-6);
    assertThat(CappedExponential.meanShare(Double.POSITIVE_INFINITY)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void cappingTheUncappedMeanGivesTheMeanBack(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double cap = 1 + 100_000 * random.nextDouble();
    double mean = cap * (0.001 + 0.998 * random.nextDouble());

    double uncapped = CappedExponential.uncappedMean(mean, cap);

    assertThat(uncapped * -Math.expm1(-cap / uncapped))
        .as("seed %d", seed)
        .isCloseTo(mean, within(1e-11 * mean));
  }
}

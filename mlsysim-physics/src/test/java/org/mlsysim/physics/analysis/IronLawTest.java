package org.mlsysim.physics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IronLawTest {
  @Test
  void anUpgradeMatchesTheWorkedExample() {
    // Specification, IronLawModel: 10, 4 and 2 ms, speedups 2 and 1.5.
    IronLaw.Result result = IronLaw.solve(0.010, 0.004, 0.002, 2, 1.5);

    assertThat(result.sequentialTime()).isCloseTo(0.016, within(1e-17));
    assertThat(result.overlappedTime()).isCloseTo(0.012, within(1e-17));
    assertThat(result.upgradedMemoryTime()).isEqualTo(0.005);
    assertThat(result.upgradedComputeTime()).isEqualTo(0.004 / 1.5);
    assertThat(result.upgradedSequentialTime()).isCloseTo(0.029 / 3, within(1e-17));
    assertThat(result.upgradedOverlappedTime()).isEqualTo(0.007);
    assertThat(result.naiveUpgradedTime()).isCloseTo(0.016 / 3, within(1e-17));
    assertThat(result.sequentialReduction()).isCloseTo(0.39583333333333337, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void overlapHelpsAndTheNaiveEstimateFlatters(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double memory = random.nextDouble();
    double compute = random.nextDouble();
    double overhead = 1e-6 + random.nextDouble();

    IronLaw.Result result =
        IronLaw.solve(
            memory, compute, overhead, 1 + 9 * random.nextDouble(), 1 + 9 * random.nextDouble());

    assertThat(result.overlappedTime()).as("seed %d", seed).isLessThan(result.sequentialTime());
    assertThat(result.naiveUpgradedTime())
        .as("seed %d", seed)
        .isLessThan(result.upgradedSequentialTime());
  }
}

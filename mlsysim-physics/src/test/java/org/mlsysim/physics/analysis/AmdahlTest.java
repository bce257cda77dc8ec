package org.mlsysim.physics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmdahlTest {
  @Test
  void oneFasterStageMatchesTheWorkedExample() {
    // Specification, AmdahlModel: 20 + 60 + 20 ms, the middle one five times as fast.
    Amdahl.Result result = Amdahl.solve(0.1, 0.06, 5);

    assertThat(result.upgradedStageTime()).isCloseTo(0.012, within(1e-17));
    assertThat(result.upgradedTotalTime()).isCloseTo(0.052, within(1e-16));
    assertThat(result.untouchedTime()).isCloseTo(0.04, within(1e-16));
    assertThat(result.stageFraction()).isCloseTo(0.6, within(1e-15));
    assertThat(result.overallSpeedup()).isCloseTo(1 / 0.52, within(1e-14));
    assertThat(result.endToEndReduction()).isCloseTo(0.48, within(1e-15));
    assertThat(result.stageReduction()).isEqualTo(0.8);
    assertThat(result.speedupBound()).isCloseTo(2.5, within(1e-14));
  }

  @Test
  void aPathOfOneStageHasNoBound() {
    Amdahl.Result result = Amdahl.solve(1.0, 1.0, 4);

    assertThat(result.speedupBound()).isNaN();
    assertThat(result.overallSpeedup()).isEqualTo(4.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void noSpeedupExceedsItsBound(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double rest = 1e-3 + random.nextDouble();
    double stage = random.nextDouble();
    double speedup = Math.exp(-2 + 10 * random.nextDouble());

    Amdahl.Result result = Amdahl.solve(rest + stage, stage, speedup);

    assertThat(result.overallSpeedup())
        .as("seed %d", seed)
        .isLessThanOrEqualTo(result.speedupBound());
    assertThat(result.upgradedTotalTime() * result.overallSpeedup())
        .as("seed %d", seed)
        .isCloseTo(result.totalTime(), within(1e-12));
  }
}

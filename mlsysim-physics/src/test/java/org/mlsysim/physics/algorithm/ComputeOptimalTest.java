package org.mlsysim.physics.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComputeOptimalTest {
  @Test
  void aYottaflopTrainsNinetyOneBillionParameters() {
    assertEquals(91_287_092_917.5, ComputeOptimal.parameters(1e24), 0.1); // sqrt(1e24 / 120)
    assertEquals(1e24 / 48e9, ComputeOptimal.tokens(1e24, 8e9), 1e-2);
  }

  @Test
  void tenThousandDaysAreAThirdOfAYottaflop() {
    assertEquals(3.417984e23, ComputeOptimal.flopsOfAcceleratorTime(10_000 * 86_400.0), 1e9);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theBestModelSpendsItsBudgetAtTwentyTokensPerParameter(long seed) {
    var random = new SplittableRandom(seed);
    double flops = StrictMath.pow(10, random.nextDouble(15, 28));

    double parameters = ComputeOptimal.parameters(flops);

    assertEquals(20.0, ComputeOptimal.tokens(flops, parameters) / parameters, 1e-13);
  }
}

package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverlapBudgetTest {
  @Test
  void aSlowExchangeShowsBehindAFastBackwardPass() {
    // Llama-3 8B, 16-bit gradients: 16.06e9 B in 32 layers, 5 ms a layer, 25 MB buckets of 1 ms.
    var budget = OverlapBudget.of(32, 16.06e9, 0.005, 25e6, 0.001);

    assertEquals(501_875_000.0, budget.gradientPerLayer(), 0.0);
    assertEquals(21.0, budget.bucketsPerLayer(), 0.0); // 20.075 rounded up
    assertEquals(0.021, budget.communicationPerLayer(), 1e-17);
    assertEquals(0.16, budget.totalBackward(), 1e-16);
    assertEquals(0.832, budget.sequentialTime(), 1e-15);
    assertEquals(0.016, budget.exposedPerLayer(), 1e-16);
    assertEquals(0.677, budget.overlappedTime(), 1e-15); // 0.16 + 0.021 + 31 x 0.016
    assertEquals(1 - 0.677 / 0.832, budget.savingsFraction(), 1e-14);
  }

  @Test
  void nothingToDoSavesNothing() {
    assertTrue(Double.isNaN(OverlapBudget.of(4, 0.0, 0.0, 1.0, 1.0).savingsFraction()));
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theTwoStagePipelineTakesItsClosedForm(long seed) {
    var random = new SplittableRandom(seed);
    int layers = random.nextInt(1, 200);
    double backward = random.nextDouble(0, 0.1);
    var budget =
        OverlapBudget.of(layers, random.nextDouble(1e6, 1e12), backward, 25e6, random.nextDouble());

    double c = budget.communicationPerLayer();
    double closed = backward + (layers - 1) * Math.max(backward, c) + c;
    assertEquals(closed, budget.overlappedTime(), 1e-13 * closed);
    assertTrue(budget.overlappedTime() <= budget.sequentialTime() * (1 + 1e-14));
  }
}

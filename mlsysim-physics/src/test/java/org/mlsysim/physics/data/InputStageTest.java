package org.mlsysim.physics.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InputStageTest {
  @Test
  void aSlowReadStallsEvenWhenOverlapped() {
    var stall = InputStage.stall(0.2, 0.25);

    assertEquals(0.45, stall.sequentialStep(), 0.0);
    assertEquals(0.25 / 0.45, stall.sequentialStall(), 1e-16);
    assertEquals(0.25, stall.overlappedStep(), 0.0);
    assertEquals(0.2, stall.overlappedStall(), 1e-15); // 0.05 of 0.25
  }

  @Test
  void aStepOfNoTimeDoesNotStall() {
    var stall = InputStage.stall(0, 0);

    assertEquals(0.0, stall.sequentialStall(), 0.0);
    assertEquals(0.0, stall.overlappedStall(), 0.0);
  }

  @Test
  void slowPreprocessingStretchesTheStep() {
    var preprocessing = InputStage.preprocessing(256, 500e3, 2e9, 0.05);

    assertEquals(0.064, preprocessing.transformTime(), 1e-17);
    assertTrue(preprocessing.bottleneck());
    assertEquals(0.78125, preprocessing.utilization(), 1e-15); // 0.05 / 0.064
    assertEquals(1.28, preprocessing.slowdown(), 1e-15);
  }

  @Test
  void aTieLeavesTheAcceleratorTheBottleneck() {
    assertFalse(InputStage.preprocessing(3, 0.1e9, 1e9, 0.3).bottleneck()); // both 0.3 s
  }

  @Test
  void aStepOfNoTimeHasNoSlowdown() {
    var preprocessing = InputStage.preprocessing(256, 500e3, 2e9, 0);

    assertTrue(Double.isNaN(preprocessing.slowdown()));
    assertEquals(0.0, preprocessing.utilization(), 0.0);
    assertTrue(preprocessing.bottleneck());
    assertEquals(0.0, InputStage.preprocessing(1, 0, 1, 0).utilization(), 0.0);
  }

  @Test
  void aReadOfTwoAndAHalfStepsNeedsThreeBatches() {
    assertEquals(2.5, InputStage.span(0.5, 0.2), 1e-15);
    assertEquals(3.0, InputStage.prefetchDepth(2.5), 0.0);
    assertEquals(1.0, InputStage.prefetchDepth(InputStage.span(0.002, 0.2)), 0.0);
    assertEquals(0.0, InputStage.prefetchDepth(0.0), 0.0);
  }

  @Test
  void aWholeMultipleNeedsNoBatchMore() {
    for (int steps = 1; steps < 1000; steps++) {
      assertEquals(steps, InputStage.prefetchDepth(InputStage.span(steps * 0.1, 0.1)), 0.0);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void overlapNeverTakesLonger(long seed) {
    var random = new SplittableRandom(seed);
    var stall = InputStage.stall(random.nextDouble(), random.nextDouble());

    assertTrue(stall.overlappedStep() <= stall.sequentialStep());
    assertTrue(stall.overlappedStall() <= stall.sequentialStall());
  }
}

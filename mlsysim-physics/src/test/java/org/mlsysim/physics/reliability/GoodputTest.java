package org.mlsysim.physics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoodputTest {
  @Test
  void lessThanHalfOfTheCapacityBecomesIdealWork() {
    var account = Goodput.of(0.92, 0.90, 0.55);

    assertEquals(0.4554, account.product(), 1e-15);
    assertEquals(0.495, account.jobProduct(), 1e-15);
    assertEquals(0.828, account.afterRuntime(), 1e-15);
    assertEquals(0.08, account.schedulingShare(), 1e-15);
    assertEquals(0.092, account.runtimeShare(), 1e-15);
    assertEquals(0.3726, account.programShare(), 1e-15);
    assertEquals(0.506, account.runtimePoint(), 1e-15);
    assertEquals(0.0396, account.fullSchedulingGain(), 1e-15);
    assertEquals(2.19587176109, account.costMultiple(), 1e-11);
    assertEquals(1.0 / 9.0, account.runtimeHeadroom(), 1e-15);
    assertEquals(0.0828, Goodput.ceilingGain(0.55, 0.65, account.programPoint()), 1e-15);
    assertEquals(6.58761528327, Goodput.usefulRate(3.0, account.product()), 1e-11);
  }

  @Test
  void tenPointsOfUtilizationIdleThousandsADay() {
    double perSecond = Goodput.utilizationLossRate(512, 3.0 / 3600, 0.55, 0.45);

    assertEquals(3686.4, perSecond * 86_400, 1e-9);
    assertEquals(-3686.4, Goodput.utilizationLossRate(512, 3.0 / 3600, 0.45, 0.55) * 86_400, 1e-9);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsLostAndWhatIsLeftAddUpToOne(long seed) {
    var random = new SplittableRandom(seed);
    double scheduling = random.nextDouble(0.01, 1);
    double runtime = random.nextDouble(0.01, 1);
    double program = random.nextDouble(0.01, 1);

    var account = Goodput.of(scheduling, runtime, program);

    assertEquals(
        1.0,
        account.product()
            + account.schedulingShare()
            + account.runtimeShare()
            + account.programShare(),
        1e-15);
    double better = Goodput.of(scheduling, runtime, 1.0).product();
    double gain = Goodput.ceilingGain(program, 1.0, account.programPoint());
    assertEquals(better, account.product() + gain, 1e-15);
  }
}

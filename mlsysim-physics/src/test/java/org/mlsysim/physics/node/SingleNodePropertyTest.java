package org.mlsysim.physics.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SingleNodePropertyTest {
  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static double context(Draws any, WorkloadForm workload) {
    return workload.keepsCache() && any.coin() ? any.whole(1, 100_000) : 0;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void latencyIsTheSlowerSidePlusOverheadAndTrafficIsTheSumOfItsTerms(long seed) {
    Draws any = new Draws(seed);
    WorkloadForm workload = any.workload();
    NodeProfile profile =
        SingleNode.inference(
            workload,
            any.device(),
            any.bytesPerElement(),
            any.whole(1, 2048),
            any.uniform(0.05, 1),
            context(any, workload),
            0.1);

    assertEquals(
        Math.max(profile.latencyCompute(), profile.latencyMemory()) + profile.latencyOverhead(),
        profile.latency());
    assertEquals(profile.traffic() / profile.peakBwActual(), profile.latencyMemory(), 1e-12);
    assertEquals(profile.level().feasible(), profile.feasible());
    assertEquals(profile.feasible(), Double.isNaN(profile.offloadSpillBytes()));
    assertTrue(profile.feasible() || profile.offloadSpillBytes() > 0);
    assertTrue(profile.mfu() >= 0 && profile.mfu() <= 1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void fasterArithmeticMemoryOrLinkNeverHurts(long seed) {
    Draws any = new Draws(seed);
    WorkloadForm workload = any.workload();
    DeviceForm device = any.device();
    double b = any.bytesPerElement();
    double batch = any.whole(1, 512);
    double gain = any.uniform(1, 8);
    DeviceForm faster =
        new DeviceForm(
            device.peakFlops() * gain,
            device.memoryCapacity(),
            device.memoryBandwidth() * gain,
            device.sramCapacity(),
            device.sramBandwidth() * gain,
            device.flashCapacity(),
            device.flashBandwidth() * gain,
            device.hostLinkOrDefault() * gain,
            device.tdp(),
            device.dispatchTax());

    double before = SingleNode.inference(workload, device, b, batch, 0.5, 0, 0.1).latency();
    double after = SingleNode.inference(workload, faster, b, batch, 0.5, 0, 0.1).latency();

    assertTrue(after <= before, before + " became " + after);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void oneByteTooManyCostsNoJump(long seed) {
    Draws any = new Draws(seed);
    WorkloadForm workload = any.workload();
    double b = any.bytesPerElement();
    double size = workload.storedBytes(b);
    double bandwidth = any.logUniform(1e10, 1e13);

    double fits =
        SingleNode.inference(workload, DeviceForm.of(1e15, size, bandwidth), b, 1, 0.5, 0, 0.1)
            .latency();
    double spills =
        SingleNode.inference(
                workload, DeviceForm.of(1e15, size * (1 - 1e-9), bandwidth), b, 1, 0.5, 0, 0.1)
            .latency();

    assertTrue(spills >= fits * (1 - 1e-14)); // a fast link leaves rounding alone
    assertEquals(fits, spills, fits * 1e-6);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void moreTokensTouchMoreExpertsButNeverMoreThanThereAre(long seed) {
    Draws any = new Draws(seed);
    WorkloadForm workload = any.transformer();
    double tokens = any.whole(1, 4096);

    double fewer = workload.touchedBytes(tokens, 2);
    double more = workload.touchedBytes(tokens + 1, 2);

    assertTrue(fewer <= more && more <= workload.storedBytes(2));
    double oneToken = 2 * workload.activeParametersOrAll();
    assertTrue(fewer >= oneToken * (1 - 1e-9));
  }
}

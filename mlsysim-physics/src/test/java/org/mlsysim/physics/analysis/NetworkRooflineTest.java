package org.mlsysim.physics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.physics.serving.Examples.FP16;
import static org.mlsysim.physics.serving.Examples.LLAMA3_70B;

import org.junit.jupiter.api.Test;
import org.mlsysim.physics.analysis.NetworkRoofline.Ceiling;

class NetworkRooflineTest {
  @Test
  void oneSampleIsBoundByItsGradients() {
    // Specification, NetworkRooflineModel: 256 H100 on 100 Gbit/s.
    NetworkRoofline.Result result = step(256, 1);

    assertThat(result.syncBytes()).isEqualTo(281_296_875_000.0);
    assertThat(result.networkTime()).isCloseTo(22.50375, within(1e-12));
    assertThat(result.computeTime()).isCloseTo(1.7877158228850152, within(1e-12));
    assertThat(result.latency()).isEqualTo(result.networkTime());
    assertThat(result.ceiling()).isEqualTo(Ceiling.NETWORK);
    assertThat(result.intensity()).isCloseTo(3142.677907163526, within(1e-9));
    assertThat(result.mfu()).isCloseTo(0.039720398219963676, within(1e-14));
    assertThat(result.fleetFlops()).isEqualTo(1.26592e17);
  }

  @Test
  void sixteenSamplesAreBoundByCompute() {
    NetworkRoofline.Result result = step(256, 16);

    assertThat(result.computeTime()).isCloseTo(28.603453166160243, within(1e-11));
    assertThat(result.ceiling()).isEqualTo(Ceiling.COMPUTE);
    assertThat(result.mfu()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void oneAcceleratorExchangesNothing() {
    NetworkRoofline.Result result = step(1, 1);

    assertThat(result.syncBytes()).isZero();
    assertThat(result.intensity()).isNaN();
    assertThat(result.ceiling()).isEqualTo(Ceiling.COMPUTE);
  }

  private static NetworkRoofline.Result step(double accelerators, double batch) {
    return NetworkRoofline.solve(
        LLAMA3_70B, FP16, 989e12, 0.5, accelerators, 12.5e9, 1, batch, 2048, true);
  }
}

package org.mlsysim.physics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.physics.serving.Examples.DEEPSEEK_V3;
import static org.mlsysim.physics.serving.Examples.FP16;
import static org.mlsysim.physics.serving.Examples.LLAMA3_8B;
import static org.mlsysim.physics.serving.Examples.MAMBA_2_8B;
import static org.mlsysim.physics.serving.Examples.MIXTRAL_8X7B;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.NodeProfile;
import org.mlsysim.physics.node.SingleNode;
import org.mlsysim.physics.node.WorkloadForm;

class SynthesisTest {
  @Test
  void fiftyMillisecondsMatchTheWorkedExample() {
    // Specification, SynthesisSolver.
    Synthesis.Result result = Synthesis.solve(LLAMA3_8B, FP16, 0.05, 0.5, 1, 0, 1e-5, 0.1);

    assertThat(result.feasible()).isTrue();
    assertThat(result.requiredBandwidth()).isCloseTo(323431642117.97864, within(1e-2));
    assertThat(result.requiredFlops()).isCloseTo(646668008858.4658, within(1e-2));
    assertThat(result.requiredMemory()).isEqualTo(1.606e10);
    assertThat(result.computeMemoryRatio()).isCloseTo(1.9993962391056956, within(1e-14));
    assertThat(result.latencyFloor()).isCloseTo(0.00033, within(1e-18));
    assertThat(result.totalOps()).isEqualTo(1.606e10);
  }

  @Test
  void noHardwareMeetsATargetBelowTheOverhead() {
    Synthesis.Result result = Synthesis.solve(LLAMA3_8B, FP16, 0.0002, 0.5, 1, 0, 1e-5, 0.1);

    assertThat(result.feasible()).isFalse();
    assertThat(result.requiredBandwidth()).isNaN();
    assertThat(result.requiredFlops()).isNaN();
    assertThat(result.requiredMemory()).isEqualTo(1.606e10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void theSynthesizedDeviceMeetsItsTarget(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    WorkloadForm[] models = {LLAMA3_8B, MIXTRAL_8X7B, DEEPSEEK_V3, MAMBA_2_8B};
    WorkloadForm model = models[random.nextInt(models.length)];
    double bytes = new double[] {4, 2, 1, 0.5}[random.nextInt(4)];
    double efficiency = 0.05 + 0.95 * random.nextDouble();
    double batch = 1 + random.nextInt(256);
    double context = random.nextInt(2) * random.nextInt(32_768);
    double target = 0.001 + random.nextDouble();

    Synthesis.Result wanted =
        Synthesis.solve(model, bytes, target, efficiency, batch, context, 1e-5, 0.1);
    DeviceForm device =
        DeviceForm.of(wanted.requiredFlops(), wanted.requiredMemory(), wanted.requiredBandwidth());
    NodeProfile profile =
        SingleNode.inference(model, device, bytes, batch, efficiency, context, 0.1);

    assertThat(profile.feasible()).as("seed %d", seed).isTrue();
    assertThat(profile.latency()).as("seed %d", seed).isCloseTo(target, within(1e-12 * target));
    assertThat(profile.latencyCompute())
        .as("seed %d", seed)
        .isCloseTo(profile.latencyMemory(), within(1e-12 * target));
  }
}

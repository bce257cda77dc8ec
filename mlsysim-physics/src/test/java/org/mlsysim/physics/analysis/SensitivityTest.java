package org.mlsysim.physics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.physics.serving.Examples.FP16;
import static org.mlsysim.physics.serving.Examples.H100;
import static org.mlsysim.physics.serving.Examples.LLAMA3_70B;
import static org.mlsysim.physics.serving.Examples.LLAMA3_8B;

import org.junit.jupiter.api.Test;
import org.mlsysim.physics.analysis.Sensitivity.Constraint;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.node.WorkloadForm.Family;

class SensitivityTest {
  @Test
  void aDecoderIsBoundByBandwidth() {
    // Specification, SensitivitySolver: 10 % more of each.
    Sensitivity.Result result = Sensitivity.solve(LLAMA3_8B, H100, FP16, 0.5, 0.1, 0.1);

    assertThat(result.peakFlops()).isZero();
    assertThat(result.memoryBandwidth()).isCloseTo(-0.08505597772463949, within(1e-13));
    assertThat(result.memoryCapacity()).isZero();
    assertThat(result.binding()).isEqualTo(Constraint.MEMORY_BANDWIDTH);
    assertThat(result.baseline().latency()).isCloseTo(0.005125477511641791, within(1e-16));
  }

  @Test
  void aModelThatDoesNotFitIsBoundByCapacity() {
    Sensitivity.Result result = Sensitivity.solve(LLAMA3_70B, H100, FP16, 0.5, 0.1, 0.1);

    assertThat(result.baseline().feasible()).isFalse();
    assertThat(result.binding()).isEqualTo(Constraint.MEMORY_CAPACITY);
  }

  @Test
  void theLevelInUseIsPerturbed() {
    // Decisions [D23]: ESP32-S3, 400 000 int8 parameters, 0.1 MFLOP, served from its SRAM.
    DeviceForm esp32 =
        DeviceForm.of(2.4e9, 4 * 1024 * 1024, 80e6)
            .withSram(512 * 1024, 0.96e9)
            .withFlash(4 * 1024 * 1024, 80e6)
            .withHost(Double.NaN, 0.4, 1e-3);
    WorkloadForm tiny =
        WorkloadForm.builder(Family.OTHER).parameters(400_000).inferenceFlops(1e5).build();

    Sensitivity.Result result = Sensitivity.solve(tiny, esp32, 1, 0.5, 0.1, 0.1);

    assertThat(result.memoryBandwidth()).isCloseTo(-0.028376844494892143, within(1e-13));
    assertThat(result.binding()).isEqualTo(Constraint.MEMORY_BANDWIDTH);
  }

  @Test
  void overheadAloneBindsNothing() {
    WorkloadForm idle =
        WorkloadForm.builder(Family.OTHER).parameters(1e-9).inferenceFlops(1e-9).build();

    assertThat(Sensitivity.solve(idle, H100, FP16, 0.5, 0.1, 0.1).binding())
        .isEqualTo(Constraint.NONE);
  }

  @Test
  void lessOfTheBindingNumberIsSlower() {
    Sensitivity.Result result = Sensitivity.solve(LLAMA3_8B, H100, FP16, 0.5, -0.5, 0.1);

    assertThat(result.memoryBandwidth()).isPositive();
  }
}

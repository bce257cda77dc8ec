package org.mlsysim.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.measure.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.ComputeCore;
import org.mlsysim.api.hardware.ComputeCoreBuilder;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.HardwareNodeBuilder;
import org.mlsysim.api.hardware.MemorySystemBuilder;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.analysis.SensitivitySolver.SensitivityResult;
import org.mlsysim.core.node.SingleNodeModel;
import org.mlsysim.physics.analysis.Sensitivity.Constraint;

class SensitivitySolverTest {
  private final SensitivitySolver solver = new SensitivitySolver();

  private static SensitivitySolverInputsBuilder inputs(String model, HardwareNode hardware) {
    return SensitivitySolver.Inputs.builder().model(model).hardware(hardware);
  }

  private static HardwareNode device(String id) {
    return Catalogs.installed().of(HardwareNode.class).get(id);
  }

  @Test
  void aDecoderOfOneTokenWantsBandwidth() {
    SensitivityResult result = solver.resolve(inputs("Llama3_8B", device("H100")).build());

    // The specification's example.
    assertThat(result.bindingConstraint()).isEqualTo(Constraint.MEMORY_BANDWIDTH);
    assertThat(result.sensitivities().memoryBandwidth())
        .isCloseTo(-0.08505597772463949, within(1e-14));
    assertThat(result.sensitivities().peakFlops()).isZero();
    assertThat(in(SECOND, result.baselineLatency())).isCloseTo(0.005125477511641791, within(1e-16));
  }

  @Test
  void aModelThatDoesNotFitWantsCapacity() {
    SensitivityResult result = solver.resolve(inputs("Llama3_70B", device("H100")).build());

    assertThat(result.feasible()).isFalse();
    assertThat(result.bindingConstraint()).isEqualTo(Constraint.MEMORY_CAPACITY);
    assertThat(result.reasons()).singleElement().asString().contains("Llama3_70B", "H100");
  }

  @Test
  void aChangeOfNothingIsRefused() {
    assertThatThrownBy(() -> inputs("Llama3_8B", device("H100")).perturbationPct(0).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("perturbation_pct is 0");
  }

  /** The answer put into the model gives the latency of the changed device back. */
  @ParameterizedTest
  @CsvSource({
    "Llama3_8B, H100, 10",
    "Llama3_8B, A100, -50",
    "ResNet50, H100, 25",
    "ResNet50, T4, 300",
    "BERT_Base, V100, -10",
    "Mamba_2_8B, H200, 100"
  })
  void theChangedDeviceIsSlowerOrFasterByJustThat(String model, String hardware, double percent) {
    HardwareNode device = device(hardware);
    SensitivityResult result =
        solver.resolve(inputs(model, device).perturbationPct(percent).build());
    double baseline = in(SECOND, result.baselineLatency());
    double factor = 1 + percent / 100;

    assertThat(latency(model, faster(device, factor, 1)))
        .isCloseTo(baseline * (1 + result.sensitivities().peakFlops()), within(1e-12 * baseline));
    assertThat(latency(model, faster(device, 1, factor)))
        .isCloseTo(
            baseline * (1 + result.sensitivities().memoryBandwidth()), within(1e-12 * baseline));
  }

  private static double latency(String model, HardwareNode hardware) {
    return in(
        SECOND,
        new SingleNodeModel()
            .resolve(SingleNodeModel.Inputs.builder().model(model).hardware(hardware).build())
            .latency());
  }

  private static HardwareNode faster(HardwareNode device, double arithmetic, double bandwidth) {
    ComputeCore compute = device.compute();
    Map<String, Quantity<ComputeRate>> rates = new LinkedHashMap<>();
    compute.precisionFlops().forEach((name, rate) -> rates.put(name, times(rate, arithmetic)));
    double bytes = in(BYTE_PER_SECOND, device.memory().bandwidth()) * bandwidth;
    return HardwareNodeBuilder.from(device)
        .compute(
            ComputeCoreBuilder.from(compute)
                .peakFlops(times(compute.peakFlops(), arithmetic))
                .precisionFlops(rates)
                .build())
        .memory(
            MemorySystemBuilder.from(device.memory())
                .bandwidth(Units.of(bytes, BYTE_PER_SECOND))
                .build())
        .build();
  }

  private static Quantity<ComputeRate> times(Quantity<ComputeRate> rate, double factor) {
    return Units.of(in(FLOP_PER_SECOND, rate) * factor, FLOP_PER_SECOND);
  }
}

package org.mlsysim.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.ComputeCoreBuilder;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.HardwareNodeBuilder;
import org.mlsysim.api.hardware.MemorySystemBuilder;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.analysis.SynthesisSolver.SynthesisResult;
import org.mlsysim.core.node.PerformanceProfile;
import org.mlsysim.core.node.SingleNodeModel;

class SynthesisSolverTest {
  private static final List<Workload> SIZED =
      Catalogs.installed().of(Workload.class).all().stream()
          .filter(each -> each.parameterCount().isPresent() || each.modelSize().isPresent())
          .toList();

  private final SynthesisSolver solver = new SynthesisSolver();

  private static SynthesisSolverInputsBuilder inputs(String target) {
    return SynthesisSolver.Inputs.builder().model("Llama3_8B").targetLatency(target);
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @Test
  void fiftyMillisecondsNeedAThirdOfATerabyteASecond() {
    SynthesisResult result = solver.resolve(inputs("50 ms").build());

    // The specification's example.
    assertThat(in(BYTE_PER_SECOND, result.requiredBw().orElseThrow()))
        .isCloseTo(323431642117.97864, within(1e-3));
    assertThat(in(FLOP_PER_SECOND, result.requiredFlops().orElseThrow()))
        .isCloseTo(646668008858.4658, within(1e-3));
    assertThat(in(BYTE, result.requiredMemory())).isEqualTo(16.06e9);
    assertThat(in(SECOND, result.latencyFloor())).isCloseTo(0.00033, within(1e-18));
  }

  @Test
  void noHardwareIsFasterThanTheOverhead() {
    SynthesisResult result = solver.resolve(inputs("0.2 ms").build());

    assertThat(result.feasible()).isFalse();
    assertThat(result.requiredBw()).isEmpty();
    assertThat(result.requiredFlops()).isEmpty();
    assertThat(result.reasons()).singleElement().asString().contains("2.0E-4 s");
    assertThat(in(BYTE, result.requiredMemory())).isEqualTo(16.06e9);
  }

  @Test
  void aContextNeedsAModelThatKeepsOne() {
    assertThatThrownBy(
            () -> solver.resolve(inputs("50 ms").model("ResNet50").contextLength(1).build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("context_length is 1")
        .hasMessageContaining("neither a KV cache nor a state");
  }

  /** The answer put into the model gives the target back. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aDeviceOfTheAnswerMeetsTheTargetInBalance(long seed) {
    SplittableRandom any = new SplittableRandom(seed);
    Workload model = SIZED.get(any.nextInt(SIZED.size()));
    List<Precision> precisions = List.of(Precision.values());
    Precision precision = precisions.get(any.nextInt(precisions.size()));
    double efficiency = any.nextDouble(0.05, 1);
    int batch = any.nextInt(1, 200);
    double target = Math.exp(any.nextDouble(Math.log(0.1), Math.log(1000)));
    SynthesisResult wanted =
        solver.resolve(
            inputs(target + " s")
                .model(model)
                .precision(precision)
                .efficiency(efficiency)
                .batchSize(batch)
                .build());

    PerformanceProfile profile =
        new SingleNodeModel()
            .resolve(
                SingleNodeModel.Inputs.builder()
                    .model(model)
                    .hardware(device(wanted))
                    .precision(precision)
                    .efficiency(efficiency)
                    .batchSize(batch)
                    .build());

    assertThat(profile.feasible()).isTrue();
    assertThat(in(SECOND, profile.latency()) / target).isCloseTo(1, within(1e-12));
    assertThat(in(SECOND, profile.latencyCompute()) / in(SECOND, profile.latencyMemory()))
        .isCloseTo(1, within(1e-12));
  }

  private static HardwareNode device(SynthesisResult wanted) {
    return new HardwareNodeBuilder()
        .name("as wanted")
        .compute(
            new ComputeCoreBuilder()
                .peakFlops(wanted.requiredFlops().orElseThrow())
                .precisionFlops(Map.of())
                .build())
        .memory(
            new MemorySystemBuilder()
                .capacity(wanted.requiredMemory())
                .bandwidth(wanted.requiredBw().orElseThrow())
                .build())
        .build();
  }

  @Test
  void anotherDimensionIsRefusedByName() {
    assertThatThrownBy(() -> inputs("50 GB").build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("target_latency");
  }
}

package org.mlsysim.physics.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlsysim.physics.algorithm.Compression.Sparsity;

class CompressionTest {
  // ResNet50: 25 557 032 parameters of 4 B.
  private static final double RESNET50 = 102_228_128.0;

  @Test
  void eightBitsQuarterAMemoryBoundModel() {
    // Specification, CompressionModel: Llama3_8B from fp32 on H100.
    Compression.Result result =
        Compression.quantize(3.212e10, 32, 8, 16.06e9, 3.212e10, 989e12, 3.35e12, 1979e12);

    assertThat(result.compressedBytes()).isEqualTo(8.03e9);
    assertThat(result.ratio()).isEqualTo(4.0);
    assertThat(result.accuracyDelta()).isEqualTo(-0.002);
    assertThat(result.memorySavingsPct()).isEqualTo(75.0);
    assertThat(result.speedup()).isEqualTo(4.0);
  }

  @Test
  void aComputeBoundModelGainsWhatItsUnitsGain() {
    // 1979 TOPS of int8 against 989 TFLOP/s, and no gain without such units.
    assertThat(
            Compression.quantize(RESNET50, 32, 8, 1e15, RESNET50, 989e12, 3.35e12, 1979e12)
                .speedup())
        .isEqualTo(1979e12 / 989e12);
    assertThat(
            Compression.quantize(RESNET50, 32, 8, 1e15, RESNET50, 989e12, 3.35e12, Double.NaN)
                .speedup())
        .isEqualTo(1.0);
    assertThat(
            Compression.quantize(RESNET50, 16, 8, 1e15, RESNET50, 989e12, 3.35e12, 9e15).speedup())
        .isEqualTo(2.0);
  }

  @ParameterizedTest
  @CsvSource({
    "32,0",
    "16,0",
    "15,-0.025",
    "9,-0.025",
    "8,-0.002",
    "7,-0.025",
    "4,-0.025",
    "3,-0.05"
  })
  void accuracyFallsInSteps(int bits, double delta) {
    assertThat(Compression.quantizationDelta(bits)).isEqualTo(delta);
  }

  @Test
  void structuredPruningMatchesTheWorkedExample() {
    // Specification, CompressionModel: ResNet50 at sparsity 0.8.
    Compression.Result result = Compression.prune(RESNET50, 0.8, Sparsity.STRUCTURED);

    assertThat(result.compressedBytes()).isCloseTo(20_445_625.6, within(1e-6));
    assertThat(result.ratio()).isCloseTo(5.0, within(1e-14));
    assertThat(result.accuracyDelta()).isCloseTo(-0.04953032424395115, within(1e-15));
    assertThat(result.memorySavingsPct()).isCloseTo(80.0, within(1e-12));
    assertThat(result.speedup()).isEqualTo(result.ratio());
  }

  @Test
  void patternsDecideWhetherSparsityIsFast() {
    assertThat(Compression.prune(1, 0.5, Sparsity.N_OF_M).speedup()).isEqualTo(2.0);
    assertThat(Compression.prune(1, 0.6, Sparsity.N_OF_M).speedup()).isEqualTo(1.0);
    assertThat(Compression.prune(1, 0.9, Sparsity.UNSTRUCTURED).speedup()).isEqualTo(1.0);
    assertThat(Compression.prune(1, 1.0, Sparsity.UNSTRUCTURED).ratio()).isEqualTo(100.0);
    assertThat(Compression.prune(1, 0.0, Sparsity.UNSTRUCTURED).accuracyDelta()).isEqualTo(-0.001);
  }

  @Test
  void keepingTheModelChangesNothing() {
    Compression.Result result = Compression.keep(RESNET50);

    assertThat(result.compressedBytes()).isEqualTo(RESNET50);
    assertThat(result.memorySavingsPct()).isZero();
    assertThat(result.speedup()).isEqualTo(1.0);
  }

  @Test
  void aCandidateDominatesOnlyWithoutAnyLoss() {
    // Specification, sweep of 16, 8 and 4 bits and 2:4: the pruned one is off the frontier.
    Compression.Result half =
        Compression.quantize(3.212e10, 32, 16, 16.06e9, 3.212e10, 989e12, 3.35e12, 989e12);
    Compression.Result eight =
        Compression.quantize(3.212e10, 32, 8, 16.06e9, 3.212e10, 989e12, 3.35e12, 1979e12);
    Compression.Result pruned = Compression.prune(3.212e10, 0.5, Sparsity.N_OF_M);

    assertThat(Compression.dominates(half, pruned)).isTrue();
    assertThat(Compression.dominates(half, eight)).isFalse();
    assertThat(Compression.dominates(eight, half)).isFalse();
    assertThat(Compression.dominates(half, half)).isFalse();
  }
}

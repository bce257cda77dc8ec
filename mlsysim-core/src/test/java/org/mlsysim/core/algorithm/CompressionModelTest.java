package org.mlsysim.core.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.core.algorithm.CompressionModel.CompressionResult;
import org.mlsysim.core.algorithm.CompressionSweep.Candidate;
import org.mlsysim.core.algorithm.CompressionSweep.Guard;

/** Numbers are the worked examples of the specification unless a comment says otherwise. */
class CompressionModelTest {
  private final CompressionModel model = new CompressionModel();

  private static CompressionModelInputsBuilder llama() {
    return CompressionModel.Inputs.builder().model("Llama3_8B").hardware("H100");
  }

  private static CompressionModel.Inputs bits(int bits) {
    return llama().targetBitwidth(bits).build();
  }

  private static CompressionModelInputsBuilder pruned(double sparsity, SparsityType type) {
    return llama().method(CompressionMethod.PRUNING).sparsity(sparsity).sparsityType(type);
  }

  /** 16, 8 and 4 bits, and two of four weights. */
  private static List<CompressionModel.Inputs> ways() {
    return List.of(bits(16), bits(8), bits(4), pruned(0.5, SparsityType.N_M).build());
  }

  @Test
  void eightBitsAreAQuarterOfThirtyTwo() {
    CompressionResult result = model.resolve(llama().build());

    assertThat(in(BYTE, result.originalSizeBytes())).isEqualTo(32.12e9);
    assertThat(in(BYTE, result.compressedSizeBytes())).isEqualTo(8.03e9);
    assertThat(result.compressionRatio()).isEqualTo(4);
    assertThat(result.estimatedAccuracyDelta()).isEqualTo(-0.002);
    assertThat(result.memorySavingsPct()).isEqualTo(75);
    assertThat(result.inferenceSpeedup()).isEqualTo(4);
  }

  @Test
  void structuredPruningLeavesASmallerDenseModel() {
    CompressionResult result =
        model.resolve(
            pruned(0.8, SparsityType.STRUCTURED).model("ResNet50").hardware("A100").build());

    assertThat(in(BYTE, result.compressedSizeBytes())).isCloseTo(20445625.6, within(1e-6));
    assertThat(result.estimatedAccuracyDelta()).isCloseTo(-0.04953032424395115, within(1e-15));
    assertThat(result.inferenceSpeedup()).isCloseTo(5, within(1e-14));
  }

  @Test
  void distillationLeavesTheModelAndSaysSo() {
    CompressionResult result =
        model.resolve(llama().method(CompressionMethod.DISTILLATION).build());

    assertThat(result.compressionRatio()).isEqualTo(1);
    assertThat(result.caveats()).anyMatch(text -> text.contains("student"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n_m", "2:4", "2_4", "NM", "n-m"})
  void twoOfFourHasManyNames(String name) {
    var inputs =
        model
            .contract()
            .inputs()
            .build(
                java.util.Map.of("model", "Llama3_8B", "hardware", "H100", "sparsity_type", name),
                Catalogs.installed());

    assertThat(inputs.sparsityType()).isEqualTo(SparsityType.N_M);
  }

  @Test
  void theFrontierHoldsWhatNothingElseBeats() {
    CompressionSweep sweep =
        CompressionSweep.of(ways(), CompressionGuards.builder().maxAccuracyDrop(0.03).build());

    assertThat(labels(sweep.candidates().stream().filter(Candidate::onFrontier)))
        .containsExactly("FP16 quantization", "INT8 quantization", "INT4 quantization");
    assertThat(labels(sweep.candidates().stream().filter(each -> !each.onFrontier())))
        .containsExactly("n_m pruning 50%");
    assertThat(sweep.best().orElseThrow().label()).isEqualTo("FP16 quantization");
    // The H100's record has no int4 rate.
    assertThat(sweep.candidates().get(2).hardwareSupported()).isFalse();
    assertThat(sweep.candidates()).allMatch(Candidate::feasible);
  }

  @Test
  void guardsAreNamedInTheirOrder() {
    CompressionSweep sweep =
        CompressionSweep.of(
            ways(),
            CompressionGuards.builder()
                .sizeLimit("5 GB")
                .maxAccuracyDrop(0.01)
                .minSpeedup(3.0)
                .requireHardwareSupport(true)
                .build());

    // 16.06, 8.03, 4.015 and 16.06 GB; 0, 0.2, 2.5 and 0.1 %; 2, 4, 8 and 2 times, by hand.
    assertThat(sweep.candidates())
        .extracting(Candidate::violations)
        .containsExactly(
            List.of(Guard.MODEL_SIZE, Guard.SPEEDUP),
            List.of(Guard.MODEL_SIZE),
            List.of(Guard.QUALITY, Guard.HARDWARE_SUPPORT),
            List.of(Guard.MODEL_SIZE, Guard.SPEEDUP));
    assertThat(sweep.candidates().get(2).bindingConstraint()).hasValue(Guard.QUALITY);
    assertThat(sweep.best()).isEmpty();
  }

  @Test
  void ofEqualsTheFirstIsBest() {
    CompressionModel.Inputs halves =
        llama().targetBitwidth(16).baselinePrecision(Precision.FP32).build();
    CompressionSweep sweep =
        CompressionSweep.of(List.of(bits(8), halves, bits(16)), CompressionGuards.NONE);

    assertThat(sweep.best().orElseThrow()).isSameAs(sweep.candidates().get(1));
  }

  private static List<String> labels(Stream<Candidate> candidates) {
    return candidates.map(Candidate::label).toList();
  }
}

package org.mlsysim.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.physics.training.ActivationCheckpointing;
import org.mlsysim.physics.training.Optimizer;

/** Memory, state and time of training: the specification's examples, and what is refused. */
class TrainingResolversTest {
  private final TrainingMemoryModel memory = new TrainingMemoryModel();

  private static TrainingMemoryModelInputsBuilder llama70b() {
    return TrainingMemoryModel.Inputs.builder()
        .model("Llama3_70B")
        .hardware("H100")
        .batchSize(512)
        .seqLen(4096)
        .tpSize(8)
        .ppSize(4)
        .dpSize(16)
        .gradientAccumulationSteps(32);
  }

  private static TrainingMemoryModelInputsBuilder llama8b() {
    return TrainingMemoryModel.Inputs.builder()
        .model("Llama3_8B")
        .hardware("H100")
        .batchSize(1)
        .seqLen(2048);
  }

  @Test
  void aRankOfA70bModelHoldsHalfOfItsDevice() {
    var result = memory.resolve(llama70b().build());

    // The specification's example.
    assertThat(result.feasible()).isTrue();
    assertThat(in(BYTE, result.weights())).isEqualTo(4412500000.0);
    assertThat(in(BYTE, result.gradients())).isEqualTo(8825000000.0);
    assertThat(in(BYTE, result.optimizerState())).isEqualTo(26475000000.0);
    assertThat(in(BYTE, result.activations())).isEqualTo(2852126720.0);
    assertThat(in(BYTE, result.communicationBuffers())).isEqualTo(458027216.0);
    assertThat(result.memoryUtilization()).isCloseTo(0.500849610381, within(1e-12));
    assertThat(result.parallelism()).isEqualTo(new Parallelism(16, 8, 4, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({"NONE, 175141641984", "SELECTIVE, 153666805504", "FULL, 145076870912"})
  void recomputationSavesActivations(ActivationCheckpointing strategy, double bytes) {
    var result = memory.resolve(llama8b().activationCheckpointing(strategy).build());

    // The specification's example of one accelerator, which 80 GiB cannot hold.
    assertThat(in(BYTE, result.totalMemory())).isEqualTo(bytes);
    assertThat(result.feasible()).isFalse();
    assertThat(result.reasons().get(0)).contains("Llama3_8B", "H100");
  }

  @Test
  void theTermsOfTheMemoryAddUpToItsBits() {
    TrainingMemoryModel.Inputs inputs = llama70b().optimizer(Optimizer.SGD).build();
    var result = memory.resolve(inputs);

    Explanation explanation = memory.explain(inputs, result).get(0);

    double sum = explanation.terms().stream().mapToDouble(Explanation.Term::value).sum();
    assertThat(explanation.value()).isEqualTo(in(BYTE, result.totalMemory()));
    assertThat(sum).isCloseTo(explanation.value(), within(1e-3));
  }

  @Test
  void onlyTransformersHaveKnownActivations() {
    assertThatThrownBy(() -> memory.resolve(llama8b().model("ResNet50").build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("model is ResNet50");
  }

  @Test
  void shardingHalvesWhatIsShared() {
    var result =
        new ZeroShardingModel()
            .resolve(
                ZeroShardingModel.Inputs.builder()
                    .model("Llama3_8B")
                    .nDevices(64)
                    .activations("20 GB")
                    .linkBandwidth(of(50e9, BYTE_PER_SECOND))
                    .build());

    // The specification's example.
    assertThat(result.stageState().keySet()).containsExactly("DDP", "ZeRO-1", "ZeRO-2", "ZeRO-3");
    assertThat(in(BYTE, Objects.requireNonNull(result.stageState().get("ZeRO-2"))))
        .isEqualTo(17.8165625e9);
    assertThat(result.trafficMultiple().get("ZeRO-3")).isEqualTo(1.5);
    assertThat(in(BYTE, result.zero3TotalPerDevice())).isEqualTo(22.0075e9);
    assertThat(in(SECOND, result.gatherTime().orElseThrow())).isCloseTo(0.94854375, within(1e-12));
  }

  @Test
  void oneDeviceSendsNothing() {
    var result =
        new ZeroShardingModel()
            .resolve(ZeroShardingModel.Inputs.builder().model("Llama3_8B").nDevices(1).build());

    assertThat(in(BYTE, result.gatherTraffic())).isZero();
    assertThat(result.gatherTime()).isEmpty();
    assertThat(result.stageState().get("ZeRO-3")).isEqualTo(result.stageState().get("DDP"));
  }

  @Test
  void adamKeepsSixteenBytesAParameter() {
    var result =
        new TrainingStateModel()
            .resolve(
                TrainingStateModel.Inputs.builder()
                    .model("GPT3")
                    .tpSize(8)
                    .dpSize(64)
                    .activations("120 GB")
                    .build());

    // The specification's example.
    assertThat(in(BYTE, result.persistentState())).isEqualTo(2800e9);
    assertThat(in(BYTE, result.tpTotalPerDevice())).isEqualTo(365e9);
    assertThat(in(BYTE, result.tpOffloadedPerDevice())).isEqualTo(102.5e9);
    assertThat(in(BYTE, result.zeroWeightsAndMomentsPerDevice())).isEqualTo(46484375000.0);
  }

  private static TrainingRunModelInputsBuilder run() {
    Map<String, Double> overheads = new LinkedHashMap<>();
    overheads.put("checkpoint", 0.02);
    overheads.put("failures", 0.05);
    overheads.put("maintenance", 0.01);
    return TrainingRunModel.Inputs.builder()
        .model("Llama3_70B")
        .fleet("Training_512_H100")
        .localEfficiency(0.5)
        .scalingEfficiency(0.8)
        .overheads(overheads)
        .precision(Precision.FP16);
  }

  @Test
  void overheadsCompoundInTheirOrder() {
    var result = new TrainingRunModel().resolve(run().build());

    // The specification's example; the tokens are those of the published run.
    assertThat(in(FLOP, result.totalFlops())).isCloseTo(6.354e24, within(1e12));
    assertThat(result.stageTimes().keySet())
        .containsExactly("checkpoint", "failures", "maintenance");
    assertThat(in(SECOND, result.totalTime())).isCloseTo(33933746.5045, within(1e-3));
    assertThat(result.deliveredFraction()).isCloseTo(0.369784877647, within(1e-12));
  }

  @Test
  void aRunNeedsTokens() {
    assertThatThrownBy(() -> new TrainingRunModel().resolve(run().model("ResNet50").build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("tokens");
  }
}

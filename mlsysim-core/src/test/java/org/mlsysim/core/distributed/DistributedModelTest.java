package org.mlsysim.core.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.core.node.Bottleneck;
import org.mlsysim.core.node.PerformanceProfile;
import org.mlsysim.core.training.Parallelism;
import org.mlsysim.physics.training.ActivationCheckpointing;

/** Examples of the specification, layouts that cannot be, and what is refused. */
class DistributedModelTest {
  private static final double DIGITS = 1e-11;

  private final DistributedModel model = new DistributedModel();

  /** The specification's first example: dp 16. */
  private static DistributedModelInputsBuilder llama70b() {
    return DistributedModel.Inputs.builder()
        .model("Llama3_70B")
        .fleet("Training_512_H100")
        .batchSize(512)
        .tpSize(8)
        .ppSize(4)
        .microbatchCount(32)
        .seqLen(4096);
  }

  private static DistributedModelInputsBuilder llama8b() {
    return DistributedModel.Inputs.builder().model("Llama3_8B").fleet("Lab_64_H100").batchSize(64);
  }

  private static double seconds(Optional<Quantity<Time>> time) {
    return in(SECOND, time.orElseThrow());
  }

  @Test
  void aStepOfA70bModelOn512AcceleratorsIsThatOfTheSpecification() {
    DistributedResult result = model.resolve(llama70b().build());

    PerformanceProfile node = result.nodeProfile().orElseThrow();
    assertThat(result.feasible()).isTrue();
    assertThat(result.parallelism()).isEqualTo(new Parallelism(16, 8, 4, 1, 1));
    assertThat(in(SECOND, node.latency())).isCloseTo(3.6890157234, within(1e-10));
    assertThat(node.bottleneck()).isEqualTo(Bottleneck.COMPUTE);
    assertThat(in(BYTE, node.memoryFootprint())).isEqualTo(51579034096.0);
    assertThat(node.mfu()).isCloseTo(0.493646051607, within(1e-12));
    assertThat(seconds(result.dpCommunicationLatency())).isCloseTo(0.662085, within(DIGITS));
    assertThat(seconds(result.tpCommunicationLatency())).isCloseTo(0.686026023822, within(1e-12));
    assertThat(seconds(result.ppCommunicationLatency())).isCloseTo(0.02192283648, within(DIGITS));
    assertThat(seconds(result.pipelineBubbleLatency())).isCloseTo(0.412215429722, within(1e-12));
    assertThat(seconds(result.stepLatencyTotal())).isCloseTo(5.47126501343, within(DIGITS));
    assertThat(result.mfu().orElseThrow()).isCloseTo(0.332842229668, within(1e-12));
    assertThat(result.idleShare()).isZero();
  }

  @Test
  void overlapHidesGradientsBehindTheLastBackwardPassOnly() {
    DistributedResult result = model.resolve(llama70b().overlapComm(true).build());

    // The specification's figures for the same layout with overlap.
    assertThat(seconds(result.dpHiddenLatency())).isCloseTo(0.0772675112277, within(1e-13));
    assertThat(seconds(result.ppExposedLatency())).isCloseTo(0.003288425472, within(1e-12));
    assertThat(seconds(result.stepLatencyTotal())).isCloseTo(5.37361611516, within(DIGITS));
    assertThat(in(PER_SECOND, result.effectiveThroughput().orElseThrow()))
        .isCloseTo(95.2803454932, within(1e-9));
  }

  @Test
  void expertsTravelWithTheirBusiestOne() {
    DistributedResult result =
        model.resolve(
            DistributedModel.Inputs.builder()
                .model("Mixtral_8x7B")
                .fleet("Lab_64_H100")
                .batchSize(64)
                .epSize(8)
                .efficiency(0.4)
                .zeroStage(1)
                .activationRecomputation(true)
                .moeRoutingImbalanceFactor(1.25)
                .build());

    // The specification's third example.
    assertThat(seconds(result.epCommunicationLatency())).isCloseTo(0.0163307349333, within(1e-13));
    assertThat(seconds(result.stepLatencyTotal())).isCloseTo(1.80781256782, within(DIGITS));
    assertThat(result.caveats()).anyMatch(text -> text.contains("Hot experts"));
  }

  @Test
  void aLayoutThatCannotExistHasNoTimesButAnIdleShare() {
    DistributedResult result =
        model.resolve(llama8b().tpSize(64).microbatchCount(128).batchSize(64).seqLen(1024).build());

    assertThat(result.feasible()).isFalse();
    assertThat(result.infeasibleReasons())
        .containsExactly(
            InfeasibleReason.MICROBATCHES_EXCEED_LOCAL_BATCH,
            InfeasibleReason.TP_DOES_NOT_DIVIDE_HEADS);
    assertThat(result.reasons())
        .containsExactly(
            "128 micro-batches of at least one sample exceed the 64 samples of a rank.",
            "32 heads cannot be split evenly over 64 tensor-parallel ranks.");
    assertThat(result.nodeProfile()).isEmpty();
    assertThat(result.stepLatencyTotal()).isEmpty();
    assertThat(result.mfu()).isEmpty();
    assertThat(result.idleShare()).isZero();
    assertThat(model.explain(llama8b().tpSize(64).build(), result)).isEmpty();
  }

  @Test
  void whatDoesNotFitIsPricedAllTheSame() {
    DistributedResult result = model.resolve(llama8b().build());

    assertThat(result.infeasibleReasons()).containsExactly(InfeasibleReason.MEMORY);
    assertThat(result.reasons().get(0)).contains("Llama3_8B", "H100");
    assertThat(result.nodeProfile().orElseThrow().reasons()).isEqualTo(result.reasons());
    assertThat(seconds(result.stepLatencyTotal())).isPositive();
  }

  @Test
  void aLayoutThatDoesNotDivideTheFleetIsRefusedWithAllDegrees() {
    assertThatThrownBy(() -> model.resolve(llama8b().tpSize(8).ppSize(16).build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("TP 8, PP 16, EP 1 and CP 1 take 128 accelerators")
        .hasMessageContaining("n = 64 of Lab_64_H100");
  }

  @Test
  void degreesBeyondAnyFleetAreRefusedToo() {
    int huge = Integer.MAX_VALUE;

    assertThatThrownBy(() -> model.resolve(llama8b().tpSize(huge).ppSize(huge).build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("n = 64");
  }

  @ParameterizedTest
  @CsvSource({
    "ResNet50, 2, 1, 1, tp_size",
    "ResNet50, 1, 1, 2, cp_size",
    "Mamba_2_8B, 1, 1, 2, cp_size",
    "Llama3_8B, 1, 2, 1, ep_size",
    "Mixtral_8x7B, 1, 16, 1, ep_size",
    "Llama3_8B, 1, 1, 3, seq_len"
  })
  void aWorkloadIsSplitOnlyWhereItHasTheStructure(
      String workload, int tp, int ep, int cp, String named) {
    DistributedModel.Inputs inputs =
        llama8b().model(workload).tpSize(tp).epSize(ep).cpSize(cp).build();

    assertThatThrownBy(() -> model.resolve(inputs))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(named);
  }

  @Test
  void twoStrategiesOfCheckpointingAreRefusedByBothNames() {
    assertThatThrownBy(
            () ->
                llama8b()
                    .activationRecomputation(true)
                    .activationCheckpointing(ActivationCheckpointing.NONE)
                    .build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("activation_recomputation")
        .hasMessageContaining("activation_checkpointing");
  }

  @Test
  void aTreeIsSlowerThanARingForLargeGradients() {
    double ring =
        seconds(
            model
                .resolve(llama8b().topologyOverride(TopologyOverride.RING).build())
                .dpCommunicationLatency());
    double tree =
        seconds(
            model
                .resolve(llama8b().topologyOverride(TopologyOverride.TREE).build())
                .dpCommunicationLatency());

    // 2 ceil(log2 64) = 12 full messages against 2 · 63/64.
    assertThat(tree / ring).isCloseTo(12 / (2 * 63.0 / 64), within(1e-2));
  }

  @Test
  void theTermsOfAStepAddUpToItsBits() {
    DistributedModel.Inputs inputs =
        llama70b().overlapComm(true).stragglerFactor(1.05).congestionFactor(1.2).build();
    DistributedResult result = model.resolve(inputs);

    Explanation explanation = model.explain(inputs, result).get(0);

    double sum = explanation.terms().stream().mapToDouble(Explanation.Term::value).sum();
    assertThat(explanation.port()).isEqualTo("step_latency_total");
    assertThat(explanation.value()).isEqualTo(seconds(result.stepLatencyTotal()));
    assertThat(sum).isCloseTo(explanation.value(), within(1e-14 * explanation.value()));
    assertThat(explanation.terms())
        .filteredOn(term -> List.of("tp", "ep").contains(term.symbol()))
        .allSatisfy(term -> assertThat(term.source()).isPresent());
  }
}

package org.mlsysim.core.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.util.Map;
import java.util.Objects;
import javax.measure.Quantity;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.Units;

/** One exchange alone: the specification's examples, and what is refused. */
class ExchangeResolversTest {
  private static final Quantity<DataRate> NVLINK = of(450e9, BYTE_PER_SECOND);
  private static final Quantity<DataRate> NDR = of(50e9, BYTE_PER_SECOND);

  private static <V> V at(Map<String, V> table, String name) {
    return Objects.requireNonNull(table.get(name));
  }

  private static MoERoutingModelInputsBuilder mixtral() {
    return MoERoutingModel.Inputs.builder().model("Mixtral_8x7B").batchSize(8).seqLen(2048);
  }

  @Test
  void anUnevenRouterCostsHalfAnExpertMore() {
    MoERoutingModel.Inputs inputs =
        mixtral().epSize(8).routingImbalanceFactor(1.25).fleet("Lab_64_H100").build();
    MoERoutingModel model = new MoERoutingModel();

    var result = model.resolve(inputs);
    Explanation explanation = model.explain(inputs, result).get(0);

    // The specification's example: 12.9 + (46.7 - 12.9)/6 · 0.5 billion parameters.
    assertThat(result.effectiveActiveExperts()).isEqualTo(2.5);
    assertThat(result.effectiveActiveParameters()).isCloseTo(15716666666.7, within(0.1));
    assertThat(in(BYTE, result.tokenDispatchBytes())).isEqualTo(293601280.0);
    assertThat(in(SECOND, result.allToAllLatency().orElseThrow()))
        .isCloseTo(8.50559111111e-05, within(1e-15));
    assertThat(explanation.value()).isEqualTo(result.effectiveActiveParameters());
  }

  @Test
  void aRouterIsNeverDearerThanTheWholeModel() {
    var result = new MoERoutingModel().resolve(mixtral().routingImbalanceFactor(100).build());

    assertThat(result.effectiveActiveParameters()).isEqualTo(46.7e9);
    assertThat(result.allToAllLatency()).isEmpty();
  }

  @Test
  void routingNeedsExpertsEnoughForItsRanks() {
    MoERoutingModel model = new MoERoutingModel();

    assertThatThrownBy(() -> model.resolve(mixtral().model("Llama3_8B").build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("model is Llama3_8B");
    assertThatThrownBy(() -> model.resolve(mixtral().epSize(16).build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("ep_size is 16")
        .hasMessageContaining("8 experts");
  }

  private static TensorParallelCommModelInputsBuilder llama70b() {
    return TensorParallelCommModel.Inputs.builder()
        .model("Llama3_70B")
        .tpSize(8)
        .microbatch(1)
        .linkBandwidth(NVLINK)
        .computeTime(of(0.5, SECOND))
        .seqLen(4096);
  }

  @Test
  void aTrainingStepPaysFourAllReducesALayer() {
    var result = new TensorParallelCommModel().resolve(llama70b().build());

    // The specification's example.
    assertThat(in(BYTE, result.payload())).isEqualTo(67108864.0);
    assertThat(result.collectivesPerStep()).isEqualTo(320);
    assertThat(in(SECOND, result.communicationTime())).isCloseTo(0.0835132529778, within(1e-13));
    assertThat(result.computeFraction().orElseThrow()).isCloseTo(0.856878566936, within(1e-12));
  }

  @Test
  void aStepOfNoTimeHasNoShares() {
    var result =
        new TensorParallelCommModel()
            .resolve(llama70b().tpSize(1).computeTime(of(0, SECOND)).build());

    assertThat(result.computeFraction()).isEmpty();
    assertThat(result.communicationFraction()).isEmpty();
  }

  @Test
  void theContextLengthStandsInForTheSequenceLength() {
    TensorParallelCommModel.Inputs inputs = llama70b().seqLen(131072).build();
    TensorParallelCommModel.Inputs without =
        TensorParallelCommModel.Inputs.builder()
            .model("Llama3_70B")
            .tpSize(8)
            .microbatch(1)
            .linkBandwidth(NVLINK)
            .computeTime(of(0.5, SECOND))
            .build();
    TensorParallelCommModel model = new TensorParallelCommModel();

    assertThat(model.resolve(without)).isEqualTo(model.resolve(inputs));
  }

  @Test
  void aLayersExchangeIsPricedOnEveryLink() {
    var result =
        new TensorParallelLayerModel()
            .resolve(
                TensorParallelLayerModel.Inputs.builder()
                    .model("Llama3_70B")
                    .tpSize(8)
                    .tokens(4096)
                    .peakFlops("989 TFLOP/s")
                    .localEfficiency(0.5)
                    .links(Map.of("nvlink", NVLINK, "ndr", NDR))
                    .build());

    // The specification's example.
    assertThat(in(SECOND, result.computeTime())).isCloseTo(0.00182746208291, within(1e-14));
    assertThat(in(BYTE, result.layerBytes())).isEqualTo(234881024.0);
    assertThat(in(SECOND, at(result.transferTimes(), "ndr")))
        .isCloseTo(0.00469762048, within(1e-14));
  }

  @Test
  void aSlowLinkTakesTheStepAndItsEnergyIsCountedByTheBit() {
    var result =
        new GradientSyncModel()
            .resolve(
                GradientSyncModel.Inputs.builder()
                    .model("Llama3_8B")
                    .links(Map.of("nvlink", NVLINK, "ndr", NDR))
                    .computeTime(of(0.4, SECOND))
                    .energyPerBit("35 pJ/bit")
                    .steps(1000)
                    .computeSpeedup(2)
                    .build());

    // The specification's example: 32.12 GB at 280 pJ/B.
    assertThat(in(BYTE, result.syncBytes())).isEqualTo(32.12e9);
    assertThat(at(result.computeFractions(), "nvlink")).isCloseTo(0.736980019653, within(1e-12));
    assertThat(in(SECOND, at(result.stepTimes(), "ndr"))).isCloseTo(0.8424, within(1e-12));
    assertThat(in(JOULE, result.energyTotal())).isCloseTo(8993.6, within(1e-9));
  }

  @Test
  void theFabricBindsWhereTheIntensityExceedsTheBalance() {
    CommunicationIntensityModelInputsBuilder gpt3 =
        CommunicationIntensityModel.Inputs.builder()
            .model("GPT3")
            .sequencesPerWorker(4)
            .linkBandwidth(NDR)
            .peakFlops("989 TFLOP/s");

    var result = new CommunicationIntensityModel().resolve(gpt3.build());

    // The specification's example.
    assertThat(result.localTokens()).isEqualTo(8192);
    assertThat(Units.convert(result.intensity(), Units.parse("B/FLOP")))
        .isCloseTo(8.13802083333e-05, within(1e-16));
    assertThat(Units.convert(result.balance(), Units.parse("B/FLOP")))
        .isCloseTo(5.05561172902e-05, within(1e-16));
    assertThatThrownBy(
            () -> new CommunicationIntensityModel().resolve(gpt3.model("ResNet50").build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("model");
  }

  @Test
  void anExchangeThatIsSlowerThanItsLayerIsExposed() {
    OverlapBudgetModelInputsBuilder llama8b =
        OverlapBudgetModel.Inputs.builder()
            .workload("Llama3_8B")
            .bytesPerValue("2 B")
            .backwardPerLayer("5 ms")
            .bucketSize("25 MB")
            .timePerBucket("1 ms");
    OverlapBudgetModel model = new OverlapBudgetModel();

    var slow = model.resolve(llama8b.build());
    var fast = model.resolve(llama8b.backwardPerLayer("30 ms").build());

    // The specification's two examples: 21 buckets of 1 ms behind 5 ms and behind 30 ms.
    assertThat(in(SECOND, slow.overlappedTime())).isCloseTo(0.677, within(1e-12));
    assertThat(slow.savingsFraction().orElseThrow()).isCloseTo(0.186298076923, within(1e-12));
    assertThat(in(SECOND, fast.exposedPerLayer())).isZero();
    assertThat(in(SECOND, fast.overlappedTime())).isCloseTo(0.981, within(1e-12));
  }

  @Test
  void aLayerByLayerExchangeNeedsLayers() {
    assertThatThrownBy(
            () ->
                new OverlapBudgetModel()
                    .resolve(
                        OverlapBudgetModel.Inputs.builder()
                            .workload("DLRM")
                            .bytesPerValue("2 B")
                            .backwardPerLayer("5 ms")
                            .bucketSize("25 MB")
                            .timePerBucket("1 ms")
                            .build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("workload is DLRM");
  }

  @Test
  void aHotReceiverTakesLongerThanTheSenders() {
    var result =
        new AllToAllDispatchModel()
            .resolve(
                AllToAllDispatchModel.Inputs.builder()
                    .totalTokens(65536)
                    .nDevices(64)
                    .nExperts(256)
                    .hiddenDim(7168)
                    .bytesPerElement("1 B")
                    .alpha("5 us")
                    .bandwidth(NDR)
                    .receiveSkew(1.5)
                    .build());

    // The specification's example.
    assertThat(result.tokensPerPair()).isEqualTo(16);
    assertThat(result.hotRemoteTokens()).isEqualTo(1512);
    assertThat(in(SECOND, result.injectionBound())).isCloseTo(0.00014950688, within(1e-15));
    assertThat(in(SECOND, result.hotReceiveBound())).isCloseTo(0.00021676032, within(1e-15));
  }
}

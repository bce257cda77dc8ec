package org.mlsysim.core.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.core.serving.ContinuousBatchingModel.ContinuousBatchingResult;
import org.mlsysim.core.serving.ServingCapacityModel.ServingCapacityResult;
import org.mlsysim.core.serving.WeightStreamingModel.WeightStreamingResult;
import org.mlsysim.physics.serving.WeightStreaming.Phase;

/** How many requests a replica holds, how many replicas a rate needs, what a wafer streams. */
class CapacityResolversTest {
  private static final double DIGITS = 1e-12;

  private static ContinuousBatchingModelInputsBuilder batching(int maxSeqLen) {
    return ContinuousBatchingModel.Inputs.builder()
        .model("Llama3_8B")
        .hardware("H100")
        .maxSeqLen(maxSeqLen)
        .maxBatchSize(512);
  }

  private static ServingCapacityModelInputsBuilder capacity() {
    return ServingCapacityModel.Inputs.builder()
        .model("Llama3_8B")
        .hardware("H100")
        .qps(20)
        .targetP99LatencyMs("6 s")
        .maxSeqLen(2048)
        .meanRequestTokens(512.0)
        .maxBatchSize(32);
  }

  private static WeightStreamingModelInputsBuilder wafer() {
    return WeightStreamingModel.Inputs.builder()
        .model("Llama3_70B")
        .hardware("Cerebras_CS3")
        .seqLen(2048)
        .batchSize(16);
  }

  @Test
  void pagingFillsTheBatchThatReservationLeavesEmpty() {
    ContinuousBatchingResult result =
        new ContinuousBatchingModel().resolve(batching(4096).meanRequestTokens(800.0).build());

    // The specification's example.
    assertThat(result.throughputTokensPerSec()).isCloseTo(24219.45793057565, within(1e-9));
    assertThat(result.maxActiveRequests()).isEqualTo(512);
    assertThat(result.staticMaxActiveRequests()).isEqualTo(130);
    assertThat(result.staticInternalFragmentation()).isEqualTo(0.8046875);
    assertThat(in(BYTE, result.staticKvCacheSize())).isEqualTo(69_793_218_560.0);
    assertThat(result.speedupVsStatic().orElseThrow())
        .isCloseTo(1.7108496060017653, within(DIGITS));
  }

  @Test
  void withoutAMeanEveryRequestIsTheLongest() {
    ContinuousBatchingResult result = new ContinuousBatchingModel().resolve(batching(4096).build());

    assertThat(result.meanRequestTokens()).isEqualTo(4096);
    assertThat(result.maxActiveRequests()).isEqualTo(result.staticMaxActiveRequests());
    assertThat(result.speedupVsStatic()).hasValue(1.0);
  }

  @Test
  void nothingFitsBesideWeightsThatFillTheDevice() {
    ContinuousBatchingResult result =
        new ContinuousBatchingModel().resolve(batching(4096).model("Llama3_70B").build());

    assertThat(result.feasible()).isFalse();
    assertThat(result.itl()).isEmpty();
    assertThat(result.reasons()).singleElement().asString().contains("Llama3_70B", "H100");
  }

  @Test
  void aMeanBeyondTheLongestIsRefusedWithBothNames() {
    assertThatThrownBy(() -> batching(100).meanRequestTokens(101.0).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("mean_request_tokens is 101, but max_seq_len is 100");
    assertThatThrownBy(() -> capacity().maxSeqLen(511).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("mean_request_tokens is 512, but max_seq_len is 511");
  }

  @Test
  void oneReplicaServesTwentyRequestsASecond() {
    ServingCapacityResult result = new ServingCapacityModel().resolve(capacity().build());

    // The specification's example.
    assertThat(result.bottleneck()).isEqualTo(CapacityLimit.NONE);
    assertThat(result.requiredReplicas()).isEqualTo(1);
    assertThat(result.perReplicaQpsCapacity()).isCloseTo(25.1269470211326, within(DIGITS));
    assertThat(in(SECOND, result.estimatedP99Latency().orElseThrow()))
        .isCloseTo(2.127250106084393, within(DIGITS));
    assertThat(in(SECOND, result.targetP99Latency())).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "Llama3_8B, 20, 6000, 64, NONE",
    "Llama3_8B, 20, 1000, 64, BASE_LATENCY",
    "Llama3_8B, 200, 6000, 2, CAPACITY",
    "Llama3_8B, 25, 1500, 1, TAIL_LATENCY",
    "Llama3_70B, 20, 6000, 64, MEMORY"
  })
  void theVerdictSaysWhatBinds(
      String model, double qps, double targetMs, int replicas, CapacityLimit limit) {
    ServingCapacityResult result =
        new ServingCapacityModel()
            .resolve(
                capacity()
                    .model(model)
                    .qps(qps)
                    .targetP99LatencyMs(targetMs + " ms")
                    .maxReplicas(replicas)
                    .build());

    assertThat(result.bottleneck()).isEqualTo(limit);
    assertThat(result.feasible()).isEqualTo(limit == CapacityLimit.NONE);
    assertThat(result.reasons().isEmpty()).isEqualTo(result.feasible());
    assertThat(result.requiredReplicas()).isEqualTo(result.feasible() ? 1 : replicas);
  }

  @Test
  void theReplicaBeforeTheAnswerMissesTheTarget() {
    ServingCapacityModelInputsBuilder busy = capacity().qps(300).targetP99LatencyMs("2 s");
    ServingCapacityResult enough = new ServingCapacityModel().resolve(busy.build());

    ServingCapacityResult oneLess =
        new ServingCapacityModel().resolve(busy.maxReplicas(enough.requiredReplicas() - 1).build());

    assertThat(enough.feasible()).isTrue();
    assertThat(oneLess.feasible()).isFalse();
  }

  @Test
  void theStreamBindsAWaferInBothPhases() {
    WeightStreamingResult decode = new WeightStreamingModel().resolve(wafer().build());
    WeightStreamingResult prefill =
        new WeightStreamingModel().resolve(wafer().phase(Phase.PREFILL).build());

    // The specification's example.
    assertThat(decode.throughputTokensPerSec()).isCloseTo(16.997167138810198, within(DIGITS));
    assertThat(decode.optimalBatchSize()).isEqualTo(401_370);
    assertThat(decode.bottleneck()).isEqualTo(StreamingBottleneck.INTERCONNECT);
    assertThat(decode.waferMemoryUtilization()).isEqualTo(0.25);
    assertThat(prefill.throughputTokensPerSec()).isCloseTo(34810.198300283286, within(1e-9));
    assertThat(prefill.optimalBatchSize()).isEqualTo(199);
  }

  @Test
  void cachesThatDoNotFitTheWaferStreamNothing() {
    WeightStreamingResult result =
        new WeightStreamingModel().resolve(wafer().batchSize(65).build());

    // 64 sequences of 2048 tokens fill it exactly, by hand: 1.1 x 0.625 GiB each of 44 GiB.
    assertThat(new WeightStreamingModel().resolve(wafer().batchSize(64).build()).feasible())
        .isTrue();
    assertThat(result.feasible()).isFalse();
    assertThat(result.throughputTokensPerSec()).isZero();
    assertThat(result.reasons()).singleElement().asString().contains("65 sequences");
  }
}

package org.mlsysim.core.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.node.Bottleneck;

/** Numbers are the worked examples of the specification unless a comment says otherwise. */
class CachePlannersTest {
  private static final double DIGITS = 1e-12;

  private static Workload workload(String id) {
    return Catalogs.installed().of(Workload.class).get(id);
  }

  private static KvAdmissionModelInputsBuilder admission(int accelerators) {
    return KvAdmissionModel.Inputs.builder()
        .model("Llama3_70B")
        .accelerators(accelerators)
        .hbmPerAccelerator("80 GiB")
        .weightBytesPerParam("2 B")
        .reserve("20 GB")
        .contextTokens(8192)
        .kvBytesPerElem("2 B");
  }

  private static PrecisionDividendModelInputsBuilder dividend(int tpSize) {
    return PrecisionDividendModel.Inputs.builder()
        .model("Llama3_70B")
        .tpSize(tpSize)
        .hbmPerAccelerator("80 GiB")
        .contextTokens(8192)
        .kvHeads(8)
        .weightBytes("2 B")
        .weightBytesLow("1 B")
        .kvBytes("2 B")
        .kvBytesLow("1 B");
  }

  private static PagedAllocationModelInputsBuilder paged() {
    return PagedAllocationModel.Inputs.builder()
        .bytesPerToken("131072 B")
        .pool("60 GB")
        .cap(8192)
        .meanFinal(1500)
        .smallBlock(16)
        .largeBlock(256);
  }

  private static KvBlockSharingModelInputsBuilder sharing(int common) {
    return KvBlockSharingModel.Inputs.builder()
        .bytesPerToken("131072 B")
        .pool("60 GB")
        .headroom(0.1)
        .context(12_000)
        .output(1000)
        .common(common)
        .blockTokens(16)
        .generation("10 s")
        .waiting("5 s");
  }

  private static KvAttentionDesignModelInputsBuilder designs(String... models) {
    return KvAttentionDesignModel.Inputs.builder()
        .models(List.of(models).stream().map(CachePlannersTest::workload).toList())
        .mha("Llama2_7B")
        .gqa("Llama3_8B")
        .mla("DeepSeek_V3")
        .precision(Precision.FP16)
        .sessionTokens(32_768);
  }

  @Test
  void fourAcceleratorsAdmitSixtySevenRequests() {
    var result = new KvAdmissionModel().resolve(admission(4).build());

    assertThat(result.headDim()).isEqualTo(128);
    assertThat(in(BYTE, result.kvBudget())).isEqualTo(182_397_383_680.0);
    assertThat(in(BYTE, result.kvPerToken())).isEqualTo(327_680.0);
    assertThat(result.maxRequests()).isEqualTo(67);
  }

  @Test
  void oneAcceleratorAdmitsNoneAndSaysWhatIsLeft() {
    var result = new KvAdmissionModel().resolve(admission(1).build());

    assertThat(result.feasible()).isFalse();
    assertThat(result.maxRequests()).isZero();
    assertThat(in(BYTE, result.kvBudget())).isNegative();
    assertThat(result.reasons()).singleElement().asString().contains("2.68435456 GB");
  }

  @Test
  void aModelWithoutPerTokenCacheIsRefused() {
    assertThatThrownBy(
            () -> new KvAdmissionModel().resolve(admission(4).model("Mamba_2_8B").build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("model is Mamba_2_8B")
        .hasMessageContaining("no per-token cache");
  }

  @Test
  void halfTheWidthAdmitsMoreThanTwiceTheBatch() {
    var result = new PrecisionDividendModel().resolve(dividend(4).build());

    assertThat(result.maxBatch()).isEqualTo(75);
    assertThat(result.maxBatchLow()).isEqualTo(203);
    assertThat(result.dividend().orElseThrow()).isCloseTo(203.0 / 75, within(DIGITS));
    assertThat(result.budgetGain().orElseThrow()).isCloseTo(1.3488187382482275, within(DIGITS));
  }

  @Test
  void beyondAsManyDevicesAsHeadsTheCacheIsReplicated() {
    var result = new PrecisionDividendModel().resolve(dividend(16).build());

    // Decision D42.
    assertThat(in(BYTE, result.kvPerRequestPerDevice())).isEqualTo(335_544_320.0);
    assertThat(result.maxBatch()).isEqualTo(229);
  }

  @Test
  void blocksOnDemandHoldFiveTimesTheReservations() {
    var result = new PagedAllocationModel().resolve(paged().build());

    assertThat(result.reservations()).isEqualTo(55);
    assertThat(result.smallAllocatedTokens()).isCloseTo(1507.9792986277444, within(1e-9));
    assertThat(result.largeWaste()).isCloseTo(0.08034743554689461, within(DIGITS));
    assertThat(result.pagedFit()).isEqualTo(303);
    assertThat(result.pagedGain().orElseThrow()).isCloseTo(303.0 / 55, within(DIGITS));
  }

  @Test
  void aPoolBelowOneReservationHasNoGain() {
    // 1 GB: less than the reservation of 1.07 GB, five times 1507.98 tokens, by hand.
    var result = new PagedAllocationModel().resolve(paged().pool("1 GB").build());

    assertThat(result.reservations()).isZero();
    assertThat(result.pagedFit()).isEqualTo(5);
    assertThat(result.pagedGain()).isEmpty();
    assertThat(result.feasible()).isTrue();
  }

  @Test
  void aMeanBeyondTheCapIsRefused() {
    assertThatThrownBy(() -> paged().meanFinal(8193).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("mean_final is 8193, but cap is 8192");
  }

  @Test
  void aPrefixHitSavesMostOfTheWork() {
    var result =
        new PrefixRebuildModel()
            .resolve(
                PrefixRebuildModel.Inputs.builder()
                    .workload("Llama3_70B")
                    .node("DGX_H100")
                    .precision(Precision.FP16)
                    .prefixTokens(16_384)
                    .suffixTokens(512)
                    .utilization(0.4)
                    .build());

    assertThat(result.nParams()).isEqualTo(70.6e9);
    assertThat(in(BYTE, result.state())).isEqualTo(5_368_709_120.0);
    assertThat(in(SECOND, result.rebuildTime())).isCloseTo(0.84215891079636, within(DIGITS));
    assertThat(result.rebuildOverHit()).isCloseTo(28.1656385478286, within(1e-11));
  }

  @Test
  void chunksShortenTheGapAndLengthenThePrompt() {
    var result =
        new ChunkedPrefillModel()
            .resolve(
                ChunkedPrefillModel.Inputs.builder()
                    .nParams("8.03 Bparam")
                    .sustainedRate("400 TFLOP/s")
                    .weightReadTime("5 ms")
                    .decodes(32)
                    .promptTokens(8192)
                    .chunkTokens(512)
                    .build());

    assertThat(in(SECOND, result.monolithicGap())).isCloseTo(0.3339088, within(DIGITS));
    assertThat(in(SECOND, result.chunkedIteration())).isCloseTo(0.0218416, within(DIGITS));
    assertThat(in(SECOND, result.chunkedDone())).isCloseTo(0.3494656, within(DIGITS));
    assertThat(result.chunks()).isEqualTo(16);
  }

  @Test
  void onlyWholeBlocksOfThePrefixAreShared() {
    var result = new KvBlockSharingModel().resolve(sharing(8001).build());

    assertThat(result.usableBlocks()).isEqualTo(25_749);
    assertThat(result.commonBlocks()).isEqualTo(500);
    assertThat(result.privateBlocks()).isEqualTo(313);
    assertThat(result.fitUnshared()).isEqualTo(31);
    assertThat(result.fitShared()).isEqualTo(80);
    assertThat(in(PER_SECOND, result.sharedReleasedRate())).isEqualTo(8);
    assertThat(result.shareGain().orElseThrow()).isCloseTo(80.0 / 31, within(DIGITS));
  }

  @Test
  void aSharedPrefixIsPartOfThePrompt() {
    assertThatThrownBy(() -> sharing(12_001).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("common is 12001, but context is 12000");
    assertThatThrownBy(() -> sharing(12_000).output(0).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("common", "output");
    assertThat(new KvBlockSharingModel().resolve(sharing(12_000).build()).feasible()).isTrue();
  }

  @Test
  void aLatentIsSmallerThanGroupedHeads() {
    var result =
        new KvAttentionDesignModel()
            .resolve(designs("Llama2_7B", "Llama3_8B", "DeepSeek_V3").build());

    assertThat(result.design())
        .containsEntry(workload("Llama2_7B").name(), AttentionDesign.MHA)
        .containsEntry(workload("Llama3_8B").name(), AttentionDesign.GQA)
        .containsEntry(workload("DeepSeek_V3").name(), AttentionDesign.MLA);
    assertThat(result.mhaOverMla()).isCloseTo(7.460837887067395, within(DIGITS));
    assertThat(result.gqaOverMla()).isCloseTo(1.8652094717668488, within(DIGITS));
    assertThat(in(BYTE, result.mlaSession())).isEqualTo(2_302_672_896.0);
  }

  @Test
  void rolesStandAmongTheModelsAndNoneTwice() {
    assertThatThrownBy(() -> designs("Llama2_7B", "Llama3_8B").build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("mla is " + workload("DeepSeek_V3").name());
    assertThatThrownBy(() -> designs("Llama2_7B", "Llama2_7B", "Llama3_8B", "DeepSeek_V3").build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("models");
  }

  @Test
  void oneDecodeStepIsBoundByItsWeights() {
    var result =
        new DecodeBoundModel()
            .resolve(DecodeBoundModel.Inputs.builder().model("Llama3_8B").hardware("H100").build());

    assertThat(result.memoryShare()).isCloseTo(0.9966241749382779, within(DIGITS));
    assertThat(result.boundRatio()).isCloseTo(295.22388059701484, within(1e-10));
    assertThat(result.bottleneck()).isEqualTo(Bottleneck.MEMORY);
  }
}

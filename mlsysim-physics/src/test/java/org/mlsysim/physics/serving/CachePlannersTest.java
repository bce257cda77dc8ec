package org.mlsysim.physics.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.physics.serving.Examples.DEEPSEEK_V3;
import static org.mlsysim.physics.serving.Examples.FP16;
import static org.mlsysim.physics.serving.Examples.GIB;
import static org.mlsysim.physics.serving.Examples.H100;
import static org.mlsysim.physics.serving.Examples.LLAMA2_7B;
import static org.mlsysim.physics.serving.Examples.LLAMA3_70B;
import static org.mlsysim.physics.serving.Examples.LLAMA3_8B;
import static org.mlsysim.physics.serving.Examples.MIXTRAL_8X7B;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.physics.node.Bound;
import org.mlsysim.physics.serving.KvAttentionDesign.Design;

class CachePlannersTest {
  @Test
  void decodeOfOneSequenceIsBoundByItsWeights() {
    // Specification, DecodeBoundModel, example 1.
    DecodeBound.Result result = DecodeBound.solve(LLAMA3_8B, FP16, 989e12, 3.35e12, 1, 1);

    assertThat(result.weightBytes()).isEqualTo(1.606e10);
    assertClose(result.computeTime(), 1.623862487360971e-05);
    assertClose(result.memoryTime(), 0.004794029850746269);
    assertClose(result.memoryShare(), 0.9966241749382779);
    assertClose(result.boundRatio(), 295.22388059701484);
    assertThat(result.intensity()).isEqualTo(1.0);
    assertThat(result.attainableFlops()).isEqualTo(3.35e12);
    assertThat(result.bound()).isEqualTo(Bound.MEMORY);
  }

  @Test
  void decodeOfExpertsReadsWhatTheBatchTouches() {
    // Specification, DecodeBoundModel, example 3: Mixtral, batch 4.
    DecodeBound.Result result = DecodeBound.solve(MIXTRAL_8X7B, FP16, 989e12, 3.35e12, 4, 1);

    assertClose(result.weightBytes(), 64_881_250_000.0);
    assertClose(result.flops(), 1.032e11);
    assertClose(result.memoryTime(), 0.019367537313432836);
    assertClose(result.intensity(), 1.5905982082650998);
  }

  @Test
  void admissionMatchesTheWorkedExample() {
    // Specification, KvAdmissionModel: Llama3_70B on four devices of 80 GiB.
    KvAdmission.Result result = KvAdmission.solve(LLAMA3_70B, 4, 80 * GIB, 2, 2e10, 8192, 2);

    assertThat(result.headDim()).isEqualTo(128.0);
    assertThat(result.weights()).isEqualTo(1.412e11);
    assertThat(result.hbmTotal()).isEqualTo(343_597_383_680.0);
    assertThat(result.kvBudget()).isEqualTo(182_397_383_680.0);
    assertThat(result.kvPerToken()).isEqualTo(327_680.0);
    assertThat(result.kvPerRequest()).isEqualTo(2_684_354_560.0);
    assertThat(result.maxRequests()).isEqualTo(67.0);
    assertThat(result.feasible()).isTrue();
  }

  @Test
  void weightsThatDoNotFitAdmitNobody() {
    // Decisions [D41]: one device of 80 GiB.
    KvAdmission.Result result = KvAdmission.solve(LLAMA3_70B, 1, 80 * GIB, 2, 2e10, 8192, 2);

    assertThat(result.kvBudget()).isNegative();
    assertThat(result.maxRequests()).isZero();
    assertThat(result.feasible()).isFalse();
  }

  @Test
  void aLatentIsFarSmallerThanHeads() {
    // Decisions [D41]: 61 layers of 512 + 64 elements of 2 B.
    assertThat(KvAdmission.solve(DEEPSEEK_V3, 16, 80 * GIB, 1, 0, 4096, 2).kvPerToken())
        .isEqualTo(70_272.0);
  }

  @Test
  void thePrecisionDividendMatchesTheWorkedExample() {
    // Specification, PrecisionDividendModel.
    PrecisionDividend.Result result =
        PrecisionDividend.solve(LLAMA3_70B, 4, 80 * GIB, 8192, 8, 2, 1, 2, 1);

    assertThat(result.base().weightsPerDevice()).isEqualTo(3.53e10);
    assertThat(result.low().weightsPerDevice()).isEqualTo(1.765e10);
    assertThat(result.base().kvBudgetPerDevice()).isEqualTo(50_599_345_920.0);
    assertThat(result.base().kvPerRequest()).isEqualTo(2_684_354_560.0);
    assertThat(result.low().kvPerRequestPerDevice()).isEqualTo(335_544_320.0);
    assertThat(result.base().maxBatch()).isEqualTo(75.0);
    assertThat(result.low().maxBatch()).isEqualTo(203.0);
    assertClose(result.dividend(), 2.7066666666666666);
    assertClose(result.budgetGain(), 1.3488187382482275);
  }

  @Test
  void moreDevicesThanHeadsReplicateTheCache() {
    // Decisions [D42]: 16 devices, 8 heads.
    PrecisionDividend.Result result =
        PrecisionDividend.solve(LLAMA3_70B, 16, 80 * GIB, 8192, 8, 2, 1, 2, 1);

    assertThat(result.base().kvPerRequestPerDevice()).isEqualTo(335_544_320.0);
    assertThat(result.base().maxBatch()).isEqualTo(229.0);
  }

  @Test
  void aLatentIsNeverSplit() {
    PrecisionDividend.Side side =
        PrecisionDividend.solve(DEEPSEEK_V3, 16, 141 * GIB, 8192, 128, 1, 0.5, 2, 1).base();

    assertThat(side.kvPerRequestPerDevice()).isEqualTo(side.kvPerRequest());
    assertThat(side.kvPerRequest()).isEqualTo(70_272.0 * 8192);
  }

  @Test
  void anEmptyBaseHasNoDividend() {
    PrecisionDividend.Result result =
        PrecisionDividend.solve(LLAMA3_70B, 1, 80 * GIB, 8192, 8, 2, 1, 2, 1);

    assertThat(result.feasible()).isFalse();
    assertThat(result.dividend()).isNaN();
    assertThat(result.budgetGain()).isNaN();
  }

  @Test
  void threeDesignsMatchTheWorkedExample() {
    // Specification, KvAttentionDesignModel.
    KvAttentionDesign.Result result =
        KvAttentionDesign.solve(LLAMA2_7B, LLAMA3_8B, DEEPSEEK_V3, FP16, 32_768);

    assertThat(result.mhaPerToken()).isEqualTo(524_288.0);
    assertThat(result.gqaPerToken()).isEqualTo(131_072.0);
    assertThat(result.mlaPerToken()).isEqualTo(70_272.0);
    assertClose(result.mhaOverMla(), 7.460837887067395);
    assertClose(result.gqaOverMla(), 1.8652094717668488);
    assertThat(result.gqaSession()).isEqualTo(4_294_967_296.0);
    assertThat(result.mlaSession()).isEqualTo(2_302_672_896.0);
    assertThat(KvAttentionDesign.design(LLAMA2_7B)).isEqualTo(Design.MHA);
    assertThat(KvAttentionDesign.design(LLAMA3_8B)).isEqualTo(Design.GQA);
    assertThat(KvAttentionDesign.design(DEEPSEEK_V3)).isEqualTo(Design.MLA);
  }

  @Test
  void rebuildingAPrefixMatchesTheWorkedExample() {
    // Specification, PrefixRebuildModel: eight H100.
    PrefixRebuild.Result result = PrefixRebuild.solve(LLAMA3_70B, H100, 8, FP16, 16_384, 512, 0.4);

    assertThat(result.stateBytes()).isEqualTo(5_368_709_120.0);
    assertThat(result.linearOps()).isEqualTo(2.3134208e15);
    assertThat(result.attentionOps()).isEqualTo(351_843_720_888_320.0);
    assertClose(result.sustainedRate(), 3.1648e15);
    assertClose(result.rebuildTime(), 0.84215891079636);
    assertClose(result.weightReadTime(), 0.005268656716417911);
    assertClose(result.suffixOpsTime(), 0.02990022432355915);
    assertClose(result.stateReadTime(), 0.0002003249671641791);
    assertClose(result.rebuildOverHit(), 28.1656385478286);
  }

  @Test
  void chunkedPrefillMatchesTheWorkedExample() {
    // Specification, ChunkedPrefillModel.
    ChunkedPrefill.Result result = ChunkedPrefill.solve(8.03e9, 4e14, 0.005, 32, 8192, 512);

    assertThat(result.decodeStep()).isEqualTo(0.005);
    assertClose(result.monolithicPrefill(), 0.3289088);
    assertClose(result.monolithicGap(), 0.3339088);
    assertThat(result.chunks()).isEqualTo(16.0);
    assertClose(result.chunkedIteration(), 0.0218416);
    assertClose(result.chunkedDone(), 0.3494656);
    assertClose(result.gapRatio(), 15.28774448758333);
  }

  @Test
  void aShorterLastChunkIsReadToo() {
    // Decisions [D44]: 1000 tokens in chunks of 300.
    ChunkedPrefill.Result result = ChunkedPrefill.solve(8.03e9, 4e14, 0.005, 32, 1000, 300);

    assertThat(result.chunks()).isEqualTo(4.0);
    assertClose(result.chunkedDone(), 0.0452892);
  }

  @Test
  void sharingBlocksMatchesTheWorkedExample() {
    // Specification, KvBlockSharingModel.
    KvBlockSharing.Result result =
        KvBlockSharing.solve(131_072, 6e10, 0.1, 12_000, 1000, 8000, 16, 10, 5);

    assertThat(result.blockBytes()).isEqualTo(2_097_152.0);
    assertThat(result.usableBlocks()).isEqualTo(25_749.0);
    assertThat(result.usableBytes()).isEqualTo(53_999_566_848.0);
    assertThat(result.unsharedBlocks()).isEqualTo(813.0);
    assertThat(result.commonBlocks()).isEqualTo(500.0);
    assertThat(result.privateBlocks()).isEqualTo(313.0);
    assertThat(result.fitUnshared()).isEqualTo(31.0);
    assertThat(result.fitShared()).isEqualTo(80.0);
    assertClose(result.retainedRate(), 2.066666666666667);
    assertClose(result.releasedRate(), 3.1);
    assertClose(result.sharedRetainedRate(), 5.333333333333333);
    assertClose(result.sharedReleasedRate(), 8.0);
    assertClose(result.residencyFactor(), 1.5);
    assertClose(result.sharedFraction(), 0.6150061500615006);
    assertClose(result.shareGain(), 2.5806451612903225);
    assertClose(result.shareBound(), 2.597444089456869);
  }

  @Test
  void aPartlyFilledCommonBlockIsNotShared() {
    // Decisions [D45]: 8001 common tokens.
    KvBlockSharing.Result result =
        KvBlockSharing.solve(131_072, 6e10, 0.1, 12_000, 1000, 8001, 16, 10, 5);

    assertThat(result.commonBlocks()).isEqualTo(500.0);
    assertThat(result.privateBlocks()).isEqualTo(313.0);
  }

  @Test
  void aPoolBelowOneRequestSharesNothing() {
    KvBlockSharing.Result result =
        KvBlockSharing.solve(131_072, 1e8, 0.1, 12_000, 1000, 8000, 16, 10, 5);

    assertThat(result.feasible()).isFalse();
    assertThat(result.fitShared()).isZero();
    assertThat(result.shareGain()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void sharingNeverFitsFewerAndNeverExceedsItsBound(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double context = 1 + random.nextInt(20_000);
    double output = 1 + random.nextInt(4000);
    double common = random.nextInt((int) context + 1);
    double block = 1 + random.nextInt(128);
    double pool = 131_072 * (context + output) * (2 + 100 * random.nextDouble());

    KvBlockSharing.Result result =
        KvBlockSharing.solve(131_072, pool, 0, context, output, common, block, 10, 5);

    assertThat(result.commonBlocks() + result.privateBlocks())
        .as("seed %d", seed)
        .isEqualTo(result.unsharedBlocks());
    if (result.feasible()) {
      assertThat(result.fitShared())
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(result.fitUnshared());
    }
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * expected));
  }
}

package org.mlsysim.physics.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each law by itself, against numbers worked out by hand or printed in its source. */
class NodeLawsTest {
  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, Math.abs(expected) * 1e-12);
  }

  @Nested
  class TheRoofline {
    @Test
    void ridgeOfAnH100() {
      assertClose(295.2238805970149, Roofline.ridgePoint(989e12, 3.35e12));
    }

    @Test
    void theAttainableRateIsTheLowerRoof() {
      assertEquals(6.7e12, Roofline.attainable(989e12, 3.35e12, 2));
      assertEquals(989e12, Roofline.attainable(989e12, 3.35e12, 1000));
    }

    @Test
    void aPassWithoutWorkHasNoIntensityAndOneWithoutTrafficHasNoFiniteOne() {
      assertEquals(0, Roofline.intensity(0, 0));
      assertEquals(0, Roofline.intensity(0, 5));
      assertTrue(Double.isNaN(Roofline.intensity(5, 0)));
    }
  }

  @Nested
  class StoredWeights {
    @Test
    void theNumberOfParametersDecidesTheSize() {
      assertEquals(16.06e9, Weights.storedBytes(8.03e9, Double.NaN, 2));
      assertEquals(4.015e9, Weights.storedBytes(8.03e9, Double.NaN, 0.5));
    }

    @Test
    void aPublishedSizeHoldsAtSixteenBitOrWhereNothingElseIsKnown() {
      assertEquals(17e9, Weights.storedBytes(8.03e9, 17e9, 2));
      assertEquals(8.03e9, Weights.storedBytes(8.03e9, 17e9, 1));
      assertEquals(17e9, Weights.storedBytes(Double.NaN, 17e9, 1));
    }
  }

  @Nested
  class ExpertCoverage {
    @ParameterizedTest
    @CsvSource({"1, 12.9", "4, 32.440625", "16, 46.25", "64, 46.7"})
    void mixtralTouchesMoreOfItselfTheMoreTokensItReads(double tokens, double billions) {
      double touched = Known.MIXTRAL.touchedBytes(tokens, 2) / 2;

      assertEquals(billions * 1e9, touched, 2e6); // the published table has four digits
    }

    @Test
    void mixtralReads64881MegabytesForFourTokens() {
      assertClose(64_881_250_000.0, Known.MIXTRAL.touchedBytes(4, 2));
    }

    @Test
    void deepSeekHoldsAllButSixteenBillionParametersInExperts() {
      double perExpert = Known.DEEPSEEK_V3.expertShare() * 671e9 / 256;

      assertEquals(2.556e9, perExpert, 1e6); // (671 - 37) / (256 - 8)
      assertEquals(16.55e9, (1 - Known.DEEPSEEK_V3.expertShare()) * 671e9, 1e7);
    }

    @Test
    void aDenseModelIsReadInFull() {
      assertEquals(0, Known.LLAMA3_8B.expertShare());
      assertEquals(16.06e9, Known.LLAMA3_8B.touchedBytes(1, 2));
      assertEquals(0, Experts.share(10, 5, 4, 4)); // every expert active
      assertEquals(0, Experts.share(10, 10, 8, 2)); // every parameter active
    }

    @Test
    void moreActiveExpertsThanActiveParametersLeavesNothingShared() {
      assertEquals(1, Experts.share(10, 1, 8, 2)); // 8 (10 - 1) / 6 / 10 = 1.2, beyond the model
    }
  }

  @Nested
  class Caches {
    @Test
    void keysAndValuesOfPublishedModels() {
      assertEquals(131_072, Known.LLAMA3_8B.cacheBytes(1, 1, 2)); // 2 x 32 x 8 x 128 x 2
      assertEquals(327_680, Known.LLAMA3_70B.cacheBytes(1, 1, 2));
      assertEquals(70_272, Known.DEEPSEEK_V3.cacheBytes(1, 1, 2)); // 61 x (512 + 64) x 2
    }

    @Test
    void aRecurrentStateDoesNotGrowWithTheSequence() {
      assertEquals(52_428_800, Known.MAMBA.cacheBytes(1, 4, 2)); // 64 x 4 x 2 x 2560 x 20 x 2
      assertEquals(52_428_800, Known.MAMBA.cacheBytes(100_000, 4, 2));
    }

    @Test
    void aStateIsReadAndWrittenWhileACacheIsMovedOnce() {
      assertEquals(2 * 52_428_800, Known.MAMBA.cacheTraffic(4096, 4, 2));
      assertEquals(
          Known.LLAMA3_8B.cacheBytes(4096, 4, 2), Known.LLAMA3_8B.cacheTraffic(4096, 4, 2));
    }

    @Test
    void otherFamiliesKeepNothing() {
      assertEquals(0, Known.RESNET50.cacheBytes(4096, 4, 2));
      assertEquals(0, Known.STABLE_DIFFUSION.cacheTraffic(4096, 4, 2));
    }
  }

  @Nested
  class AttentionWork {
    @Test
    void causalAttentionOfAWholePromptIsExactlyHalf() {
      double full = Attention.flops(80, 64, 128, 16384, 16384, false);

      assertEquals(full / 2, Attention.flops(80, 64, 128, 16384, 16384, true));
      assertEquals(351_843_720_888_320.0, full / 2); // 2 L h S^2 for 80 layers of 8192
    }

    @Test
    void chunksSumToTheWholePrompt() {
      double whole = Attention.flops(1, 1, 1, 1000, 1000, true);
      double chunks =
          Attention.flops(1, 1, 1, 300, 300, true)
              + Attention.flops(1, 1, 1, 300, 600, true)
              + Attention.flops(1, 1, 1, 400, 1000, true);

      assertEquals(whole, chunks);
    }

    @Test
    void latentHeadsAreWiderThanTheyLook() {
      assertEquals(128 + 32, Known.DEEPSEEK_V3.prefillHeadWidth());
      assertEquals(512 + 32, Known.DEEPSEEK_V3.decodeHeadWidth());
    }

    @Test
    void modelsWithoutAttentionDoNone() {
      assertEquals(0, Known.MAMBA.attentionFlops(100, 100, true));
      assertEquals(0, Known.RESNET50.decodeAttentionFlops(100));
    }
  }

  @Nested
  class ActivationTraffic {
    @Test
    void bytesPerTokenOfPublishedModels() {
      assertEquals(4_849_664, Known.LLAMA3_8B.activationTrafficPerToken(2));
      assertEquals(23_920_640, Known.LLAMA3_70B.activationTrafficPerToken(2));
      assertEquals(20_308_608, Known.DEEPSEEK_V3.activationTrafficPerToken(2));
      assertEquals(6_225_920, Known.MAMBA.activationTrafficPerToken(2));
    }

    @Test
    void fourBitWeightsKeepSixteenBitActivations() {
      assertEquals(4_849_664, Known.LLAMA3_8B.activationTrafficPerToken(0.5));
      assertEquals(2 * 4_849_664, Known.LLAMA3_8B.activationTrafficPerToken(4));
    }

    @Test
    void aPolicyOfKnownShapeHasTheLawAndOneOfUnknownShapeAShareOfItsWeights() {
      WorkloadForm.Builder policy =
          WorkloadForm.builder(WorkloadForm.Family.EMBODIED).parameters(1e8).layers(12);

      // 12 x (12 + 8) x 512 x 2, with a feed-forward width of 4 x 512
      assertEquals(245_760, policy.hiddenDim(512).build().activationTrafficPerUnit(2, 0.1));
      assertEquals(
          0.1 * 2e8, policy.hiddenDim(Double.NaN).build().activationTrafficPerUnit(2, 0.1));
    }

    @Test
    void anEncoderSendsAWholeSequenceThrough() {
      WorkloadForm bert =
          WorkloadForm.builder(WorkloadForm.Family.TRANSFORMER)
              .parameters(110e6)
              .inferenceFlops(22e9)
              .layers(12)
              .hiddenDim(768)
              .heads(12)
              .build();

      assertEquals(100, bert.tokensPerUnit()); // 22e9 / (2 x 110e6)
      assertEquals(100 * bert.activationTrafficPerToken(2), bert.activationTrafficPerUnit(2, 0.1));
    }
  }

  @Nested
  class Fallbacks {
    private final WorkloadForm bare =
        WorkloadForm.builder(WorkloadForm.Family.TRANSFORMER).parameters(1e9).build();

    @Test
    void anUnstatedShapeIsThatOfASevenBillionModel() {
      assertEquals(4096, bare.width());
      assertEquals(32, bare.headsOrDefault());
      assertEquals(32, bare.kvHeadsOrHeads());
      assertEquals(128, bare.headWidth());
      assertEquals(16384, bare.feedForwardWidth());
      assertEquals(1, bare.layersOrOne());
    }

    @Test
    void aHeadThatDoesNotDivideTheWidthIsRoundedDown() {
      WorkloadForm odd =
          WorkloadForm.builder(WorkloadForm.Family.TRANSFORMER).hiddenDim(1000).heads(3).build();

      assertEquals(333, odd.headWidth());
    }

    @Test
    void workComesFromTheParametersWhereNoneIsStated() {
      assertEquals(2e9, bare.unitFlops());
      assertEquals(0, Known.DLRM.unitFlops());
      assertEquals(1, Known.DLRM.tokensPerUnit());
      assertEquals(50e9, Known.DLRM.storedParameters(2));
    }

    @Test
    void onlyDiffusionTakesSeveralPasses() {
      assertEquals(50, Known.STABLE_DIFFUSION.inferencePasses());
      assertEquals(1, Known.LLAMA3_8B.inferencePasses());
    }
  }
}

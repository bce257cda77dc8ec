package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlsysim.physics.node.Known;

/** Each law by itself, against numbers worked out by hand or printed in its source. */
class TrainingLawsTest {
  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, Math.abs(expected) * 1e-12);
  }

  @Nested
  class WorkOfASample {
    @Test
    void aTransformerDoesTwoOperationsPerActiveParameterAndToken() {
      assertEquals(2 * 8.03e9 * 2048, TrainingWork.forwardWeights(Known.LLAMA3_8B, 2048));
      assertEquals(2 * 12.9e9 * 2048, TrainingWork.forwardWeights(Known.MIXTRAL, 2048));
    }

    @Test
    void otherFamiliesDoTheirOneUnit() {
      assertEquals(8.2e9, TrainingWork.forwardWeights(Known.RESNET50, 2048));
      assertEquals(803.3e9, TrainingWork.forwardWeights(Known.STABLE_DIFFUSION, 2048));
      assertEquals(5.6e9 * 2048, TrainingWork.forwardWeights(Known.MAMBA, 2048));
      assertEquals(0, TrainingWork.forwardWeights(Known.DLRM, 2048));
    }

    @Test
    void theBackwardPassIsTwiceTheForwardPassUnlessWeightsAreFrozen() {
      assertEquals(2 * 10 + 2 * 3, TrainingWork.backward(10, 3, 1));
      assertEquals(10 + 2 * 3, TrainingWork.backward(10, 3, 0));
    }

    @Test
    void checkpointingDecidesWhatRunsAgain() {
      assertEquals(0, TrainingWork.recomputed(10, 3, ActivationCheckpointing.NONE));
      assertEquals(3, TrainingWork.recomputed(10, 3, ActivationCheckpointing.SELECTIVE));
      assertEquals(13, TrainingWork.recomputed(10, 3, ActivationCheckpointing.FULL));
    }
  }

  @Nested
  class Adapters {
    @Test
    void llamaTrainsAFifthOfAPercent() {
      // 2 x 16 x 4096 x 4 x 32 / 8.03e9
      assertClose(
          16_777_216 / 8.03e9, LowRankAdaptation.trainableFraction(Known.LLAMA3_8B, 2, 4, 12));
    }

    @Test
    void aTinyModelTrainsAtMostAllOfItself() {
      assertEquals(1, LowRankAdaptation.transformerFraction(16, 4096, 32, 1e6));
    }

    @Test
    void elsewhereTheTrainedStateIsATenthOfTheWeights() {
      assertEquals(0.1 * 2 / 16, LowRankAdaptation.trainableFraction(Known.RESNET50, 2, 4, 12));
    }
  }

  @Nested
  class OptimizerState {
    @ParameterizedTest
    @CsvSource({"ADAM, 2, 12", "ADAMW, 2, 12", "SGD, 2, 4", "NONE, 2, 0"})
    void besideNarrowWeights(Optimizer optimizer, double width, double bytes) {
      assertEquals(bytes, optimizer.bytesPerParameter(width));
    }

    @ParameterizedTest
    @CsvSource({"ADAM, 4, 8", "ADAMW, 4, 8", "SGD, 4, 0", "NONE, 4, 0"})
    void fullWidthWeightsAreTheirOwnMasterCopy(Optimizer optimizer, double width, double bytes) {
      assertEquals(bytes, optimizer.bytesPerParameter(width));
    }
  }

  @Nested
  class Pipelines {
    @Test
    void fourStagesAndThirtyTwoMicrobatchesIdleThreeSlotsOfThirtyFive() {
      assertEquals(3.0 / 35, PipelineSchedule.bubbleFraction(4, 32, 1));
      assertEquals(3.0 / 67, PipelineSchedule.bubbleFraction(4, 32, 2)); // interleaving halves it
      assertEquals(0, PipelineSchedule.bubbleFraction(1, 7, 1));
    }

    @Test
    void theIdleShareIsThatOfBusyAndIdleTimeTogether() {
      double idle = PipelineSchedule.bubble(2, 8, 16, 2);

      assertClose(PipelineSchedule.bubbleFraction(8, 16, 2), idle / (2 + idle));
    }

    @ParameterizedTest
    @CsvSource({"4, 32, 1, 4", "4, 2, 1, 2", "4, 32, 2, 5.5", "4, 5, 2, 5", "1, 32, 1, 1"})
    void microbatchesInFlight(double stages, double microbatches, double chunks, double alive) {
      assertEquals(alive, PipelineSchedule.inFlight(stages, microbatches, chunks));
    }

    @Test
    void anUnevenSplitWaitsForTheFullestStage() {
      assertEquals(11, PipelineSchedule.stageLayers(32, 3, 1));
      assertEquals(33.0 / 32, PipelineSchedule.imbalance(32, 3, 1));
      assertEquals(1, PipelineSchedule.imbalance(32, 4, 1));
      assertEquals(12, PipelineSchedule.stageLayers(32, 3, 2)); // two chunks of six
    }
  }

  @Nested
  class Windows {
    @Test
    void gradientsAreFinalInTheLastBackwardPassUnlessZeroReducesInEach() {
      assertEquals(6.0 * 0.5 / 4, Overlap.gradientWindow(0, 6, 0.5, 4));
      assertEquals(6.0 * 0.5 / 4, Overlap.gradientWindow(1, 6, 0.5, 4));
      assertEquals(6.0 * 0.5, Overlap.gradientWindow(2, 6, 0.5, 4));
      assertEquals(6, Overlap.gradientWindow(3, 6, 0.5, 4));
    }

    @Test
    void theFirstMicrostepHidesNoPipelineMessage() {
      assertEquals(0, Overlap.pipelineWindow(6, 1, 1));
      assertEquals(6 * 0.75, Overlap.pipelineWindow(6, 2, 2));
    }

    @Test
    void nothingHidesBehindMoreThanThereIs() {
      assertEquals(0.8, Overlap.hidden(1, 0.8, 5, 5));
      assertEquals(0.3, Overlap.hidden(1, 0.8, 0.3, 5));
      assertEquals(0.1, Overlap.hidden(1, 0.8, 0.3, 0.1));
    }
  }

  @Nested
  class Layouts {
    @Test
    void samplesAreDealtToDataAndExpertRanksRoundedUp() {
      ParallelLayout layout = new ParallelLayout(2, 2, 1, 4, 8, 4, 1, 2);

      assertEquals(16, layout.ranksPerReplica());
      assertEquals(8, layout.microSteps());
      assertEquals(4, layout.samplesPerRank(100)); // 100 / 32, rounded up
      assertEquals(1, layout.microbatchSamples(100));
    }

    @Test
    void chunksCountOnlyInAPipeline() {
      assertEquals(1, new ParallelLayout(1, 1, 1, 1, 1, 1, 4, 1).chunks());
      assertEquals(4, new ParallelLayout(1, 2, 1, 1, 1, 1, 4, 1).chunks());
    }
  }
}

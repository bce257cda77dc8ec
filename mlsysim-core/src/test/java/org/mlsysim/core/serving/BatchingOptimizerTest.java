package org.mlsysim.core.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.Search;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.core.serving.BatchingOptimizer.BatchConfig;

class BatchingOptimizerTest {
  private final BatchingOptimizer optimizer = new BatchingOptimizer();

  private static BatchingOptimizerInputsBuilder inputs(double slaMs, double rate, int replicas) {
    return BatchingOptimizer.Inputs.builder()
        .model("Llama3_8B")
        .hardware("H100")
        .seqLen(512)
        .slaLatencyMs(slaMs + " ms")
        .arrivalRateQps(rate)
        .numReplicas(replicas);
  }

  @Test
  void theLargestBatchThatMeetsTheTargetIsBest() {
    BatchingOptimizerResult result = optimizer.resolve(inputs(20_000, 1, 1).build());

    // The specification's example.
    assertThat(result.isFeasible()).isTrue();
    assertThat(result.bestConfig()).hasValue(new BatchConfig(11));
    assertThat(result.objectiveValue()).hasValue(512.0);
    assertThat(in(SECOND, result.p99Latency().orElseThrow()))
        .isCloseTo(19.418160402973196, within(1e-12));
    assertThat(in(SECOND, result.batchFormationTime().orElseThrow())).isEqualTo(10);
    assertThat(result.sloHeadroomRatio().orElseThrow())
        .isCloseTo(0.4459694974839591, within(1e-12));
    assertThat(result.totalSearched()).isEqualTo(256);
    assertThat(result.candidatesFailed()).isZero();
  }

  @Test
  void noLargerBatchMeetsTheTarget() {
    BatchingOptimizerResult best = optimizer.resolve(inputs(20_000, 10, 4).build());

    List<Integer> sizes =
        best.topCandidates().stream().map(each -> each.config().maxBatchSize()).toList();

    // The decision's example: 137 of 256; the next best stand in order behind it.
    assertThat(best.bestBatchSize()).isEqualTo(137);
    assertThat(sizes).hasSize(5).isSortedAccordingTo((one, other) -> other - one).contains(137);
    assertThat(best.topCandidates())
        .allSatisfy(each -> assertThat(in(SECOND, each.p99Latency())).isLessThanOrEqualTo(20));
  }

  @Test
  void whereNoBatchWillDoCountsAreZeroAndTheReasonIsThere() {
    BatchingOptimizerResult result = optimizer.resolve(inputs(5_000, 10, 4).build());

    assertThat(result.isFeasible()).isFalse();
    assertThat(result.objectiveValue()).hasValue(0.0);
    assertThat(result.bestConfig()).hasValue(new BatchConfig(0));
    assertThat(result.maxThroughput()).isZero();
    assertThat(result.p99Latency()).isEqualTo(Optional.empty());
    assertThat(result.candidatesInfeasible()).isEqualTo(256);
    assertThat(result.reasons())
        .hasSize(2)
        .anyMatch(text -> text.startsWith("Batch 1: "))
        .anyMatch(text -> text.startsWith("Batch 256: "));
  }

  @Test
  void oneThreadAndAllOfThemFindTheSame() {
    BatchingOptimizer.Inputs asked = inputs(20_000, 10, 4).maxSearchBatch(200).build();

    BatchingOptimizerResult alone =
        optimizer.resolve(asked, Search.with(Catalogs.installed()).sequential());

    assertThat(alone).isEqualTo(optimizer.resolve(asked));
  }
}

package org.mlsysim.physics.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.physics.serving.Examples.FP16;
import static org.mlsysim.physics.serving.Examples.H100;
import static org.mlsysim.physics.serving.Examples.LLAMA3_70B;
import static org.mlsysim.physics.serving.Examples.LLAMA3_8B;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.queueing.TailLatency;
import org.mlsysim.physics.serving.ServingCapacity.Verdict;

class ServingCapacityTest {
  @Test
  void oneReplicaSufficesInTheWorkedExample() {
    // Specification, ServingCapacityModel: 20 requests/s within 6 s.
    ServingCapacity.Result result = plan(LLAMA3_8B, 20, 6, 1024);

    assertThat(result.verdict()).isEqualTo(Verdict.FEASIBLE);
    assertThat(result.replicas()).isEqualTo(1);
    assertClose(result.perReplicaQps(), 25.1269470211326);
    assertClose(result.utilization(), 0.7959582190060469);
    assertClose(result.baseLatency(), 1.273533150409675);
    assertClose(result.p99Wait(), 0.853716955674718);
    assertClose(result.p99(), 2.127250106084393);
    assertClose(result.ttft(), 0.5368842229637047);
    assertClose(result.itl(), 0.005755069745671641);
    assertThat(result.activeBatch()).isEqualTo(32.0);
  }

  @Test
  void aTargetBelowTheBaseLatencyIsNotScannedFor() {
    ServingCapacity.Result result = plan(LLAMA3_8B, 20, 0.1, 16);

    assertThat(result.verdict()).isEqualTo(Verdict.BASE_LATENCY);
    assertThat(result.replicas()).isEqualTo(16);
    assertThat(result.p99()).isGreaterThanOrEqualTo(result.baseLatency());
  }

  @Test
  void tooFewReplicasAreALackOfCapacity() {
    ServingCapacity.Result result = plan(LLAMA3_8B, 1000, 6, 16);

    assertThat(result.verdict()).isEqualTo(Verdict.CAPACITY);
    assertThat(result.utilization()).isGreaterThan(1.0);
    assertThat(result.p99Wait()).isNaN();
    assertThat(result.p99()).isNaN();
  }

  @Test
  void aStableButLongQueueIsTheTail() {
    // One replica at 99.5 % of its 25.13 requests/s.
    ServingCapacity.Result result = plan(LLAMA3_8B, 25, 6, 1);

    assertThat(result.verdict()).isEqualTo(Verdict.TAIL_LATENCY);
    assertThat(result.p99()).isGreaterThan(6.0);
  }

  @Test
  void weightsThatDoNotFitHaveNoCapacity() {
    ServingCapacity.Result result = plan(LLAMA3_70B, 20, 60, 8);

    assertThat(result.verdict()).isEqualTo(Verdict.MEMORY);
    assertThat(result.qpsCapacity()).isZero();
    assertThat(result.utilization()).isNaN();
    assertThat(result.p99()).isNaN();
    assertThat(result.replicas()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theAnswerMeetsTheTargetAndOneReplicaLessDoesNot(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double qps = 1 + 2000 * random.nextDouble();
    double target = 1.3 + 2 * random.nextDouble();

    ServingCapacity.Result result = plan(LLAMA3_8B, qps, target, 1024);

    assertThat(result.verdict()).as("seed %d", seed).isEqualTo(Verdict.FEASIBLE);
    assertThat(result.p99()).as("seed %d", seed).isLessThanOrEqualTo(target);
    assertThat(result.p99Wait())
        .as("seed %d", seed)
        .isCloseTo(
            TailLatency.p99Wait(qps, 1 / result.perReplicaQps(), result.replicas(), 1.0),
            within(1e-12));
    if (result.replicas() > 1) {
      double wait =
          TailLatency.p99Wait(qps, 1 / result.perReplicaQps(), result.replicas() - 1, 1.0);
      assertThat(result.baseLatency() + wait <= target).as("seed %d", seed).isFalse();
    }
  }

  @Test
  void aBatchThatFillsSlowlyWaitsForItsLastRequest() {
    // Specification, BatchingOptimizer: 512 tokens, SLA 20 s, 1 request/s, one replica, batch 11.
    BatchingCandidate.Result best =
        BatchingCandidate.solve(LLAMA3_8B, H100, FP16, 0.5, 512, 20, 1, 1, 0, 11);
    BatchingCandidate.Result next =
        BatchingCandidate.solve(LLAMA3_8B, H100, FP16, 0.5, 512, 20, 1, 1, 0, 12);

    assertThat(best.feasible()).isTrue();
    assertThat(best.formationTime()).isEqualTo(10.0);
    assertClose(best.p99(), 19.418160402973196);
    assertClose(best.tail().headroomRatio(), 0.4459694974839591);
    assertThat(next.feasible()).isFalse();
  }

  @Test
  void largestBatchesOfTheWorkedExamplesAreFound() {
    // Decisions, BatchingOptimizer [D39].
    assertThat(largestBatch(20, 10, 4)).isEqualTo(137);
    assertThat(largestBatch(20, 0.01, 1)).isEqualTo(1);
    assertThat(largestBatch(5, 10, 4)).isZero();
  }

  private static int largestBatch(double sla, double rate, int replicas) {
    int best = 0;
    for (int batch = 1; batch <= 256; batch++) {
      if (BatchingCandidate.solve(LLAMA3_8B, H100, FP16, 0.5, 512, sla, rate, replicas, 0, batch)
          .feasible()) {
        best = batch;
      }
    }
    return best;
  }

  private static ServingCapacity.Result plan(
      WorkloadForm model, double qps, double target, int maxReplicas) {
    return ServingCapacity.solve(
        model, H100, FP16, 0.5, qps, target, 2048, 512, 128, 32, maxReplicas, 1.0);
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * expected));
  }
}

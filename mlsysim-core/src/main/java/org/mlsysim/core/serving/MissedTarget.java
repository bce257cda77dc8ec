package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.SECOND;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mlsysim.api.SearchOutcome;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.core.serving.BatchingOptimizer.BatchConfig;
import org.mlsysim.physics.serving.BatchingCandidate;

/** Why batches miss the latency that 99 of 100 requests shall keep. */
final class MissedTarget {
  /** What a batch misses; empty where it meets the target. */
  static Optional<String> of(BatchingOptimizer.Inputs inputs, BatchingCandidate.Result candidate) {
    if (candidate.feasible()) {
      return Optional.empty();
    }
    if (!candidate.fitsMemory()) {
      return Optional.of(
          Shortfall.of(
              inputs.model().id(), candidate.serving().memoryRequired(), inputs.hardware()));
    }
    return Optional.of(
        candidate.tail().stable()
            ? "its P99 is %s s, more than the target of %s s."
                .formatted(
                    Units.number(candidate.p99()),
                    Units.number(Units.in(SECOND, inputs.slaLatencyMs())))
            : "the replicas do not keep up with %s requests a second."
                .formatted(Units.number(inputs.arrivalRateQps())));
  }

  /** What keeps the smallest and the largest batch from the target. */
  static List<String> byAll(SearchOutcome<BatchConfig, BatchingCandidate.Result> outcome) {
    List<SearchOutcome.Dropped<BatchConfig>> dropped =
        outcome.infeasible().isEmpty() ? outcome.failed() : outcome.infeasible();
    return IntStream.of(0, dropped.size() - 1)
        .distinct()
        .mapToObj(dropped::get)
        .map(each -> "Batch %d: %s".formatted(each.config().maxBatchSize(), each.reason()))
        .toList();
  }

  private MissedTarget() {}
}

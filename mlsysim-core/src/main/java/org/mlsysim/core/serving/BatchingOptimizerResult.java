package org.mlsysim.core.serving;

import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.OptimizerResult;
import org.mlsysim.api.port.Port;
import org.mlsysim.core.serving.BatchingOptimizer.BatchCandidate;
import org.mlsysim.core.serving.BatchingOptimizer.BatchConfig;

/** What the optimizer produces; counts and throughputs are 0 where no batch will do. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record BatchingOptimizerResult(
    @Port(doc = "tokens a second served") Optional<Double> objectiveValue,
    @Port(doc = "what is optimised") String objectiveName,
    @Port(doc = "the unit of the objective") String objectiveUnit,
    @Port(doc = "which way is better") Direction direction,
    @Port(doc = "the largest batch that meets the target") Optional<BatchConfig> bestConfig,
    @Port(doc = "batch sizes tried") int totalSearched,
    @Port(doc = "batch sizes that miss the target") int candidatesInfeasible,
    @Port(doc = "batch sizes whose evaluation failed") int candidatesFailed,
    @Port(doc = "the largest batches that meet the target") List<BatchCandidate> topCandidates,
    @Port(doc = "the largest batch that meets the target") int bestBatchSize,
    @Port(doc = "tokens a second served: the offered load") double maxThroughput,
    @Port(unit = "s", doc = "latency that one request in a hundred exceeds")
        Optional<Quantity<Time>> p99Latency,
    @Port(doc = "P99 wait over five service times; larger is worse")
        Optional<Double> sloHeadroomRatio,
    @Port(verdict = true, doc = "whether any batch meets the target") boolean isFeasible,
    @Port(unit = "s", doc = "what the first request of a batch waits for the last")
        Optional<Quantity<Time>> batchFormationTime,
    @Port(doc = "tokens a second that all replicas can generate")
        Optional<Double> throughputCapacity,
    @Port(doc = "why no batch will do; empty when one does") List<String> constraintTrace,
    @Port(doc = "what to know before trusting the numbers") List<String> caveats)
    implements OptimizerResult {

  public BatchingOptimizerResult {
    topCandidates = List.copyOf(topCandidates);
    constraintTrace = List.copyOf(constraintTrace);
    caveats = List.copyOf(caveats);
  }

  @Override
  public List<String> reasons() {
    return constraintTrace;
  }
}

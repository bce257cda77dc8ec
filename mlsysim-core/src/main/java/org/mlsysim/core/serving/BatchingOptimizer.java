package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.SECOND;

import java.lang.invoke.MethodHandles;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseOptimizer;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.OptimizerResult;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.Search;
import org.mlsysim.api.SearchOutcome;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.serving.BatchingCandidate;

/**
 * The largest batch that still meets a P99 latency.
 *
 * <pre>
 * service = ttft + itl · S
 * P99     = (b - 1) / lambda + P99 stay of batches that arrive at lambda / b  &lt;=  SLA
 * </pre>
 *
 * <p>Requests gather into batches of b, batches queue for a replica, a replica serves a whole
 * batch. Every b up to the limit is tried. The throughput sought is the offered load, which every
 * batch that keeps up serves; of those the largest is best.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which is the largest batch that meets a P99 latency?",
    walls = {"Batching", "Tail Latency"},
    equation = "max b with (b - 1) / lambda + P99(lambda / b, ttft + itl S) <= SLA",
    sources = {
      "Pope et al. (2022), Efficiently Scaling Transformer Inference, arXiv 2211.05102",
      "Erlang (1917)",
      "Lee, Longton (1959), Operational Research Quarterly 10(1)",
      "Dean, Barroso (2013), The Tail at Scale, doi 10.1145/2408776.2408794"
    })
public final class BatchingOptimizer
    extends BaseOptimizer<BatchingOptimizer.Inputs, BatchingOptimizerResult> {

  /** What the optimizer requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the language model", aliases = "workload") Workload model,
      @Port(doc = "the accelerator of a replica") HardwareNode hardware,
      @Port(doc = "tokens of each prompt, and as many generated", range = "[1, inf)") int seqLen,
      @Port(doc = "latency that 99 of 100 requests shall keep", unit = "ms", range = "(0, inf)")
          Quantity<Time> slaLatencyMs,
      @Port(doc = "requests a second", range = "(0, inf)") double arrivalRateQps,
      @Port(doc = "replicas behind the queue", defaultValue = "1", range = "[1, inf)")
          int numReplicas,
      @Port(doc = "largest batch to try", defaultValue = "256", range = "[1, inf)")
          int maxSearchBatch,
      @Port(
              doc = "standard deviation of a batch's service time over its mean",
              defaultValue = "0",
              range = "[0, inf)")
          double serviceTimeCv,
      @Port(doc = "number format of weights and cache", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "share of the peak rate that the kernels sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency) {

    /**
     * Names the inputs one by one; all but model, hardware, sequence length, target and rate have
     * defaults.
     */
    public static BatchingOptimizerInputsBuilder builder() {
      return new BatchingOptimizerInputsBuilder();
    }
  }

  /** A batch size, 0 where none will do. */
  public record BatchConfig(@Port(doc = "requests of a batch") int maxBatchSize) {}

  /** A batch size that meets the target, and what it brings. */
  public record BatchCandidate(
      @Port(doc = "the batch size") BatchConfig config,
      @Port(unit = "s", doc = "latency that one request in a hundred exceeds")
          Quantity<Time> p99Latency,
      @Port(doc = "tokens a second that all replicas can generate") double throughputCapacity) {}

  public BatchingOptimizer() {
    super(MethodHandles.lookup(), Inputs.class, BatchingOptimizerResult.class);
  }

  @Override
  public BatchingOptimizerResult search(Inputs inputs, Search search) {
    WorkloadForm model = Workloads.keepingState("model", inputs.model());
    DeviceForm device = Forms.device(inputs.hardware(), inputs.precision());
    double offered = inputs.arrivalRateQps() * inputs.seqLen();
    SearchOutcome<BatchConfig, BatchingCandidate.Result> outcome =
        search
            .over(
                IntStream.rangeClosed(1, inputs.maxSearchBatch())
                    .mapToObj(BatchConfig::new)
                    .toList())
            .<BatchingCandidate.Result>evaluatedBy(
                config -> plain(inputs, model, device, config.maxBatchSize()))
            .infeasibleWhen(candidate -> MissedTarget.of(inputs, candidate))
            // Every batch that meets the target serves the whole load: the largest of them is best.
            .tiesWithin(0, Comparator.comparingInt(BatchConfig::maxBatchSize).reversed())
            .maximize(candidate -> offered);
    return result(inputs, outcome);
  }

  /** The law's plain form for one batch size. */
  static BatchingCandidate.Result plain(
      Inputs inputs, WorkloadForm model, DeviceForm device, int batch) {
    return BatchingCandidate.solve(
        model,
        device,
        inputs.precision().bytesPerElement(),
        inputs.efficiency(),
        inputs.seqLen(),
        Units.in(SECOND, inputs.slaLatencyMs()),
        inputs.arrivalRateQps(),
        inputs.numReplicas(),
        inputs.serviceTimeCv(),
        batch);
  }

  private static BatchingOptimizerResult result(
      Inputs inputs, SearchOutcome<BatchConfig, BatchingCandidate.Result> outcome) {
    Optional<SearchOutcome.Candidate<BatchConfig, BatchingCandidate.Result>> best = outcome.best();
    int batch = best.map(each -> each.config().maxBatchSize()).orElse(0);
    double throughput =
        best.map(SearchOutcome.Candidate<BatchConfig, BatchingCandidate.Result>::objective)
            .orElse(0.0);
    Optional<BatchingCandidate.Result> plain = best.map(SearchOutcome.Candidate::evaluation);
    return new BatchingOptimizerResult(
        Optional.of(throughput),
        "max_throughput",
        "token/s",
        OptimizerResult.Direction.MAXIMIZE,
        Optional.of(new BatchConfig(batch)),
        outcome.searched(),
        outcome.infeasible().size(),
        outcome.failed().size(),
        outcome.top().stream()
            .map(
                each ->
                    new BatchCandidate(
                        each.config(),
                        Units.of(each.evaluation().p99(), SECOND),
                        each.evaluation().capacity()))
            .toList(),
        batch,
        throughput,
        plain.map(each -> Units.of(each.p99(), SECOND)),
        plain.map(each -> each.tail().headroomRatio()),
        best.isPresent(),
        plain.map(each -> Units.of(each.formationTime(), SECOND)),
        plain.map(BatchingCandidate.Result::capacity),
        best.isPresent() ? List.of() : MissedTarget.byAll(outcome),
        Caveats.of(inputs.hardware(), inputs.precision(), inputs.efficiency())
            .add("Batches are taken to arrive as a Poisson stream; the wait is an upper bound.")
            .add("max_throughput is the offered load; throughput_capacity is the most.")
            .list());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, BatchingOptimizerResult result) {
    if (!result.isFeasible()) {
      return List.of();
    }
    BatchingCandidate.Result best =
        plain(
            inputs,
            Workloads.keepingState("model", inputs.model()),
            Forms.device(inputs.hardware(), inputs.precision()),
            result.bestBatchSize());
    return List.of(BatchTerms.of(inputs, result.bestBatchSize(), best));
  }
}

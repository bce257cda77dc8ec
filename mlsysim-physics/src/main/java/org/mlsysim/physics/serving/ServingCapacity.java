package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.queueing.ErlangC;
import org.mlsysim.physics.queueing.TailLatency;
import org.mlsysim.physics.queueing.WaitingTime;

/**
 * Replicas that a request rate needs to meet a P99 latency.
 *
 * <pre>
 * base        = ttft + output itl                  what a request takes without a queue
 * per replica = N / base                           N requests share a replica for that long
 * P99         = base + P99 wait of M/G/r at rate N / base
 * </pre>
 *
 * <p>The smallest r with a stable queue and a P99 within the target is the answer.
 */
public final class ServingCapacity {
  /** What stands in the way of the target, or that nothing does. */
  public enum Verdict {
    /** The target is met. */
    FEASIBLE,
    /** Weights and one request do not fit the memory. */
    MEMORY,
    /** A request alone, without any queue, takes longer than the target. */
    BASE_LATENCY,
    /** The allowed replicas do not keep up with the rate. */
    CAPACITY,
    /** The allowed replicas keep up, but the tail of the queue is too long. */
    TAIL_LATENCY
  }

  /**
   * Replicas and latency.
   *
   * @param verdict what binds
   * @param replicas smallest sufficient number, or the most allowed when none suffices
   * @param qpsCapacity requests that so many replicas can serve [1/s]
   * @param perReplicaQps requests that one replica can serve [1/s]
   * @param utilization rate over capacity [1]; NaN without capacity
   * @param p99 latency that one request in a hundred exceeds [s]; NaN without capacity or stability
   * @param baseLatency latency without a queue [s]
   * @param p99Wait queueing part of the P99 [s]; NaN without capacity or stability
   * @param activeBatch N, requests decoded together, whole
   * @param ttft time to first token of a batch of N [s]
   * @param itl time between tokens of a batch of N [s]
   * @param batching concurrency of a replica
   * @param serving one batch of N requests of mean length
   */
  public record Result(
      Verdict verdict,
      int replicas,
      double qpsCapacity,
      double perReplicaQps,
      double utilization,
      double p99,
      double baseLatency,
      double p99Wait,
      double activeBatch,
      double ttft,
      double itl,
      ContinuousBatching.Result batching,
      Serving.Result serving) {}

  /**
   * Plans the replicas.
   *
   * @param model the model; keeps a KV cache or a state
   * @param device the accelerator, its peak at the precision used
   * @param bytesPerElement b, width of weights and cache [B]
   * @param efficiency share of peak the arithmetic reaches [1], in (0, 1]
   * @param qps requests [1/s], &gt; 0
   * @param targetP99 latency to meet [s], &gt; 0
   * @param maxSeqLen longest request [tokens], &ge; 1
   * @param meanTokens mean length of a request [tokens], in (0, maxSeqLen]
   * @param outputTokens tokens each request generates, &ge; 1
   * @param maxBatch most requests decoded together, &ge; 1
   * @param maxReplicas most replicas, &ge; 1
   * @param serviceCv standard deviation of the service time over its mean [1], &ge; 0
   * @return replicas and latency
   */
  public static Result solve(
      WorkloadForm model,
      DeviceForm device,
      double bytesPerElement,
      double efficiency,
      double qps,
      double targetP99,
      double maxSeqLen,
      double meanTokens,
      double outputTokens,
      double maxBatch,
      int maxReplicas,
      double serviceCv) {
    ContinuousBatching.Result batching =
        ContinuousBatching.solve(
            model,
            device,
            bytesPerElement,
            efficiency,
            maxSeqLen,
            meanTokens,
            maxBatch,
            ContinuousBatching.DEFAULT_PAGE_TOKENS);
    double active = Math.max(1.0, batching.activeRequests());
    double length = Math.max(1.0, Math.floor(meanTokens));
    Serving.Result serving =
        Serving.solve(ServingForm.of(model, device, bytesPerElement, efficiency, length, active));
    double base = serving.ttft() + outputTokens * serving.itl();

    Verdict verdict;
    int replicas = maxReplicas;
    double perReplica = active / base;
    double wait = Double.NaN;
    if (!batching.feasible() || !serving.feasible()) {
      verdict = Verdict.MEMORY;
      perReplica = 0.0;
    } else if (base > targetP99) {
      verdict = Verdict.BASE_LATENCY;
      wait = TailLatency.p99Wait(qps, 1.0 / perReplica, maxReplicas, serviceCv);
    } else {
      verdict = Verdict.CAPACITY;
      double service = 1.0 / perReplica;
      double load = qps * service;
      // Erlang's recursion adds one server at a time, so the scan costs no more than its last step.
      double blocking = 1.0;
      for (int r = 1; r <= maxReplicas && verdict != Verdict.FEASIBLE; r++) {
        blocking = ErlangC.addServer(blocking, load, r);
        if (TailLatency.utilization(qps, service, r) < 1.0) {
          wait =
              WaitingTime.quantile(
                  ErlangC.waitProbability(blocking, load, r),
                  WaitingTime.decayRate(qps, service, r, serviceCv),
                  TailLatency.P99_TAIL);
          replicas = r;
          verdict = base + wait <= targetP99 ? Verdict.FEASIBLE : Verdict.TAIL_LATENCY;
        }
      }
    }
    double capacity = replicas * perReplica;
    return new Result(
        verdict,
        replicas,
        capacity,
        perReplica,
        capacity > 0.0 ? qps / capacity : Double.NaN,
        base + wait,
        base,
        wait,
        active,
        serving.ttft(),
        serving.itl(),
        batching,
        serving);
  }

  private ServingCapacity() {}
}

package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.queueing.TailLatency;

/**
 * One batch size held against a latency target: requests gather into batches, batches queue for
 * replicas, and a replica serves a whole batch.
 *
 * <pre>
 * service = ttft + itl S                   S prompt tokens, and as many generated
 * fill    = (b - 1) / lambda               what the first request of a batch waits for the last
 * P99     = fill + P99 stay of batches that arrive at lambda / b
 * </pre>
 *
 * <p>Batches arrive as a Poisson stream here; a filled batch arrives more regularly, so the wait is
 * an upper bound.
 */
public final class BatchingCandidate {
  /**
   * What a batch size brings.
   *
   * @param feasible whether it fits the memory, is stable and meets the target
   * @param fitsMemory whether weights and caches fit
   * @param service time a replica takes for one batch [s]
   * @param formationTime fill, time until a batch is complete [s]
   * @param p99 latency that one request in a hundred exceeds [s]; NaN when unstable
   * @param capacity tokens that all replicas can generate [1/s]
   * @param serving the batch on its replica
   * @param tail the queue of batches
   */
  public record Result(
      boolean feasible,
      boolean fitsMemory,
      double service,
      double formationTime,
      double p99,
      double capacity,
      Serving.Result serving,
      TailLatency.Result tail) {}

  /**
   * Tries one batch size.
   *
   * @param model the model; keeps a KV cache or a state
   * @param device the accelerator, its peak at the precision used
   * @param bytesPerElement b, width of weights and cache [B]
   * @param efficiency share of peak the arithmetic reaches [1], in (0, 1]
   * @param seqLen S, tokens of each prompt and tokens generated, &ge; 1
   * @param slaLatency P99 to meet [s], &gt; 0
   * @param arrivalRate lambda, requests [1/s], &gt; 0
   * @param replicas number of replicas, &ge; 1
   * @param serviceCv standard deviation of a batch's service time over its mean [1], &ge; 0; 0
   *     because a batch of fixed lengths takes a fixed time
   * @param batch b, requests per batch, &ge; 1
   * @return what it brings
   */
  public static Result solve(
      WorkloadForm model,
      DeviceForm device,
      double bytesPerElement,
      double efficiency,
      double seqLen,
      double slaLatency,
      double arrivalRate,
      int replicas,
      double serviceCv,
      int batch) {
    Serving.Result serving =
        Serving.solve(ServingForm.of(model, device, bytesPerElement, efficiency, seqLen, batch));
    double service = serving.ttft() + serving.itl() * seqLen;
    double formation = (batch - 1.0) / arrivalRate;
    TailLatency.Result tail = TailLatency.solve(arrivalRate / batch, service, replicas, serviceCv);
    double p99 = tail.p99() + formation;
    return new Result(
        // An unstable queue has no P99, and no comparison with NaN holds.
        serving.feasible() && p99 <= slaLatency,
        serving.feasible(),
        service,
        formation,
        p99,
        (double) replicas * batch * seqLen / service,
        serving,
        tail);
  }

  private BatchingCandidate() {}
}

package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.Ties;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * Continuous batching: how many requests decode together, and how fast, when their cache is paged
 * or reserved to its longest length.
 *
 * <p>A state-space model keeps one state per request, whatever its length, so both ways are the
 * same for it.
 *
 * @see <a href="https://www.usenix.org/conference/osdi22/presentation/yu">Yu et al., Orca, OSDI
 *     2022</a>
 * @see <a href="https://arxiv.org/abs/2309.06180">Kwon et al., PagedAttention, SOSP 2023</a>
 */
public final class ContinuousBatching {
  /** Tokens of a page where none are stated. */
  public static final double DEFAULT_PAGE_TOKENS = 16;

  /**
   * Concurrency and throughput both ways.
   *
   * @param feasible whether at least one paged request fits
   * @param throughput paged, decoded tokens [1/s]
   * @param activeRequests paged, requests decoded together, whole
   * @param staticThroughput reserved, decoded tokens [1/s]
   * @param staticActiveRequests reserved, requests decoded together, whole
   * @param pagedFragmentation share of allocated pages that stays empty [1]
   * @param staticFragmentation share of the reservation that stays empty [1]
   * @param pagedCacheBytes allocated pages of all requests [B]
   * @param staticCacheBytes reservations of all requests [B]
   * @param ttft prefill of a full batch of longest prompts [s]; an upper bound
   * @param itl paged decode step at the mean length [s]; NaN when nothing fits
   * @param speedup paged over reserved throughput [1]; NaN when only paging fits, 1 when neither
   *     does
   */
  public record Result(
      boolean feasible,
      double throughput,
      double activeRequests,
      double staticThroughput,
      double staticActiveRequests,
      double pagedFragmentation,
      double staticFragmentation,
      double pagedCacheBytes,
      double staticCacheBytes,
      double ttft,
      double itl,
      double speedup) {}

  /**
   * Fills one replica.
   *
   * @param model the model; keeps a KV cache or a state
   * @param device the accelerator, its peak at the precision used
   * @param bytesPerElement b, width of weights and cache [B]
   * @param efficiency share of peak the arithmetic reaches [1], in (0, 1]
   * @param maxSeqLen longest request [tokens], &ge; 1
   * @param meanTokens mean length of a request [tokens], in (0, maxSeqLen]
   * @param maxBatch most requests decoded together, &ge; 1
   * @param pageTokens tokens of a page, &ge; 1
   * @return concurrency and throughput
   */
  public static Result solve(
      WorkloadForm model,
      DeviceForm device,
      double bytesPerElement,
      double efficiency,
      double maxSeqLen,
      double meanTokens,
      double maxBatch,
      double pageTokens) {
    double ttft =
        Prefill.solve(
                model, device, bytesPerElement, efficiency, maxBatch, maxSeqLen, 0.0, Double.NaN)
            .time();
    double room = device.memoryCapacity() - model.storedBytes(bytesPerElement);
    if (!(room > 0.0)) {
      return new Result(false, 0, 0, 0, 0, 0, 0, 0, 0, ttft, Double.NaN, 1.0);
    }
    double perToken = model.cacheBytes(1.0, 1.0, bytesPerElement);
    double active;
    double reserved;
    double pagedFragmentation = 0.0;
    double staticFragmentation = 0.0;
    double pagedPerRequest = perToken;
    double staticPerRequest = perToken;
    if (model.hasAttention()) {
      double budget = room / perToken;
      double allocated = PagedAllocation.allocatedTokens(meanTokens, maxSeqLen, pageTokens);
      double poolTokens = Ties.wholeTimes(budget / pageTokens) * pageTokens;
      active = Math.min(maxBatch, Ties.wholeTimes(poolTokens / allocated));
      reserved = Math.min(maxBatch, Ties.wholeTimes(budget / maxSeqLen));
      pagedFragmentation = PagedAllocation.waste(meanTokens, allocated);
      staticFragmentation = 1.0 - meanTokens / maxSeqLen;
      pagedPerRequest = perToken * allocated;
      staticPerRequest = perToken * maxSeqLen;
    } else {
      active = Math.min(maxBatch, Ties.wholeTimes(room / perToken));
      reserved = active;
    }
    double step = step(model, device, bytesPerElement, efficiency, active, meanTokens);
    double staticStep = step(model, device, bytesPerElement, efficiency, reserved, meanTokens);
    double throughput = active > 0.0 ? active / step : 0.0;
    double staticThroughput = reserved > 0.0 ? reserved / staticStep : 0.0;
    return new Result(
        active > 0.0,
        throughput,
        active,
        staticThroughput,
        reserved,
        pagedFragmentation,
        staticFragmentation,
        pagedPerRequest * active,
        staticPerRequest * reserved,
        ttft,
        step,
        speedup(throughput, staticThroughput));
  }

  private static double step(
      WorkloadForm model,
      DeviceForm device,
      double bytesPerElement,
      double efficiency,
      double requests,
      double meanTokens) {
    return requests > 0.0
        ? DecodeStep.solve(model, device, bytesPerElement, efficiency, requests, 1.0, meanTokens)
            .time()
        : Double.NaN;
  }

  private static double speedup(double throughput, double staticThroughput) {
    if (staticThroughput > 0.0) {
      return throughput / staticThroughput;
    }
    return throughput > 0.0 ? Double.NaN : 1.0;
  }

  private ContinuousBatching() {}
}

package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.Ties;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * Requests of one length that fit beside the weights on a replica of several accelerators.
 *
 * @see <a href="https://arxiv.org/abs/2309.06180">Kwon et al., PagedAttention, SOSP 2023</a>
 */
public final class KvAdmission {
  /**
   * Memory of a replica and who fits.
   *
   * @param feasible whether at least one request fits
   * @param headDim width of a head, whole
   * @param weights weights of the model [B]
   * @param hbmTotal memory of all accelerators [B]
   * @param kvBudget what weights and reserve leave [B]; negative when they do not fit
   * @param kvPerToken cache of one token [B]
   * @param kvPerRequest cache of one request [B]
   * @param maxRequests requests that fit, whole
   */
  public record Result(
      boolean feasible,
      double headDim,
      double weights,
      double hbmTotal,
      double kvBudget,
      double kvPerToken,
      double kvPerRequest,
      double maxRequests) {}

  /**
   * Admits requests.
   *
   * <pre>max requests = max(0, floor((n hbm - weights - reserve) / (context kv)))</pre>
   *
   * @param model an attention model
   * @param accelerators n, accelerators of the replica, &ge; 1
   * @param hbmPerAccelerator memory of one [B], &ge; 0
   * @param weightBytesPerElement width of a weight [B], &gt; 0
   * @param reserve memory kept for anything else [B], &ge; 0
   * @param contextTokens length of a request [tokens], &ge; 1
   * @param kvBytesPerElement width of a cached element [B], &gt; 0
   * @return who fits
   */
  public static Result solve(
      WorkloadForm model,
      double accelerators,
      double hbmPerAccelerator,
      double weightBytesPerElement,
      double reserve,
      double contextTokens,
      double kvBytesPerElement) {
    double weights = model.storedBytes(weightBytesPerElement);
    double total = accelerators * hbmPerAccelerator;
    double budget = total - weights - reserve;
    double perToken = model.cacheBytes(1.0, 1.0, kvBytesPerElement);
    double perRequest = perToken * contextTokens;
    double requests = Math.max(0.0, Ties.wholeTimes(budget / perRequest));
    return new Result(
        requests >= 1.0, model.headWidth(), weights, total, budget, perToken, perRequest, requests);
  }

  private KvAdmission() {}
}

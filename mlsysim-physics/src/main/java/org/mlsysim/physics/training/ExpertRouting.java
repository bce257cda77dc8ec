package org.mlsysim.physics.training;

import org.mlsysim.physics.network.Collectives;

/**
 * What uneven routing adds to a mixture of experts: parameters that are active, bytes that travel.
 *
 * <p>One dispatch of one layer in one direction is priced; a layer needs two per pass.
 *
 * @see <a href="https://arxiv.org/abs/2101.03961">Fedus, Zoph, Shazeer, Switch Transformers,
 *     2022</a>
 */
public final class ExpertRouting {
  /**
   * A routed batch, in base units.
   *
   * @param parameters P, all parameters
   * @param activeParameters P_a, parameters one token touches under even routing, P_a &le; P
   * @param experts E, experts of a layer, E &ge; 1
   * @param activeExperts k, experts a token is sent to, 1 &le; k &le; E
   * @param imbalance i, load of the busiest expert over the mean, i &ge; 1
   * @param tokens B S, tokens of all ranks together
   * @param hiddenDim h, width of a token
   * @param bytesPerElement b [B]
   * @param expertParallel ep, ranks the experts are spread over, 1 &le; ep &le; E
   * @param bandwidth beta, one-way rate of a rank's link [B/s]; NaN without a fleet
   * @param alpha start-up time of a message on that link [s]; NaN without a fleet
   */
  public record Batch(
      double parameters,
      double activeParameters,
      int experts,
      int activeExperts,
      double imbalance,
      double tokens,
      double hiddenDim,
      double bytesPerElement,
      int expertParallel,
      double bandwidth,
      double alpha) {}

  /**
   * The routed batch priced.
   *
   * @param effectiveExperts e, experts a token costs in effect
   * @param effectiveParameters P_eff, parameters a token costs in effect
   * @param activeParameterMultiplier P_eff / P_a
   * @param dispatchBytes what all ranks together send to other ranks [B]
   * @param allToAllTime one dispatch [s]; NaN without a fleet or with one rank
   */
  public record Load(
      double effectiveExperts,
      double effectiveParameters,
      double activeParameterMultiplier,
      double dispatchBytes,
      double allToAllTime) {}

  /**
   * Prices the batch.
   *
   * <pre>
   * e        = min(E, k i)
   * P_eff    = min(P, P_a + (P - P_a)/(E - k) (e - k))      (P_a when E = k)
   * payload  = B S h b e,  dispatch = payload (ep-1)/ep
   * t        = (ep-1)/ep (payload/ep)/beta + (ep-1) alpha
   * </pre>
   *
   * @param batch the batch
   */
  public static Load of(Batch batch) {
    double effective = effectiveExperts(batch.experts, batch.activeExperts, batch.imbalance);
    double parameters =
        effectiveParameters(
            batch.parameters,
            batch.activeParameters,
            batch.experts,
            batch.activeExperts,
            effective);
    double ranks = batch.expertParallel;
    double payload = batch.tokens * batch.hiddenDim * batch.bytesPerElement * effective;
    double time =
        batch.expertParallel > 1
            ? Collectives.allToAll(payload / ranks, ranks, batch.bandwidth, batch.alpha)
            : Double.NaN;
    return new Load(
        effective,
        parameters,
        parameters / batch.activeParameters,
        payload * Collectives.phaseFactor(ranks),
        time);
  }

  /**
   * Experts a token costs when the busiest one is {@code imbalance} times the mean.
   *
   * <pre>e = min(E, k i)</pre>
   *
   * @param experts E, E &ge; 1
   * @param activeExperts k, 1 &le; k &le; E
   * @param imbalance i, i &ge; 1
   */
  public static double effectiveExperts(int experts, int activeExperts, double imbalance) {
    return Math.min(experts, activeExperts * imbalance);
  }

  /**
   * Parameters a token costs: what is shared, plus the experts it costs in effect.
   *
   * <pre>P_eff = min(P, P_a + (P - P_a)/(E - k) (e - k))</pre>
   *
   * <p>Only the totals are known, so one expert is taken as (P - P_a)/(E - k); with E = k every
   * parameter is already active.
   *
   * @param parameters P
   * @param activeParameters P_a, P_a &le; P
   * @param experts E
   * @param activeExperts k
   * @param effectiveExperts e of {@link #effectiveExperts}
   */
  public static double effectiveParameters(
      double parameters,
      double activeParameters,
      int experts,
      int activeExperts,
      double effectiveExperts) {
    if (experts <= activeExperts) {
      return activeParameters;
    }
    double expert = (parameters - activeParameters) / (experts - activeExperts);
    return Math.min(parameters, activeParameters + expert * (effectiveExperts - activeExperts));
  }

  private ExpertRouting() {}
}

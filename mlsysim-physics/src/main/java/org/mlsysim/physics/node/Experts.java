package org.mlsysim.physics.node;

/**
 * Mixture of experts: how much of the model the experts hold and how much of it a pass reads.
 *
 * <p>Routing is taken as uniform and independent. The coverage is then an expectation, and an upper
 * bound on what skewed routing touches.
 *
 * @see <a href="https://arxiv.org/abs/2101.03961">Fedus, Zoph, Shazeer, Switch Transformers, JMLR
 *     23, 2022</a>
 */
public final class Experts {
  /**
   * Share of all parameters that the experts hold.
   *
   * <pre>x = E (P - P_a) / (E - k) / P,  within [0, 1];  0 if k &ge; E</pre>
   *
   * <p>It follows from P = shared + E e and P_a = shared + k e, with e the parameters of one
   * expert.
   *
   * @param parameters P, all parameters, &gt; 0
   * @param activeParameters P_a, parameters one token passes through, (0, P]
   * @param experts E, experts per layer; NaN or anything up to k means a dense model
   * @param expertsPerToken k, experts a token is routed to, &ge; 1
   */
  public static double share(
      double parameters, double activeParameters, double experts, double expertsPerToken) {
    if (!(experts > expertsPerToken)) {
      return 0;
    }
    double share =
        experts * (parameters - activeParameters) / (experts - expertsPerToken) / parameters;
    return Math.max(0, Math.min(1, share));
  }

  /**
   * Share of the weights that a pass over n tokens reads.
   *
   * <pre>1 - x (1 - k/E)^n</pre>
   *
   * <p>One token reads P_a / P of the weights, many tokens all of them.
   *
   * @param expertShare x, share of the parameters held by experts, [0, 1]
   * @param experts E; not read when x = 0
   * @param expertsPerToken k, [1, E]
   * @param tokens n, tokens in the pass, &ge; 0
   */
  public static double touchedShare(
      double expertShare, double experts, double expertsPerToken, double tokens) {
    return expertShare == 0
        ? 1
        : 1 - expertShare * StrictMath.pow(1 - expertsPerToken / experts, tokens);
  }

  private Experts() {}
}

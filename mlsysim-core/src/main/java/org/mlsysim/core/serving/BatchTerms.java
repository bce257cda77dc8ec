package org.mlsysim.core.serving;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.physics.serving.BatchingCandidate;

/** The latency of a batch, term by term: filling it, waiting for a replica, being served. */
final class BatchTerms {
  /** Why one request in a hundred stays longer than the P99. */
  static Explanation of(
      BatchingOptimizer.Inputs inputs, int batch, BatchingCandidate.Result plain) {
    return new Explanation(
        "p99_latency",
        plain.p99(),
        "s",
        List.of(
            Term.computed(
                "filling the batch",
                "fill",
                "(b - 1) / lambda",
                plain.formationTime(),
                "s",
                Term.given("requests of a batch", "b", batch, ""),
                Term.given("arrivals", "lambda", inputs.arrivalRateQps(), "1/s")),
            Term.computed(
                    "P99 of a batch's stay",
                    "stay",
                    "P(wait + service > t) = 0.01",
                    plain.tail().p99(),
                    "s",
                    Term.computed(
                        "service of a batch",
                        "service",
                        "ttft + itl · S",
                        plain.service(),
                        "s",
                        Term.given("time to first token", "ttft", plain.serving().ttft(), "s"),
                        Term.given("time between tokens", "itl", plain.serving().itl(), "s"),
                        Term.given("tokens of a sequence", "S", inputs.seqLen(), "")),
                    Term.given("load of a replica", "rho", plain.tail().utilization(), ""))
                .from("Erlang (1917); Lee, Longton (1959)")));
  }

  private BatchTerms() {}
}

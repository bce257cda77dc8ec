package org.mlsysim.core.serving;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.physics.serving.ServingCapacity;

/** The latency that 99 of 100 requests keep, term by term. */
final class CapacityTerms {
  static List<Explanation> explain(
      ServingCapacityModel.Inputs inputs, ServingCapacity.Result plain) {
    Term base =
        Term.computed(
            "latency without a queue",
            "base",
            "ttft + output · itl",
            plain.baseLatency(),
            "s",
            Term.given("time to first token", "ttft", plain.ttft(), "s"),
            Term.given("tokens generated", "output", inputs.outputTokens(), ""),
            Term.given("time between tokens", "itl", plain.itl(), "s"));
    if (Double.isNaN(plain.p99())) {
      return List.of(
          new Explanation("base_request_latency", plain.baseLatency(), "s", List.of(base)));
    }
    return List.of(
        new Explanation(
            "estimated_p99_latency",
            plain.p99(),
            "s",
            List.of(
                base,
                Term.given("P99 of the wait for a replica", "wait", plain.p99Wait(), "s")
                    .from("Erlang (1917); Lee, Longton (1959)"))));
  }

  private CapacityTerms() {}
}

package org.mlsysim.core.analysis;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.physics.analysis.Synthesis;

/** What a latency target asks of the hardware, term by term. */
final class SynthesisTerms {
  static List<Explanation> explain(SynthesisSolver.Inputs inputs, Synthesis.Result plain) {
    if (!plain.feasible()) {
      return List.of();
    }
    Term room =
        Term.computed(
            "time left for work",
            "room",
            "target - overhead",
            SynthesisSolver.target(inputs) - plain.latencyFloor(),
            "s",
            Term.given("latency to meet", "target", SynthesisSolver.target(inputs), "s"),
            Term.given("dispatch and layers", "overhead", plain.latencyFloor(), "s"));
    return List.of(
        new Explanation(
            "required_bw",
            plain.requiredBandwidth(),
            "B/s",
            List.of(
                Term.computed(
                    "bandwidth",
                    "bandwidth",
                    "traffic / room",
                    plain.requiredBandwidth(),
                    "B/s",
                    Term.given("bytes moved", "traffic", plain.traffic(), "B"),
                    room))),
        new Explanation(
            "required_flops",
            plain.requiredFlops(),
            "FLOP/s",
            List.of(
                Term.computed(
                    "peak rate",
                    "rate",
                    "ops / (room · efficiency)",
                    plain.requiredFlops(),
                    "FLOP/s",
                    Term.given("work", "ops", plain.totalOps(), "FLOP"),
                    room,
                    Term.given("efficiency", "efficiency", inputs.efficiency(), "")))));
  }

  private SynthesisTerms() {}
}

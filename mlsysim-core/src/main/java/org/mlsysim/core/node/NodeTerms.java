package org.mlsysim.core.node;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.node.NodeProfile;

/**
 * A pass or a step on one device, term by term: the slower of arithmetic and traffic, and the
 * overhead.
 */
final class NodeTerms {
  static List<Explanation> explain(SingleNodeModel.Inputs inputs, NodeProfile plain) {
    String device = inputs.hardware().id();
    Term compute =
        Term.computed(
                "time of the arithmetic",
                "t_c",
                "ops / rate",
                plain.latencyCompute(),
                "s",
                Term.given("executed work", "ops", plain.ops(), "FLOP"),
                Term.computed(
                    "sustained rate",
                    "rate",
                    "peak · efficiency",
                    plain.peakFlopsActual(),
                    "FLOP/s",
                    Term.given(
                            "peak rate at " + inputs.precision().wireName(),
                            "peak",
                            Forms.peak(inputs.hardware(), inputs.precision()),
                            "FLOP/s")
                        .read(device + ".compute"),
                    Term.given("efficiency", "efficiency", inputs.efficiency(), "")))
            .from("Williams, Waterman, Patterson (2009)");
    Term memory =
        Term.computed(
                "time of the traffic",
                "t_m",
                "traffic / bandwidth",
                plain.latencyMemory(),
                "s",
                Term.computed(
                    "bytes moved",
                    "traffic",
                    "weights + state + activations + cache",
                    plain.traffic(),
                    "B",
                    Term.given("weights", "weights", plain.weightTraffic(), "B"),
                    Term.given("gradients and optimizer", "state", plain.stateTraffic(), "B"),
                    Term.given("activations", "activations", plain.activationTraffic(), "B"),
                    Term.given("cache or recurrent state", "cache", plain.cacheTraffic(), "B")),
                Term.given("bandwidth", "bandwidth", plain.peakBwActual(), "B/s")
                    .read(device + ".memory"))
            .from("Williams, Waterman, Patterson (2009)");
    Term overhead =
        Term.given("dispatch and launches", "overhead", plain.latencyOverhead(), "s")
            .read(device + ".dispatch_tax");
    return List.of(
        new Explanation(
            "latency",
            plain.latency(),
            "s",
            List.of(
                Term.computed(
                    "slower of both", "work", "max(t_c, t_m)", plain.work(), "s", compute, memory),
                overhead)));
  }

  private NodeTerms() {}
}

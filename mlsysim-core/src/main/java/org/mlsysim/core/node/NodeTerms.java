package org.mlsysim.core.node;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.core.form.DeviceTerms;
import org.mlsysim.physics.node.NodeProfile;

/**
 * A pass or a step on one device, term by term: the slower of arithmetic and traffic, and the
 * overhead.
 */
final class NodeTerms {
  static List<Explanation> explain(SingleNodeModel.Inputs inputs, NodeProfile plain) {
    DeviceTerms device =
        new DeviceTerms(inputs.hardware(), inputs.precision(), inputs.efficiency());
    Term compute =
        Term.computed(
                "time of the arithmetic",
                "t_c",
                "ops / rate",
                plain.latencyCompute(),
                "s",
                Term.given("executed work", "ops", plain.ops(), "FLOP"),
                device.sustainedRate(plain.peakFlopsActual()))
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
                device.bandwidth(plain.peakBwActual()))
            .from("Williams, Waterman, Patterson (2009)");
    return List.of(
        new Explanation(
            "latency",
            plain.latency(),
            "s",
            List.of(
                Term.computed(
                    "slower of both", "work", "max(t_c, t_m)", plain.work(), "s", compute, memory),
                device.overhead(plain.latencyOverhead()))));
  }

  private NodeTerms() {}
}

package org.mlsysim.core.reliability;

import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.Node;
import org.mlsysim.core.reliability.ReliabilityModel.ReliabilityResult;
import org.mlsysim.physics.reliability.FailureRate;

/** How often a job fails and what remains of its time, term by term. */
final class ReliabilityTerms {
  static List<Explanation> explain(ReliabilityModel.Inputs inputs, ReliabilityResult result) {
    Term mtbf = mtbf(inputs.fleet(), in(SECOND, result.fleetMtbf()));
    Term interval =
        Term.computed(
                "time between checkpoints",
                "τ",
                result.outOfRegime() ? "MTBF" : "sqrt(2 δ MTBF)",
                in(SECOND, result.optimalCheckpointInterval()),
                "s",
                Term.given(
                    "time of one checkpoint", "δ", in(SECOND, inputs.checkpointTimeS()), "s"),
                mtbf)
            .from("Young (1974), Daly (2006)");
    return List.of(
        new Explanation("fleet_mtbf", mtbf.value(), "s", mtbf.terms()),
        new Explanation(
            "goodput_ratio",
            result.goodputRatio(),
            "",
            List.of(
                Term.computed("writing", "w", "δ/τ", result.checkpointShare(), "", interval),
                Term.computed("redoing", "r", "τ/(2 MTBF)", result.reworkShare(), "", interval),
                Term.computed(
                    "coming back",
                    "c",
                    "R/MTBF",
                    result.recoveryShare(),
                    "",
                    Term.given("recovery", "R", in(SECOND, inputs.avgRecoveryTimeS()), "s"),
                    mtbf))));
  }

  private static Term mtbf(Fleet fleet, double value) {
    String name = "mean time between failures";
    if (fleet.mtbfHours().isPresent()) {
      return Term.given(name, "MTBF", value, "s").read(fleet.id() + ".mtbf_hours");
    }
    Node node = fleet.node();
    String record = node.id();
    return Term.computed(
            name,
            "MTBF",
            "1 / (n λ)",
            value,
            "s",
            Term.given("nodes", "n", fleet.count(), "").read(fleet.id() + ".count"),
            Term.computed(
                "failure rate of a node",
                "λ",
                "a/MTTF_a + k/MTTF_k + s/MTTF_s",
                ReliabilityModel.nodeRate(node),
                "1/s",
                Term.given("accelerators", "a", node.acceleratorsPerNode(), "")
                    .read(record + ".accelerators_per_node"),
                Term.given("life of an accelerator", "MTTF_a", FailureRate.ACCELERATOR_MTTF, "s"),
                Term.given("network ports", "k", node.ports(), "").read(record + ".nics_per_node"),
                Term.given("life of a network port", "MTTF_k", FailureRate.NIC_MTTF, "s"),
                Term.given("power supplies that must all work", "s", node.seriesPsus(), "")
                    .read(record + ".psu_redundancy"),
                Term.given("life of a power supply", "MTTF_s", FailureRate.PSU_MTTF, "s")))
        .from("Kokolis et al. (2025)");
  }

  private ReliabilityTerms() {}
}

package org.mlsysim.core.distributed;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.core.form.DeviceTerms;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.network.FleetForm;
import org.mlsysim.physics.node.NodeProfile;
import org.mlsysim.physics.training.ParallelLayout;
import org.mlsysim.physics.training.PipelineSchedule;
import org.mlsysim.physics.training.StepProfile;

/** A training step of a fleet, term by term: the parts add up to the step. */
final class DistributedTerms {
  static List<Explanation> explain(DistributedModel.Inputs inputs, StepProfile step) {
    if (!step.priced()) {
      return List.of();
    }
    ParallelLayout layout = DistributedForms.layout(inputs);
    return List.of(
        new Explanation(
            "step_latency_total",
            step.stepLatency(),
            "s",
            List.of(
                replica(inputs, step.node()),
                tensor(inputs, layout, step),
                expert(inputs, layout, step),
                exposed("context exchange", "cp", step.contextExchange(), step.contextHidden())
                    .from("Liu et al. (2023)"),
                exposed("pipeline exchange", "pp", step.pipelineExchange(), step.pipelineHidden())
                    .from("Narayanan et al. (2021)"),
                exposed("data exchange", "dp", step.dataExchange(), step.dataHidden())
                    .from("Patarasuk, Yuan (2009); Rajbhandari et al. (2020)"),
                bubble(inputs, layout, step),
                Term.computed(
                    "stragglers",
                    "straggler",
                    "everything else (factor - 1)",
                    step.stragglerLatency(),
                    "s",
                    Term.given("straggler factor", "factor", inputs.stragglerFactor(), "")))));
  }

  private static Term replica(DistributedModel.Inputs inputs, NodeProfile node) {
    DeviceTerms device = new DeviceTerms(inputs.device(), inputs.precision(), inputs.efficiency());
    Term compute =
        Term.computed(
            "time of the arithmetic",
            "t_c",
            "slowest stage · ops / rate",
            node.latencyCompute(),
            "s",
            Term.given("executed work of an accelerator", "ops", node.ops(), "FLOP"),
            device.sustainedRate(node.peakFlopsActual()));
    Term memory =
        Term.computed(
            "time of the traffic",
            "t_m",
            "traffic / bandwidth",
            node.latencyMemory(),
            "s",
            Term.given("bytes moved by an accelerator", "traffic", node.traffic(), "B"),
            device.bandwidth(node.peakBwActual()));
    return Term.computed(
        "the busiest replica",
        "latency",
        "work + overhead",
        node.latency(),
        "s",
        Term.computed("slower of both", "work", "max(t_c, t_m)", node.work(), "s", compute, memory)
            .from("Williams, Waterman, Patterson (2009)"),
        device.overhead(node.latencyOverhead()));
  }

  private static Term tensor(
      DistributedModel.Inputs inputs, ParallelLayout layout, StepProfile step) {
    return Term.computed(
            "tensor exchange",
            "tp",
            "2 z L_s (2 (tp-1)/tp B_r S' h b / beta + u 2 (tp-1) alpha) congestion",
            step.tensorExchange(),
            "s",
            group(inputs, layout, layout.tensor(), "tp", inputs.tpSize()))
        .from("Shoeybi et al. (2019)");
  }

  private static Term expert(
      DistributedModel.Inputs inputs, ParallelLayout layout, StepProfile step) {
    return Term.computed(
            "expert exchange",
            "ep",
            "2 z L_s ((ep-1)/ep B_r S' h b k' / t' / beta + u (ep-1) alpha) congestion",
            step.expertExchange(),
            "s",
            group(
                inputs,
                layout,
                layout.tensor() * layout.context() * layout.expert(),
                "ep",
                inputs.epSize()))
        .from("Fedus et al. (2022)");
  }

  /** What the price of an exchange inside a replica depends on. */
  private static Term[] group(
      DistributedModel.Inputs inputs,
      ParallelLayout layout,
      double span,
      String symbol,
      int ranks) {
    FleetForm fleet = Forms.fleet(inputs.fleet());
    String id = inputs.fleet().id();
    boolean inside = fleet.staysInside(span);
    return new Term[] {
      Term.given("ranks", symbol, ranks, ""),
      Term.given("passes", "z", inputs.checkpointing().weightPasses(), ""),
      Term.given(
          "layers of a stage",
          "L_s",
          PipelineSchedule.stageLayers(
              Forms.workload(inputs.model()).layersOrOne(), layout.pipeline(), layout.chunks()),
          ""),
      Term.given("samples of a rank", "B_r", layout.samplesPerRank(inputs.batchSize()), ""),
      Term.given("micro-steps", "u", layout.microSteps(), ""),
      Term.given("rate of the link", "beta", fleet.bandwidth(span), "B/s")
          .read(id + (inside ? ".node.intra_node_bw" : ".fabric.bandwidth")),
      Term.given("start-up", "alpha", fleet.latency(span), "s")
          .read(id + (inside ? ".node.accelerator.nvlink.latency" : ".fabric.latency")),
      Term.given("congestion factor", "congestion", inputs.congestionFactor(), "")
    };
  }

  private static Term exposed(String name, String symbol, double exchange, double hidden) {
    return Term.computed(
        "exposed part of the " + name,
        symbol + "_exposed",
        "exchange - hidden",
        exchange - hidden,
        "s",
        Term.given("the whole exchange", "exchange", exchange, "s"),
        Term.given("part behind the work", "hidden", hidden, "s"));
  }

  private static Term bubble(
      DistributedModel.Inputs inputs, ParallelLayout layout, StepProfile step) {
    return Term.computed(
            "idle slots of the pipeline",
            "bubble",
            "(latency + tp + ep + cp_exposed + pp_exposed) (pp - 1) / (v m)",
            step.bubble(),
            "s",
            Term.given("pipeline stages", "pp", inputs.ppSize(), ""),
            Term.given("chunks of a stage", "v", layout.chunks(), ""),
            Term.given("micro-batches", "m", inputs.microbatchCount(), ""))
        .from("Narayanan et al. (2021)");
  }

  private DistributedTerms() {}
}

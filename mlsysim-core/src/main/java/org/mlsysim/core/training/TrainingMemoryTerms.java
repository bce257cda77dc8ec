package org.mlsysim.core.training;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.MemoryBudget;
import org.mlsysim.physics.training.ParallelLayout;
import org.mlsysim.physics.training.PipelineSchedule;
import org.mlsysim.physics.training.TrainingMemory;
import org.mlsysim.physics.training.TrainingPlan;

/** The memory of a training step, term by term. */
final class TrainingMemoryTerms {
  static List<Explanation> explain(
      Workload model, TrainingPlan plan, ParallelLayout layout, double batch) {
    WorkloadForm workload = Forms.workload(model);
    MemoryBudget budget = TrainingMemory.of(workload, plan, layout, batch);
    return List.of(
        new Explanation(
            "total_memory",
            budget.total(),
            "B",
            List.of(
                weights(model, workload, plan, layout, budget),
                Term.computed(
                        "gradients",
                        "gradients",
                        "g f p, sharded from ZeRO 2 on",
                        budget.gradients(),
                        "B",
                        Term.given("bytes of a gradient", "g", plan.gradientBytesPerElement(), "B"),
                        Term.given("share that is trained", "f", plan.trainableFraction(), ""))
                    .from("Rajbhandari et al. (2020)"),
                Term.computed(
                        "optimizer state",
                        "optimizer",
                        "o f p, sharded from ZeRO 1 on",
                        budget.optimizerState(),
                        "B",
                        Term.given("state of a parameter", "o", plan.optimizerBytes(), "B"))
                    .from("Rajbhandari et al. (2020)"),
                activations(model, workload, layout, batch, budget),
                Term.given(
                    "gradient buckets and pipeline messages",
                    "buffers",
                    budget.communicationBuffers(),
                    "B"))));
  }

  private static Term weights(
      Workload model,
      WorkloadForm workload,
      TrainingPlan plan,
      ParallelLayout layout,
      MemoryBudget budget) {
    double held =
        TrainingMemory.sharedParameters(workload, plan, layout)
            + TrainingMemory.expertParameters(workload, plan, layout);
    return Term.computed(
        "weights",
        "weights",
        "b p, sharded from ZeRO 3 on",
        budget.weights(),
        "B",
        Term.given("bytes of a weight", "b", plan.bytesPerElement(), "B"),
        Term.computed(
            "parameters of a rank before ZeRO",
            "p",
            "P (1 - x) / (tp pp) + P x / (tp pp) ceil(E / ep) / E",
            held,
            "param",
            Term.given("all parameters", "P", workload.parameters(), "param")
                .read(model.id() + ".parameters"),
            Term.given("tensor-parallel ranks", "tp", layout.tensor(), ""),
            Term.given("pipeline stages", "pp", layout.pipeline(), ""),
            Term.given("expert-parallel ranks", "ep", layout.expert(), "")));
  }

  private static Term activations(
      Workload model,
      WorkloadForm workload,
      ParallelLayout layout,
      double batch,
      MemoryBudget budget) {
    return Term.computed(
            "activations of the first stage",
            "activations",
            "per layer (strategy) · ceil(L / pp) · micro-batches in flight",
            budget.activations(),
            "B",
            Term.given("layers", "L", workload.layersOrOne(), "").read(model.id() + ".layers"),
            Term.given("samples of a micro-batch", "mb", layout.microbatchSamples(batch), ""),
            Term.given(
                "micro-batches in flight",
                "n",
                PipelineSchedule.inFlight(
                    layout.pipeline(), layout.microbatches(), layout.chunks()),
                ""))
        .from("Korthikanti et al. (2023)");
  }

  private TrainingMemoryTerms() {}
}

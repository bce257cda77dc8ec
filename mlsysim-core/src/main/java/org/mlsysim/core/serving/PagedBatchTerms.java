package org.mlsysim.core.serving;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.serving.ContinuousBatching;
import org.mlsysim.physics.serving.DecodeStep;

/** The throughput of a paged batch, term by term. */
final class PagedBatchTerms {
  static List<Explanation> explain(
      ContinuousBatchingModel.Inputs inputs, WorkloadForm model, ContinuousBatching.Result plain) {
    if (!plain.feasible()) {
      return List.of();
    }
    DecodeStep.Result step =
        DecodeStep.solve(
            model,
            Forms.device(inputs.hardware(), inputs.precision()),
            inputs.precision().bytesPerElement(),
            inputs.efficiency(),
            plain.activeRequests(),
            1,
            ContinuousBatchingModel.mean(inputs));
    Term requests =
        Term.given("requests decoded together", "N", plain.activeRequests(), "")
            .from("Kwon et al. (2023)");
    return List.of(
        new Explanation(
            "throughput_tokens_per_sec",
            plain.throughput(),
            "",
            List.of(
                Term.computed(
                    "tokens a second",
                    "throughput",
                    "N / step",
                    plain.throughput(),
                    "",
                    requests,
                    new ServingTerms(inputs.hardware(), inputs.precision(), inputs.efficiency())
                        .decode("decode step of N requests", "step", step)))));
  }

  private PagedBatchTerms() {}
}

package org.mlsysim.core.training;

import org.apiguardian.api.API;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.ActivationCheckpointing;

/** What a workload must have for a training step of it to be priced and split. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LayoutRules {
  /**
   * A workload of known size, with heads where its scores are stored.
   *
   * @throws BadInputException if the workload lacks them; it names the port
   */
  public static WorkloadForm trainable(Workload model, ActivationCheckpointing checkpointing) {
    WorkloadForm form = Workloads.sized("model", model);
    if (checkpointing == ActivationCheckpointing.NONE
        && form.hasAttention()
        && Double.isNaN(form.heads())) {
      throw BadInputException.refused(
          "activation_checkpointing",
          "none",
          "it needs the heads of the model, which %s does not state.".formatted(model.id()));
    }
    return form;
  }

  /**
   * Tensor and context parallelism split attention, expert parallelism splits experts.
   *
   * @throws BadInputException if the workload has nothing to split that way; it names the port
   */
  public static void splittable(
      Workload model, WorkloadForm form, int tensor, int expert, int context, int seqLen) {
    if (tensor > 1 && !form.hasAttention()) {
      throw BadInputException.refused(
          "tp_size",
          tensor,
          "tensor parallelism needs a transformer, not %s.".formatted(model.id()));
    }
    if (context > 1 && !form.hasAttention()) {
      throw BadInputException.refused(
          "cp_size",
          context,
          "context parallelism needs a transformer, not %s.".formatted(model.id()));
    }
    if (context > 1 && seqLen % context != 0) {
      throw BadInputException.refused(
          "cp_size", context, "it must divide seq_len, which is %d.".formatted(seqLen));
    }
    if (expert > 1 && Double.isNaN(form.experts())) {
      throw BadInputException.refused(
          "ep_size",
          expert,
          "expert parallelism needs experts; %s has none.".formatted(model.id()));
    }
    if (expert > 1 && expert > form.experts()) {
      throw BadInputException.refused(
          "ep_size",
          expert,
          "there are only %d experts in a layer of %s."
              .formatted((long) form.experts(), model.id()));
    }
  }

  private LayoutRules() {}
}

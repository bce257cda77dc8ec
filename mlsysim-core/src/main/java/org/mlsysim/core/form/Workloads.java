package org.mlsysim.core.form;

import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.physics.node.WorkloadForm;

/** The plain forms of workloads, refusing those that a law has no answer for. */
public final class Workloads {
  /** A workload of known size; refuses one that states neither parameters nor a size. */
  public static WorkloadForm sized(String port, Workload workload) {
    refuseUnsized(port, workload);
    return Forms.workload(workload);
  }

  /** Refuses a workload of unknown size where nothing else of it is read. */
  public static void refuseUnsized(String port, Workload workload) {
    if (workload.parameterCount().isEmpty() && workload.modelSize().isEmpty()) {
      throw BadInputException.refused(
          port, workload.id(), "it states neither parameters nor model_size.");
    }
  }

  /** A workload of known parameters, where their bytes or their work are asked for. */
  public static WorkloadForm counted(String port, Workload workload) {
    WorkloadForm form = Forms.workload(workload);
    if (Double.isNaN(form.parameters())) {
      throw BadInputException.refused(port, workload.id(), "it states no parameters.");
    }
    return form;
  }

  /** A workload that keeps something from token to token: a KV cache or a state. */
  public static WorkloadForm keepingState(String port, Workload workload) {
    WorkloadForm form = sized(port, workload);
    if (!form.keepsCache()) {
      throw BadInputException.refused(
          port, workload.id(), workload.name() + " keeps neither a KV cache nor a state.");
    }
    return form;
  }

  /** A workload whose cache grows by the token; a state-space model's does not. */
  public static WorkloadForm attending(String port, Workload workload) {
    WorkloadForm form = sized(port, workload);
    if (!form.hasAttention()) {
      throw BadInputException.refused(
          port, workload.id(), workload.name() + " has no per-token cache.");
    }
    return form;
  }

  /** The layers of a workload; refuses one that states none. */
  public static int layers(String port, Workload workload) {
    return workload
        .layerCount()
        .orElseThrow(() -> BadInputException.refused(port, workload.id(), "it states no layers."));
  }

  /** Refuses a context for a workload that keeps nothing from token to token. */
  public static void refuseContext(Workload workload, int contextLength) {
    if (contextLength > 0 && !Forms.workload(workload).keepsCache()) {
      throw BadInputException.refused(
          "context_length",
          contextLength,
          workload.name() + " keeps neither a KV cache nor a state; leave it out.");
    }
  }

  private Workloads() {}
}

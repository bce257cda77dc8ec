package org.mlsysim.core.training;

import org.apiguardian.api.API;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.LowRankAdaptation;
import org.mlsysim.physics.training.Optimizer;

/** What of a model is trained where only low-rank adapters may be. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AdapterTraining {
  /** Share of the parameters that is trained, with Adam: all, or the adapters alone. */
  public static double trainedShare(
      boolean adaptersAlone,
      WorkloadForm workload,
      Precision precision,
      GradientPrecision gradients) {
    double bytes = precision.bytesPerElement();
    return adaptersAlone
        ? LowRankAdaptation.trainableFraction(
            workload, bytes, gradients.bytesPerElement(), Optimizer.ADAM.bytesPerParameter(bytes))
        : 1;
  }

  private AdapterTraining() {}
}

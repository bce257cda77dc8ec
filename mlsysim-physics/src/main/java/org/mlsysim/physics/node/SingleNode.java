package org.mlsysim.physics.node;

/**
 * Inference on one accelerator: the plain form behind single-node performance.
 *
 * <p>Training on one accelerator is the training step of a fleet of one and stands with it.
 *
 * <pre>t = max(ops / (F e), traffic / B) + overhead</pre>
 *
 * @see InferencePass
 */
public final class SingleNode {
  /**
   * Prices one inference.
   *
   * @param bytesPerElement b, width of one stored weight [B]
   * @param batch B, units in the batch, &ge; 1
   * @param efficiency share of the peak rate the kernels sustain, (0, 1]
   * @param contextLength cached tokens a decoded token attends to, &ge; 0
   * @param activationFraction activation traffic of a sample as a share of the weights, where no
   *     architecture is known, &ge; 0
   */
  public static NodeProfile inference(
      WorkloadForm workload,
      DeviceForm device,
      double bytesPerElement,
      double batch,
      double efficiency,
      double contextLength,
      double activationFraction) {
    return InferencePass.of(workload, device, bytesPerElement, contextLength, activationFraction)
        .at(batch, efficiency);
  }

  private SingleNode() {}
}

package org.mlsysim.physics.training;

import org.mlsysim.physics.network.Collectives;

/**
 * Training state per device and traffic at each stage of ZeRO: mixed-precision Adam, 16 bytes per
 * parameter in all.
 *
 * @see <a href="https://arxiv.org/abs/1910.02054">Rajbhandari et al., ZeRO, 2020</a>
 */
public final class ZeroSharding {
  /** 32-bit master copy and two moments of one parameter [B]. */
  public static final double OPTIMIZER_BYTES = 12.0;

  /**
   * Traffic of stages 0, 1 and 2 in weight volumes: a reduce-scatter and an all-gather, as an
   * all-reduce has.
   */
  public static final double TRAFFIC_MULTIPLE_ALL_REDUCE = 1.0;

  /**
   * Traffic of stage 3: the weights are gathered twice and the gradients scattered, 3 W over 2 W.
   */
  public static final double TRAFFIC_MULTIPLE_STAGE_3 = 3.0 / 2.0;

  /**
   * State per device, in bytes, and the traffic of stage 3.
   *
   * @param weights W
   * @param gradients as large as the weights
   * @param optimizerState 12 P
   * @param unsharded plain data parallelism
   * @param stage1 optimizer state sharded
   * @param stage2 gradients sharded too
   * @param stage3 weights sharded too
   * @param stage3WithActivations stage 3 and the activations of one device
   * @param gatherTraffic what one device receives and sends per step at stage 3
   */
  public record Shards(
      double weights,
      double gradients,
      double optimizerState,
      double unsharded,
      double stage1,
      double stage2,
      double stage3,
      double stage3WithActivations,
      double gatherTraffic) {}

  /**
   * Shards a model's state over data-parallel devices.
   *
   * <pre>
   * W + G + O;  W + G + O/n;  W + (G + O)/n;  (W + G + O)/n
   * traffic = 3 W (n-1)/n
   * </pre>
   *
   * @param parameters P, &gt; 0
   * @param weightBytes W, the model stored in 16 bit [B], &gt; 0
   * @param devices n, &ge; 1
   * @param activations of one device [B], &ge; 0
   */
  public static Shards of(double parameters, double weightBytes, int devices, double activations) {
    double optimizer = OPTIMIZER_BYTES * parameters;
    double n = devices;
    double stage3 = (weightBytes + weightBytes + optimizer) / n;
    return new Shards(
        weightBytes,
        weightBytes,
        optimizer,
        weightBytes + weightBytes + optimizer,
        weightBytes + weightBytes + optimizer / n,
        weightBytes + (weightBytes + optimizer) / n,
        stage3,
        stage3 + activations,
        3.0 * weightBytes * Collectives.phaseFactor(n));
  }

  private ZeroSharding() {}
}

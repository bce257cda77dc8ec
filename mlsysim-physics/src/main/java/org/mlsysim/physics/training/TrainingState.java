package org.mlsysim.physics.training;

/**
 * What mixed-precision Adam keeps between steps, and who holds which part: 16 bytes per parameter.
 *
 * <p>An account by definition: 2 B weights, 2 B gradients, 4 B master weights, 8 B moments. The
 * sharded columns divide the two moments over the data-parallel ranks and leave the master copy
 * whole; ZeRO stage 1 would shard it too.
 *
 * @see <a href="https://arxiv.org/abs/1910.02054">Rajbhandari et al., ZeRO, 2020</a>
 */
public final class TrainingState {
  /** 32-bit master copy of one parameter [B]. */
  public static final double MASTER_BYTES = 4.0;

  /** One 32-bit Adam moment of one parameter [B]. */
  public static final double MOMENT_BYTES = 4.0;

  /**
   * The account, all in bytes.
   *
   * @param weights 16-bit weights
   * @param gradients as large as the weights
   * @param masterWeights 4 P
   * @param adamMoment one moment, 4 P
   * @param optimizerMoments both, 8 P
   * @param persistentState all of the above
   * @param tpWeightsPerDevice weights of one tensor-parallel rank
   * @param tpGradientsPerDevice gradients of one rank
   * @param tpMasterPerDevice master weights of one rank
   * @param tpMomentsPerDevice moments of one rank
   * @param tpActivationsPerDevice activations of one rank, all divided (sequence parallelism)
   * @param tpTotalPerDevice state and activations of one rank
   * @param tpOffloadedPerDevice the same with master weights and moments kept in the host
   * @param zeroMomentsPerDevice moments of one rank, sharded over dp as well
   * @param zeroMomentsPerTpGroup moments of one tensor-parallel group, sharded over dp
   * @param zeroWeightsAndMomentsPerDevice weights and sharded moments of one rank
   */
  public record Account(
      double weights,
      double gradients,
      double masterWeights,
      double adamMoment,
      double optimizerMoments,
      double persistentState,
      double tpWeightsPerDevice,
      double tpGradientsPerDevice,
      double tpMasterPerDevice,
      double tpMomentsPerDevice,
      double tpActivationsPerDevice,
      double tpTotalPerDevice,
      double tpOffloadedPerDevice,
      double zeroMomentsPerDevice,
      double zeroMomentsPerTpGroup,
      double zeroWeightsAndMomentsPerDevice) {}

  /**
   * Accounts for a model.
   *
   * @param parameters P, &gt; 0
   * @param weightBytes W, the model stored in 16 bit [B], &gt; 0
   * @param activations A, of all ranks together [B], &ge; 0
   * @param tensorParallel t, &ge; 1
   * @param dataParallel d, &ge; 1
   */
  public static Account of(
      double parameters,
      double weightBytes,
      double activations,
      int tensorParallel,
      int dataParallel) {
    double master = MASTER_BYTES * parameters;
    double moment = MOMENT_BYTES * parameters;
    double moments = 2.0 * moment;
    double persistent = weightBytes + weightBytes + master + moments;
    double total = persistent + activations;
    double shardedMoments = moments / ((double) tensorParallel * dataParallel);
    return new Account(
        weightBytes,
        weightBytes,
        master,
        moment,
        moments,
        persistent,
        weightBytes / tensorParallel,
        weightBytes / tensorParallel,
        master / tensorParallel,
        moments / tensorParallel,
        activations / tensorParallel,
        total / tensorParallel,
        // What stays on the device, added rather than subtracted from the total: no digits lost.
        (weightBytes + weightBytes + activations) / tensorParallel,
        shardedMoments,
        moments / dataParallel,
        weightBytes / tensorParallel + shardedMoments);
  }

  private TrainingState() {}
}

package org.mlsysim.physics.training;

import org.mlsysim.physics.node.WorkloadForm;

/**
 * Work of one training sample: forward, backward, and what is computed again.
 *
 * <p>Symbols: w work of the weights in a forward pass, t of attention, f share of the parameters
 * that is trained. Frozen weights need a gradient of their input only.
 *
 * @see <a href="https://arxiv.org/abs/2205.05198">Korthikanti et al., MLSys 2023</a>
 * @see <a href="https://arxiv.org/abs/2001.08361">Kaplan et al., Scaling Laws for Neural Language
 *     Models, 2020</a>
 */
public final class TrainingWork {
  /**
   * w, forward work of the weights on one sample [FLOP].
   *
   * <pre>2 P_a S       transformer
   * O S / u       state-space model
   * O             others: one image, one denoising step</pre>
   *
   * @param seqLen S, tokens of a sample
   */
  public static double forwardWeights(WorkloadForm workload, double seqLen) {
    return switch (workload.family()) {
      case TRANSFORMER -> 2 * workload.activeParametersOrAll() * seqLen;
      case STATE_SPACE -> workload.unitFlops() * seqLen / workload.tokensPerUnit();
      case DIFFUSION, EMBODIED, OTHER -> workload.unitFlops();
    };
  }

  /** t, forward work of attention on one sample [FLOP]; 0 without attention. */
  public static double forwardAttention(WorkloadForm workload, double seqLen, boolean causal) {
    return workload.attentionFlops(seqLen, seqLen, causal);
  }

  /** Backward work [FLOP]: {@code w (1 + f) + 2 t}. */
  public static double backward(double weights, double attention, double trainableFraction) {
    return weights * (1 + trainableFraction) + 2 * attention;
  }

  /** Work computed again [FLOP]: nothing, the attention core, or the forward pass. */
  public static double recomputed(
      double weights, double attention, ActivationCheckpointing checkpointing) {
    return switch (checkpointing) {
      case NONE -> 0;
      case SELECTIVE -> attention;
      case FULL -> weights + attention;
    };
  }

  /** Passes over the attention core in a step: forward, twice that backward, and again. */
  public static double attentionPasses(ActivationCheckpointing checkpointing) {
    return checkpointing == ActivationCheckpointing.NONE ? 3 : 4;
  }

  private TrainingWork() {}
}

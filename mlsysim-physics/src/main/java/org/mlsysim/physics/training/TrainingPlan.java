package org.mlsysim.physics.training;

import org.mlsysim.physics.node.Activations;

/**
 * How a model is trained, whatever it runs on: sample length, widths, optimizer, what is stored.
 *
 * @param seqLen S, tokens of one sample, whole, &ge; 1
 * @param causalAttention whether a token sees only what stands before it
 * @param bytesPerElement b, width of a weight [B]
 * @param gradientBytesPerElement g, width of a gradient [B]: 4 or 2
 * @param optimizer what is kept per trained parameter
 * @param checkpointing what is stored of the forward pass; {@code NONE} needs a head count
 * @param trainableFraction f, share of the parameters that is trained, [0, 1]; see {@link
 *     LowRankAdaptation}
 * @param zeroStage what data-parallel ranks shard: nothing (0), optimizer state (1), gradients too
 *     (2), weights too (3)
 * @param sequenceParallel whether tensor-parallel ranks also split the activations between blocks
 * @param efficiency share of the peak rate the kernels sustain, (0, 1]
 * @param activationFraction activation traffic of a sample as a share of the weights, where no
 *     architecture is known, &ge; 0
 * @param bufferFraction communication buffers as a share of the gradients held, [0, 1]
 */
public record TrainingPlan(
    double seqLen,
    boolean causalAttention,
    double bytesPerElement,
    double gradientBytesPerElement,
    Optimizer optimizer,
    ActivationCheckpointing checkpointing,
    double trainableFraction,
    int zeroStage,
    boolean sequenceParallel,
    double efficiency,
    double activationFraction,
    double bufferFraction) {

  /** Width of a gradient in mixed-precision training [B]. */
  public static final double DEFAULT_GRADIENT_BYTES = 4;

  /** Gradient buckets as a share of the gradients held; a judgement. */
  public static final double DEFAULT_BUFFER_FRACTION = 0.05;

  /** Mixed-precision Adam on every parameter, selective checkpointing, nothing sharded. */
  public static TrainingPlan of(double seqLen, double bytesPerElement, double efficiency) {
    return new TrainingPlan(
        seqLen,
        true,
        bytesPerElement,
        DEFAULT_GRADIENT_BYTES,
        Optimizer.ADAM,
        ActivationCheckpointing.SELECTIVE,
        1,
        0,
        true,
        efficiency,
        Activations.DEFAULT_FRACTION,
        DEFAULT_BUFFER_FRACTION);
  }

  /** Optimizer state per trained parameter [B]. */
  public double optimizerBytes() {
    return optimizer.bytesPerParameter(bytesPerElement);
  }
}

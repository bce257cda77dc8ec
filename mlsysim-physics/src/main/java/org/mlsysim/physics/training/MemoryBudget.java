package org.mlsysim.physics.training;

/**
 * What fills the memory of one accelerator during a training step, all in bytes.
 *
 * @param weights model weights
 * @param gradients gradients of the trained parameters
 * @param optimizerState master copy and moments
 * @param activations what the forward pass keeps for the backward pass
 * @param communicationBuffers gradient buckets and pipeline messages
 */
public record MemoryBudget(
    double weights,
    double gradients,
    double optimizerState,
    double activations,
    double communicationBuffers) {

  /** All of it [B]. */
  public double total() {
    return weights + gradients + optimizerState + activations + communicationBuffers;
  }
}

package org.mlsysim.physics.training;

/**
 * Which activations of the forward pass are stored, and which are computed again.
 *
 * @see <a href="https://arxiv.org/abs/2205.05198">Korthikanti et al., Reducing Activation
 *     Recomputation in Large Transformer Models, MLSys 2023</a>
 */
public enum ActivationCheckpointing {
  /** Everything is stored. */
  NONE,
  /** All but the attention core is stored; its scores are computed again. */
  SELECTIVE,
  /** Only the input of each layer is stored; the forward pass runs again. */
  FULL;

  /** Passes that read the weights: forward, backward, and forward again where it is repeated. */
  public double weightPasses() {
    return this == FULL ? 3 : 2;
  }
}

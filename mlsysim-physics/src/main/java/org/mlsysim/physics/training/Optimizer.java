package org.mlsysim.physics.training;

/**
 * What an optimizer keeps for each trained parameter.
 *
 * @see <a href="https://arxiv.org/abs/1910.02054">Rajbhandari et al., ZeRO, SC 2020</a>
 */
public enum Optimizer {
  /** A 32-bit master copy and two 32-bit moments. */
  ADAM(12),
  /** Adam with decoupled weight decay; the same state. */
  ADAMW(12),
  /** A 32-bit master copy, no momentum. */
  SGD(4),
  /** Nothing. */
  NONE(0);

  private static final double MASTER_COPY = 4;

  private final double mixedPrecisionBytes;

  Optimizer(double mixedPrecisionBytes) {
    this.mixedPrecisionBytes = mixedPrecisionBytes;
  }

  /**
   * State per trained parameter [B]; 32-bit weights are their own master copy.
   *
   * @param bytesPerElement b, width of a weight [B]
   */
  public double bytesPerParameter(double bytesPerElement) {
    boolean ownMaster = bytesPerElement >= 4 && mixedPrecisionBytes >= MASTER_COPY;
    return ownMaster ? mixedPrecisionBytes - MASTER_COPY : mixedPrecisionBytes;
  }
}

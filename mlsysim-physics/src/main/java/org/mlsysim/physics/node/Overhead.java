package org.mlsysim.physics.node;

/** Time a pass spends on being started: a fixed dispatch and a launch per layer. */
public final class Overhead {
  /** Launch time of one layer and pass [s]; a judgement of the order of a fused launch. */
  public static final double LAYER_TAX = 1e-5;

  /** Launches of a layer in a training step: forward, input gradient, weight gradient. */
  public static final double TRAINING_LAUNCHES = 3;

  /** Overhead of inference [s]: {@code passes (dispatch + L 1e-5)}. */
  public static double inference(double passes, double dispatchTax, double layers) {
    return passes * (dispatchTax + layers * LAYER_TAX);
  }

  /** Overhead of a training step [s]: {@code dispatch + 3 L 1e-5}. */
  public static double training(double dispatchTax, double layers) {
    return dispatchTax + layers * LAYER_TAX * TRAINING_LAUNCHES;
  }

  private Overhead() {}
}

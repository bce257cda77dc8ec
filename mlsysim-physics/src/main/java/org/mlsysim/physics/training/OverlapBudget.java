package org.mlsysim.physics.training;

/**
 * How much of a layer-by-layer gradient exchange hides under the backward pass.
 *
 * <p>A two-stage pipeline: while layer i is exchanged, layer i-1 is differentiated. The last
 * exchange has nothing left to hide behind.
 */
public final class OverlapBudget {
  /**
   * The backward pass with its exchange.
   *
   * @param gradientPerLayer G/L [B]
   * @param bucketsPerLayer buckets a layer's gradients fill
   * @param communicationPerLayer c, time to exchange them [s]
   * @param totalBackward L b [s]
   * @param sequentialTime L b + L c, nothing hidden [s]
   * @param exposedPerLayer max(0, c - b) [s]
   * @param overlappedTime L b + c + (L-1) exposed [s]
   * @param savingsFraction 1 - overlapped/sequential; NaN when both are 0
   */
  public record Budget(
      double gradientPerLayer,
      double bucketsPerLayer,
      double communicationPerLayer,
      double totalBackward,
      double sequentialTime,
      double exposedPerLayer,
      double overlappedTime,
      double savingsFraction) {}

  /**
   * Lays the exchange under the backward pass.
   *
   * <pre>
   * c = ceil(G/L/bucket) t_bucket
   * overlapped = L b + c + (L-1) max(0, c - b)   = b + (L-1) max(b, c) + c
   * </pre>
   *
   * @param layers L, L &ge; 1
   * @param gradientBytes G, gradients of the whole model [B], &ge; 0
   * @param backwardPerLayer b [s], &ge; 0
   * @param bucketBytes size of one bucket [B], &gt; 0
   * @param timePerBucket time to exchange one bucket [s], &ge; 0
   */
  public static Budget of(
      int layers,
      double gradientBytes,
      double backwardPerLayer,
      double bucketBytes,
      double timePerBucket) {
    double perLayer = gradientBytes / layers;
    double buckets = Math.ceil(perLayer / bucketBytes);
    double communication = buckets * timePerBucket;
    double backward = layers * backwardPerLayer;
    double sequential = backward + layers * communication;
    double exposed = Math.max(0.0, communication - backwardPerLayer);
    double overlapped = backward + communication + (layers - 1.0) * exposed;
    return new Budget(
        perLayer,
        buckets,
        communication,
        backward,
        sequential,
        exposed,
        overlapped,
        sequential > 0.0 ? 1.0 - overlapped / sequential : Double.NaN);
  }

  private OverlapBudget() {}
}

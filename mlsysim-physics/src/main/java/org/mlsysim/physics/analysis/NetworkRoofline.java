package org.mlsysim.physics.analysis;

import org.mlsysim.physics.node.Ties;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.TrainingWork;

/**
 * The roofline of data-parallel training: the work of an accelerator's own batch against the
 * exchange of its gradients over one link.
 *
 * <pre>
 * t_c  = 3 (w + t) batch / (peak efficiency)
 * sync = 2 (N - 1) / N P b                     ring all-reduce
 * t_n  = sync / (fabric bandwidth / oversubscription)
 * </pre>
 *
 * @see <a href="https://doi.org/10.1145/1498765.1498785">Williams, Waterman, Patterson, Roofline,
 *     CACM 52(4), 2009</a>
 * @see <a href="https://doi.org/10.1016/j.jpdc.2008.09.002">Patarasuk, Yuan, Bandwidth Optimal
 *     All-reduce Algorithms, JPDC 69(2), 2009</a>
 */
public final class NetworkRoofline {
  /** The ceiling of a step. */
  public enum Ceiling {
    COMPUTE,
    NETWORK
  }

  /**
   * A step under both ceilings.
   *
   * @param latency the later of both [s]
   * @param computeTime t_c [s]
   * @param networkTime t_n [s]
   * @param throughput steps [1/s]
   * @param ceiling which binds; a tie is compute
   * @param intensity work per byte exchanged [FLOP/B]; NaN for one accelerator
   * @param ops work of one accelerator [FLOP]
   * @param syncBytes bytes each accelerator exchanges [B]
   * @param fleetFlops derated rate of the fleet [FLOP/s]
   * @param linkBandwidth rate of one link after oversubscription [B/s]
   * @param ridgePoint intensity at which the ceilings meet [FLOP/B]
   * @param mfu share of peak the step reaches [1]
   */
  public record Result(
      double latency,
      double computeTime,
      double networkTime,
      double throughput,
      Ceiling ceiling,
      double intensity,
      double ops,
      double syncBytes,
      double fleetFlops,
      double linkBandwidth,
      double ridgePoint,
      double mfu) {}

  /**
   * Holds a step against both ceilings.
   *
   * @param model the model; its parameters are known
   * @param bytesPerElement b, width of a gradient [B]
   * @param peakFlops rate of one accelerator at the precision used [FLOP/s], &gt; 0
   * @param efficiency share of peak the arithmetic reaches [1], in (0, 1]
   * @param accelerators N, all accelerators of the fleet, &ge; 1
   * @param fabricBandwidth rate of one link [B/s], &gt; 0
   * @param oversubscription factor by which links are shared above [1], &ge; 1
   * @param batch samples per accelerator, &ge; 1
   * @param seqLen tokens of a sample of a language model, &ge; 1
   * @param causal whether a token sees only what stands before it
   * @return the step
   */
  public static Result solve(
      WorkloadForm model,
      double bytesPerElement,
      double peakFlops,
      double efficiency,
      double accelerators,
      double fabricBandwidth,
      double oversubscription,
      double batch,
      double seqLen,
      boolean causal) {
    double weights = TrainingWork.forwardWeights(model, seqLen);
    double attention = TrainingWork.forwardAttention(model, seqLen, causal);
    double sample = weights + attention + TrainingWork.backward(weights, attention, 1.0);
    double ops = sample * batch;
    double sync = 2.0 * (accelerators - 1.0) / accelerators * model.parameters() * bytesPerElement;
    double link = fabricBandwidth / oversubscription;
    double compute = ops / (peakFlops * efficiency);
    double network = sync / link;
    double latency = Math.max(compute, network);
    return new Result(
        latency,
        compute,
        network,
        1.0 / latency,
        Ties.secondBinds(compute, network) ? Ceiling.NETWORK : Ceiling.COMPUTE,
        sync > 0.0 ? ops / sync : Double.NaN,
        ops,
        sync,
        peakFlops * accelerators * efficiency,
        link,
        peakFlops * efficiency / link,
        Math.min(1.0, ops / latency / peakFlops));
  }

  private NetworkRoofline() {}
}

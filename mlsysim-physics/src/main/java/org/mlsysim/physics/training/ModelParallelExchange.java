package org.mlsysim.physics.training;

import org.mlsysim.physics.network.Collectives;
import org.mlsysim.physics.network.FleetForm;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * What the ranks of one replica exchange in a training step: tensor, expert, context and pipeline
 * parallelism.
 *
 * <p>Symbols: B_r samples of a rank, S' tokens of a sample on a rank, h width, b bytes per element,
 * u micro-steps, z passes over the layers (2, with full recomputation 3), L_s layers of the fullest
 * stage, v chunks of layers per stage, beta and alpha rate and start-up of the link the group
 * spans.
 */
public final class ModelParallelExchange {
  /** All-reduces of tensor parallelism per layer and pass (Shoeybi et al., 2019). */
  private static final double ALL_REDUCES_PER_PASS = 2;

  /** Exchanges of expert parallelism per layer and pass: dispatch and combine. */
  private static final double EXCHANGES_PER_PASS = 2;

  /**
   * Tensor parallelism.
   *
   * <pre>t = 2 z L_s [ 2 (tp-1)/tp B_r S' h b / beta + u 2 (tp-1) alpha ]</pre>
   *
   * <p>Sequence parallelism moves the same bytes as a reduce-scatter and an all-gather.
   *
   * @return t [s], 0 for one rank
   * @see <a href="https://arxiv.org/abs/1909.08053">Shoeybi et al., Megatron-LM, 2019</a>
   */
  public static double tensor(
      WorkloadForm workload,
      TrainingPlan plan,
      ParallelLayout layout,
      FleetForm fleet,
      double samplesPerRank) {
    double ranks = layout.tensor();
    if (ranks <= 1) {
      return 0;
    }
    double bytes = boundaryBytes(workload, plan, layout, samplesPerRank);
    return ALL_REDUCES_PER_PASS
        * plan.checkpointing().weightPasses()
        * stageLayers(workload, layout)
        * (Collectives.ringFactor(ranks) * bytes / fleet.bandwidth(ranks)
            + layout.microSteps() * 2 * (ranks - 1) * fleet.latency(ranks));
  }

  /**
   * Expert parallelism; every layer is taken to have experts.
   *
   * <pre>t = 2 z L_s [ (ep-1)/ep B_r S' h b k'/t' / beta + u (ep-1) alpha ]</pre>
   *
   * <p>with k' = min(E, k imbalance) routed experts per token, and t' = tp where sequence
   * parallelism splits the activations between blocks, otherwise 1.
   *
   * @return t [s], 0 for one rank
   * @see <a href="https://arxiv.org/abs/2101.03961">Fedus et al., Switch Transformers, 2022</a>
   */
  public static double expert(
      WorkloadForm workload,
      TrainingPlan plan,
      ParallelLayout layout,
      FleetForm fleet,
      double samplesPerRank,
      double routingImbalance) {
    double ranks = layout.expert();
    if (ranks <= 1) {
      return 0;
    }
    double span = layout.tensor() * layout.context() * ranks;
    double routed =
        Math.min(workload.experts(), workload.expertsPerTokenOrOne() * routingImbalance);
    double bytes = boundaryBytes(workload, plan, layout, samplesPerRank) * routed;
    double held = plan.sequenceParallel() ? bytes / layout.tensor() : bytes;
    return EXCHANGES_PER_PASS
        * plan.checkpointing().weightPasses()
        * stageLayers(workload, layout)
        * (Collectives.phaseFactor(ranks) * held / fleet.bandwidth(span)
            + layout.microSteps() * (ranks - 1) * fleet.latency(span));
  }

  /**
   * Context parallelism by ring attention: keys and values go round the ring, backward with their
   * gradients.
   *
   * <pre>t = L_s (cp-1) [ (z+1) B_r S' c b / beta + u z alpha ]</pre>
   *
   * <p>with c elements cached per token and layer, split over min(tp, key-value heads) ranks; a
   * latent is not split.
   *
   * @return t [s], 0 for one rank
   * @see <a href="https://arxiv.org/abs/2310.01889">Liu, Zaharia, Abbeel, Ring Attention, 2023</a>
   */
  public static double context(
      WorkloadForm workload,
      TrainingPlan plan,
      ParallelLayout layout,
      FleetForm fleet,
      double samplesPerRank) {
    double ranks = layout.context();
    if (ranks <= 1) {
      return 0;
    }
    double span = layout.tensor() * ranks;
    double split =
        workload.hasLatentAttention() ? 1 : Math.min(layout.tensor(), workload.kvHeadsOrHeads());
    double bytes =
        samplesPerRank
            * (plan.seqLen() / ranks)
            * (workload.cachedElements() / split)
            * plan.bytesPerElement();
    double passes = plan.checkpointing().weightPasses();
    return stageLayers(workload, layout)
        * (ranks - 1)
        * ((passes + 1) * bytes / fleet.bandwidth(span)
            + layout.microSteps() * passes * fleet.latency(span));
  }

  /**
   * Pipeline parallelism: one message forward and one backward per micro-step and chunk.
   *
   * <pre>t = 2 v [ B_r S' h b / tp / beta + u alpha ]</pre>
   *
   * @return t [s], 0 for one stage and for workloads without a token width
   * @see <a href="https://doi.org/10.1145/3458817.3476209">Narayanan et al., SC 2021</a>
   */
  public static double pipeline(
      WorkloadForm workload,
      TrainingPlan plan,
      ParallelLayout layout,
      FleetForm fleet,
      double samplesPerRank) {
    if (layout.pipeline() <= 1 || !workload.keepsCache()) {
      return 0;
    }
    double span = layout.ranksPerReplica();
    double bytes = boundaryBytes(workload, plan, layout, samplesPerRank) / layout.tensor();
    return 2
        * layout.chunks()
        * (bytes / fleet.bandwidth(span) + layout.microSteps() * fleet.latency(span));
  }

  private static double boundaryBytes(
      WorkloadForm workload, TrainingPlan plan, ParallelLayout layout, double samplesPerRank) {
    return samplesPerRank
        * (plan.seqLen() / layout.context())
        * workload.width()
        * plan.bytesPerElement();
  }

  private static double stageLayers(WorkloadForm workload, ParallelLayout layout) {
    return PipelineSchedule.stageLayers(workload.layersOrOne(), layout.pipeline(), layout.chunks());
  }

  private ModelParallelExchange() {}
}

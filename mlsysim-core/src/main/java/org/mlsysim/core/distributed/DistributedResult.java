package org.mlsysim.core.distributed;

import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;

import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Port;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.node.PerformanceProfile;
import org.mlsysim.core.training.Parallelism;
import org.mlsysim.physics.training.StepProfile;

/**
 * A training step of a fleet.
 *
 * <p>What the step waits for adds up to {@code step_latency_total}: the replica's latency, the
 * tensor and expert exchanges, the exposed parts of the others, the bubble and the stragglers. A
 * layout that cannot exist has no times; one that exceeds the memory is priced with the bytes that
 * do not fit on the link to the host.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DistributedResult(
    @Port(verdict = true, doc = "whether the layout can exist and fits the memory")
        boolean feasible,
    @Port(doc = "what is wrong with it, in the order of testing")
        List<InfeasibleReason> infeasibleReasons,
    @Port(doc = "the busiest replica before any exchange") Optional<PerformanceProfile> nodeProfile,
    @Port(unit = "s", doc = "exchange of gradients, and of weights with ZeRO")
        Optional<Quantity<Time>> dpCommunicationLatency,
    @Port(unit = "s", doc = "all-reduces of activations in a layer")
        Optional<Quantity<Time>> tpCommunicationLatency,
    @Port(unit = "s", doc = "tokens to their experts and back")
        Optional<Quantity<Time>> epCommunicationLatency,
    @Port(unit = "s", doc = "keys and values around the ring")
        Optional<Quantity<Time>> cpCommunicationLatency,
    @Port(unit = "s", doc = "activations between stages")
        Optional<Quantity<Time>> ppCommunicationLatency,
    @Port(unit = "s", doc = "all five exchanges, hidden or not")
        Optional<Quantity<Time>> communicationLatency,
    @Port(unit = "s", doc = "gradient exchange that the step waits for")
        Optional<Quantity<Time>> dpExposedLatency,
    @Port(unit = "s", doc = "gradient exchange behind the work")
        Optional<Quantity<Time>> dpHiddenLatency,
    @Port(unit = "s", doc = "context exchange that the step waits for")
        Optional<Quantity<Time>> cpExposedLatency,
    @Port(unit = "s", doc = "context exchange behind the attention")
        Optional<Quantity<Time>> cpHiddenLatency,
    @Port(unit = "s", doc = "pipeline exchange that the step waits for")
        Optional<Quantity<Time>> ppExposedLatency,
    @Port(unit = "s", doc = "pipeline exchange behind the work")
        Optional<Quantity<Time>> ppHiddenLatency,
    @Port(unit = "s", doc = "idle slots of the pipeline")
        Optional<Quantity<Time>> pipelineBubbleLatency,
    @Port(doc = "idle share of the pipelined step") Optional<Double> bubbleFraction,
    @Port(unit = "s", doc = "what the slowest rank adds") Optional<Quantity<Time>> stragglerLatency,
    @Port(unit = "s", doc = "the whole step") Optional<Quantity<Time>> stepLatencyTotal,
    @Port(doc = "latency of the replica over the whole step") Optional<Double> scalingEfficiency,
    @Port(unit = "1/s", doc = "samples a second of the whole fleet")
        Optional<Quantity<Frequency>> effectiveThroughput,
    @Port(doc = "share of the fleet's peak that the model's work reaches (MFU)")
        Optional<Double> mfu,
    @Port(doc = "the same with recomputed work (HFU)") Optional<Double> hfu,
    @Port(doc = "share of the fleet's samples that the batch does not fill") double idleShare,
    @Port(doc = "how the step is split") Parallelism parallelism,
    @Port(doc = "why it is infeasible; empty when it is not") List<String> constraintTrace,
    @Port(doc = "what to know before trusting the numbers") List<String> caveats)
    implements SolverResult {

  public DistributedResult {
    infeasibleReasons = List.copyOf(infeasibleReasons);
    constraintTrace = List.copyOf(constraintTrace);
    caveats = List.copyOf(caveats);
  }

  /** The step of the law's plain form; the trace says in words what the reasons say in codes. */
  static DistributedResult of(
      StepProfile step,
      List<InfeasibleReason> reasons,
      Parallelism parallelism,
      List<String> trace,
      List<String> caveats) {
    return new DistributedResult(
        step.feasible(),
        reasons,
        step.priced()
            ? Optional.of(
                PerformanceProfile.of(
                    step.node(), step.node().feasible() ? List.of() : trace, List.of()))
            : Optional.empty(),
        time(step.dataExchange()),
        time(step.tensorExchange()),
        time(step.expertExchange()),
        time(step.contextExchange()),
        time(step.pipelineExchange()),
        time(step.exchange()),
        time(step.dataExposed()),
        time(step.dataHidden()),
        time(step.contextExposed()),
        time(step.contextHidden()),
        time(step.pipelineExposed()),
        time(step.pipelineHidden()),
        time(step.bubble()),
        Forms.value(step.bubbleFraction()),
        time(step.stragglerLatency()),
        time(step.stepLatency()),
        Forms.value(step.scalingEfficiency()),
        Forms.quantity(step.throughput(), PER_SECOND),
        Forms.value(step.mfu()),
        Forms.value(step.hfu()),
        step.idleShare(),
        parallelism,
        trace,
        caveats);
  }

  private static Optional<Quantity<Time>> time(double seconds) {
    return Forms.quantity(seconds, SECOND);
  }

  @Override
  public List<String> reasons() {
    return constraintTrace;
  }
}

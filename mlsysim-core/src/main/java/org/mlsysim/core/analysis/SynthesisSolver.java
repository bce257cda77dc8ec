package org.mlsysim.core.analysis;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP;
import static org.mlsysim.api.units.Units.FLOP_PER_BYTE;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseSolver;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Intensity;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.analysis.Synthesis;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * The hardware that a latency target needs: single-node inference read backwards.
 *
 * <pre>
 * room      = target - overhead
 * bandwidth = traffic / room
 * rate      = ops / (room · efficiency)
 * memory    = footprint
 * </pre>
 *
 * <p>A device of just these three numbers, with one level of memory, meets the target to rounding,
 * its arithmetic and its traffic in balance.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which bandwidth, rate and memory does a latency target need?",
    walls = "Synthesis",
    equation = "bandwidth = traffic / (target - overhead); rate = ops / ((target - overhead) eff)",
    sources = "Williams, Waterman, Patterson (2009), Roofline, CACM 52(4)")
public final class SynthesisSolver
    extends BaseSolver<SynthesisSolver.Inputs, SynthesisSolver.SynthesisResult> {

  /** What the solver requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "latency to meet", unit = "s", range = "(0, inf)") Quantity<Time> targetLatency,
      @Port(doc = "number format of the weights", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "share of the peak rate that the kernels will sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency,
      @Port(doc = "units of a pass", defaultValue = "1", range = "[1, inf)") int batchSize,
      @Port(
              doc = "tokens that a generated token attends to",
              defaultValue = "0",
              range = "[0, inf)")
          int contextLength,
      @Port(
              doc = "time to launch one pass",
              unit = "s",
              defaultValue = "1e-5 s",
              range = "[0, inf)")
          Quantity<Time> dispatchTax,
      @Port(
              doc = "activation traffic as a share of the weights, where no architecture is known",
              defaultValue = "0.1",
              range = "[0, 10]")
          double activationTrafficFraction) {

    /** Names the inputs one by one; all but model and target have defaults. */
    public static SynthesisSolverInputsBuilder builder() {
      return new SynthesisSolverInputsBuilder();
    }
  }

  /** What the solver produces. */
  public record SynthesisResult(
      @Port(verdict = true, doc = "whether the overhead leaves room for any work") boolean feasible,
      @Port(unit = "B/s", doc = "memory bandwidth needed; absent when infeasible")
          Optional<Quantity<DataRate>> requiredBw,
      @Port(unit = "FLOP/s", doc = "peak rate needed; absent when infeasible")
          Optional<Quantity<ComputeRate>> requiredFlops,
      @Port(unit = "B", doc = "memory needed") Quantity<DataSize> requiredMemory,
      @Port(unit = "FLOP/B", doc = "rate over bandwidth needed")
          Quantity<Intensity> computeMemoryRatio,
      @Port(unit = "s", doc = "latency to meet") Quantity<Time> targetLatency,
      @Port(unit = "s", doc = "latency of endless hardware: the overhead")
          Quantity<Time> latencyFloor,
      @Port(unit = "B", doc = "stored size of the model") Quantity<DataSize> modelSize,
      @Port(unit = "FLOP", doc = "work of the pass") Quantity<Operations> totalOps,
      @Port(doc = "why no hardware meets the target; empty when some does")
          List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public SynthesisResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public SynthesisSolver() {
    super(MethodHandles.lookup(), Inputs.class, SynthesisResult.class);
  }

  @Override
  public SynthesisResult solve(Inputs inputs) {
    Synthesis.Result plain = plain(inputs);
    return new SynthesisResult(
        plain.feasible(),
        Forms.quantity(plain.requiredBandwidth(), BYTE_PER_SECOND),
        Forms.quantity(plain.requiredFlops(), FLOP_PER_SECOND),
        Units.of(plain.requiredMemory(), BYTE),
        Units.of(plain.computeMemoryRatio(), FLOP_PER_BYTE),
        Units.of(target(inputs), SECOND),
        Units.of(plain.latencyFloor(), SECOND),
        Units.of(plain.modelSize(), BYTE),
        Units.of(plain.totalOps(), FLOP),
        plain.feasible()
            ? List.of()
            : List.of(
                "Dispatch and layers alone take %s s, the target is %s s."
                    .formatted(Units.number(plain.latencyFloor()), Units.number(target(inputs)))),
        List.of("The device is taken to have one level of memory."));
  }

  static double target(Inputs inputs) {
    return Units.in(SECOND, inputs.targetLatency());
  }

  private static Synthesis.Result plain(Inputs inputs) {
    WorkloadForm model = Workloads.sized("model", inputs.model());
    Workloads.refuseContext(inputs.model(), inputs.contextLength());
    return Synthesis.solve(
        model,
        inputs.precision().bytesPerElement(),
        target(inputs),
        inputs.efficiency(),
        inputs.batchSize(),
        inputs.contextLength(),
        Units.in(SECOND, inputs.dispatchTax()),
        inputs.activationTrafficFraction());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, SynthesisResult result) {
    return SynthesisTerms.explain(inputs, plain(inputs));
  }
}

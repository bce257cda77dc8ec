package org.mlsysim.core.analysis;

import static org.mlsysim.api.units.Units.SECOND;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseSolver;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.analysis.Sensitivity;
import org.mlsysim.physics.node.NodeProfile;

/**
 * Which hardware number matters: the relative change of latency when one of them changes.
 *
 * <pre>s_i = (T(x_i (1 + pct / 100)) - T(x_i)) / T(x_i)</pre>
 *
 * <p>T is the latency of one inference of one unit ({@code SingleNodeModel}). The peak rate is
 * scaled at every precision, the bandwidth at the level of memory in use, the capacity wherever
 * weights can rest. The binding number is the largest by magnitude, the first of equals.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which hardware number, raised by some per cent, shortens latency most?",
    walls = "Sensitivity",
    equation = "s_i = (T(x_i (1 + pct / 100)) - T(x_i)) / T(x_i)",
    sources = {
      "Williams, Waterman, Patterson (2009), Roofline, CACM 52(4)",
      "Ofenbeck et al. (2014), Applying the Roofline Model, doi 10.1109/ISPASS.2014.6844463"
    })
public final class SensitivitySolver
    extends BaseSolver<SensitivitySolver.Inputs, SensitivitySolver.SensitivityResult> {
  /** Activation traffic as a share of the weights, where no architecture is known. */
  private static final double ACTIVATION_TRAFFIC_FRACTION = 0.1;

  /** What the solver requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "the device") HardwareNode hardware,
      @Port(doc = "number format of the weights", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "change of each number in per cent; not 0",
              defaultValue = "10",
              range = "(-100, inf)")
          double perturbationPct,
      @Port(
              doc = "share of the peak rate that the kernels sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency) {

    public Inputs {
      if (perturbationPct == 0) {
        throw BadInputException.refused(
            "perturbation_pct", 0, "a change of 0 shows nothing; give any other.");
      }
    }

    /** Names the inputs one by one; all but model and hardware have defaults. */
    public static SensitivitySolverInputsBuilder builder() {
      return new SensitivitySolverInputsBuilder();
    }
  }

  /** The relative changes of latency; negative ones are improvements. */
  public record Sensitivities(
      @Port(doc = "when the peak rate changes") double peakFlops,
      @Port(doc = "when the bandwidth in use changes") double memoryBandwidth,
      @Port(doc = "when the capacity for weights changes") double memoryCapacity) {}

  /** What the solver produces. */
  public record SensitivityResult(
      @Port(verdict = true, doc = "whether the model fits the unchanged device") boolean feasible,
      @Port(doc = "relative change of latency, by hardware number") Sensitivities sensitivities,
      @Port(doc = "the number that matters most; capacity when the model does not fit")
          Sensitivity.Constraint bindingConstraint,
      @Port(unit = "s", doc = "latency on the unchanged device") Quantity<Time> baselineLatency,
      @Port(doc = "change of each number in per cent") double perturbationPct,
      @Port(doc = "why the model does not fit; empty when it does") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public SensitivityResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public SensitivitySolver() {
    super(MethodHandles.lookup(), Inputs.class, SensitivityResult.class);
  }

  @Override
  public SensitivityResult solve(Inputs inputs) {
    Sensitivity.Result plain = plain(inputs);
    NodeProfile baseline = plain.baseline();
    return new SensitivityResult(
        baseline.feasible(),
        new Sensitivities(plain.peakFlops(), plain.memoryBandwidth(), plain.memoryCapacity()),
        plain.binding(),
        Units.of(baseline.latency(), SECOND),
        inputs.perturbationPct(),
        baseline.feasible()
            ? List.of()
            : List.of(
                Shortfall.of(inputs.model().id(), baseline.memoryFootprint(), inputs.hardware())),
        Caveats.of(inputs.hardware(), inputs.precision(), inputs.efficiency())
            .add("Latency is that of one inference at batch 1.")
            .list());
  }

  private static Sensitivity.Result plain(Inputs inputs) {
    return Sensitivity.solve(
        Workloads.sized("model", inputs.model()),
        Forms.device(inputs.hardware(), inputs.precision()),
        inputs.precision().bytesPerElement(),
        inputs.efficiency(),
        inputs.perturbationPct() / 100,
        ACTIVATION_TRAFFIC_FRACTION);
  }

  @Override
  public List<Explanation> explain(Inputs inputs, SensitivityResult result) {
    NodeProfile baseline = plain(inputs).baseline();
    String device = inputs.hardware().id();
    return List.of(
        new Explanation(
            "baseline_latency",
            baseline.latency(),
            "s",
            List.of(
                Term.computed(
                        "slower of both",
                        "work",
                        "max(t_c, t_m)",
                        baseline.work(),
                        "s",
                        Term.computed(
                            "time of the arithmetic",
                            "t_c",
                            "ops / rate",
                            baseline.latencyCompute(),
                            "s",
                            Term.given("work", "ops", baseline.ops(), "FLOP"),
                            Term.given(
                                    "sustained rate", "rate", baseline.peakFlopsActual(), "FLOP/s")
                                .read(device + ".compute")),
                        Term.computed(
                            "time of the traffic",
                            "t_m",
                            "traffic / bandwidth",
                            baseline.latencyMemory(),
                            "s",
                            Term.given("bytes moved", "traffic", baseline.traffic(), "B"),
                            Term.given("bandwidth", "bandwidth", baseline.peakBwActual(), "B/s")
                                .read(device + ".memory")))
                    .from("Williams, Waterman, Patterson (2009)"),
                Term.given("dispatch and layers", "overhead", baseline.latencyOverhead(), "s")
                    .read(device + ".dispatch_tax"))));
  }
}

package org.mlsysim.core.serving;

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
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Intensity;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.core.node.Bottleneck;
import org.mlsysim.physics.serving.DecodeBound;

/**
 * The bound of one decode step by the weights alone: no cache, no overhead, no derating.
 *
 * <pre>t_c = 2 P_a B / tp / F,  t_m = touched(B) / tp / bandwidth</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How fast can one decode step be at best, and is it bound by the weights?",
    equation = "t_c = 2 P_a B / tp / F; t_m = touched(B) / tp / bandwidth",
    sources = {
      "Williams, Waterman, Patterson (2009), Roofline, CACM 52(4)",
      "Kaplan et al. (2020), Scaling Laws, arXiv 2001.08361"
    })
public final class DecodeBoundModel
    extends BaseModel<DecodeBoundModel.Inputs, DecodeBoundModel.DecodeBoundResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the model", aliases = "workload") Workload model,
      @Port(doc = "the accelerator") HardwareNode hardware,
      @Port(doc = "number format of the weights", defaultValue = "fp16") Precision precision,
      @Port(doc = "sequences decoded together", defaultValue = "1", range = "[1, inf)")
          int batchSize,
      @Port(
              doc = "rate to measure against; the device's own at the precision when absent",
              unit = "FLOP/s",
              range = "(0, inf)")
          Optional<Quantity<ComputeRate>> peakFlops,
      @Port(doc = "devices that share every weight", defaultValue = "1", range = "[1, inf)")
          int tpSize) {

    /** Names the inputs one by one; all but model and hardware have defaults. */
    public static DecodeBoundModelInputsBuilder builder() {
      return new DecodeBoundModelInputsBuilder();
    }
  }

  /** What the model produces, for one device. */
  public record DecodeBoundResult(
      @Port(unit = "B", doc = "weights that the step reads") Quantity<DataSize> weightBytes,
      @Port(unit = "FLOP", doc = "work of the step") Quantity<Operations> flopsPerStep,
      @Port(unit = "s", doc = "time that the arithmetic needs") Quantity<Time> computeTime,
      @Port(unit = "s", doc = "time that the weights need") Quantity<Time> memoryTime,
      @Port(doc = "memory time over both times together") double memoryShare,
      @Port(doc = "memory time over compute time") double boundRatio,
      @Port(unit = "FLOP/B", doc = "work per byte of weights") Quantity<Intensity> intensity,
      @Port(unit = "FLOP/s", doc = "rate that the roofline allows")
          Quantity<ComputeRate> attainableFlops,
      @Port(doc = "that rate over the peak") double peakFraction,
      @Port(doc = "the wall that binds") Bottleneck bottleneck,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public DecodeBoundResult {
      caveats = List.copyOf(caveats);
    }
  }

  public DecodeBoundModel() {
    super(MethodHandles.lookup(), Inputs.class, DecodeBoundResult.class);
  }

  @Override
  public DecodeBoundResult solve(Inputs inputs) {
    double peak =
        inputs
            .peakFlops()
            .map(given -> Units.in(FLOP_PER_SECOND, given))
            .orElseGet(() -> Forms.peak(inputs.hardware(), inputs.precision()));
    DecodeBound.Result plain =
        DecodeBound.solve(
            Workloads.counted("model", inputs.model()),
            inputs.precision().bytesPerElement(),
            peak,
            Units.in(BYTE_PER_SECOND, inputs.hardware().memory().bandwidth()),
            inputs.batchSize(),
            inputs.tpSize());
    Caveats caveats = Caveats.none();
    if (inputs.peakFlops().isEmpty()) {
      caveats.rateOf(inputs.hardware(), inputs.precision());
    }
    return new DecodeBoundResult(
        Units.of(plain.weightBytes(), BYTE),
        Units.of(plain.flops(), FLOP),
        Units.of(plain.computeTime(), SECOND),
        Units.of(plain.memoryTime(), SECOND),
        plain.memoryShare(),
        plain.boundRatio(),
        Units.of(plain.intensity(), FLOP_PER_BYTE),
        Units.of(plain.attainableFlops(), FLOP_PER_SECOND),
        plain.peakFraction(),
        Bottleneck.of(plain.bound()),
        caveats
            .add("No cache, no overhead and no derating are charged; the times are lower bounds.")
            .list());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, DecodeBoundResult result) {
    return List.of(
        new Explanation(
            "bound_ratio",
            result.boundRatio(),
            "",
            List.of(
                Term.computed(
                    "time that the weights need",
                    "t_m",
                    "bytes / bandwidth",
                    Units.in(SECOND, result.memoryTime()),
                    "s",
                    Term.given("weights read", "bytes", Units.in(BYTE, result.weightBytes()), "B"),
                    Term.given(
                            "bandwidth",
                            "bandwidth",
                            Units.in(BYTE_PER_SECOND, inputs.hardware().memory().bandwidth()),
                            "B/s")
                        .read(inputs.hardware().id() + ".memory.bandwidth")),
                Term.computed(
                    "time of the arithmetic",
                    "t_c",
                    "ops / peak",
                    Units.in(SECOND, result.computeTime()),
                    "s",
                    Term.given("work", "ops", Units.in(FLOP, result.flopsPerStep()), "FLOP")))));
  }
}

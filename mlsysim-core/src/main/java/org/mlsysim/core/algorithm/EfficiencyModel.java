package org.mlsysim.core.algorithm;

import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
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
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.algorithm.KernelEfficiency;

/**
 * The share of the peak rate that a class of kernels reaches.
 *
 * <pre>
 * s = efficiency / 0.5
 * attention, other 0.30 s;  fused attention min(0.75 s, 0.85);
 * ffn min(0.50 s, 0.60);  conv min(0.40 s, 0.55)
 * </pre>
 *
 * <p>The shares are calibrations near published measurements, not derived. The two losses are
 * estimates of their own and need not add up to the whole.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which share of the peak rate does a class of kernels reach?",
    walls = "Software",
    equation = "mfu = min(share of the class · efficiency / 0.5, cap of the class)",
    sources = {
      "Chowdhery et al. (2022), PaLM, arXiv 2204.02311",
      "Dao et al. (2022), FlashAttention, arXiv 2205.14135"
    })
public final class EfficiencyModel
    extends BaseModel<EfficiencyModel.Inputs, EfficiencyModel.EfficiencyResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(
              doc = "the workload; it is named, the share depends on its kernels alone",
              aliases = "workload")
          Workload model,
      @Port(doc = "the device") HardwareNode hardware,
      @Port(doc = "what the kernels compute", defaultValue = "ffn")
          KernelEfficiency.KernelClass workloadType,
      @Port(doc = "whether attention is fused into one kernel", defaultValue = "false")
          boolean useFlashAttention,
      @Port(doc = "number format of the arithmetic", defaultValue = "fp16") Precision precision,
      @Port(
              doc = "share of the peak rate that good kernels sustain",
              defaultValue = "0.5",
              range = "[1e-9, 1]")
          double efficiency) {

    /** Names the inputs one by one; all but model and hardware have defaults. */
    public static EfficiencyModelInputsBuilder builder() {
      return new EfficiencyModelInputsBuilder();
    }
  }

  /** Where the rest of the peak is lost. */
  public record OverheadBreakdown(
      @Port(doc = "share lost to idle units") double occupancyLoss,
      @Port(doc = "share lost waiting for memory") double memoryStall) {}

  /** What the model produces. */
  public record EfficiencyResult(
      @Port(doc = "share of the peak that is reached (MFU)") double mfu,
      @Port(unit = "FLOP/s", doc = "rate that is reached") Quantity<ComputeRate> achievableFlops,
      @Port(unit = "FLOP/s", doc = "peak rate at the precision") Quantity<ComputeRate> peakFlops,
      @Port(doc = "what the kernels compute") KernelEfficiency.KernelClass workloadType,
      @Port(doc = "whether attention is fused into one kernel") boolean useFlashAttention,
      @Port(doc = "where the rest is lost") OverheadBreakdown overheadBreakdown,
      @Port(doc = "share of the peak that is lost") double overheadTotal,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public EfficiencyResult {
      caveats = List.copyOf(caveats);
    }
  }

  public EfficiencyModel() {
    super(MethodHandles.lookup(), Inputs.class, EfficiencyResult.class);
  }

  @Override
  public EfficiencyResult solve(Inputs inputs) {
    Workloads.refuseUnsized("model", inputs.model());
    double peak = Forms.peak(inputs.hardware(), inputs.precision());
    KernelEfficiency.Result plain =
        KernelEfficiency.solve(
            inputs.workloadType(), inputs.useFlashAttention(), inputs.efficiency(), peak);
    return new EfficiencyResult(
        plain.mfu(),
        Units.of(plain.achievableFlops(), FLOP_PER_SECOND),
        Units.of(peak, FLOP_PER_SECOND),
        inputs.workloadType(),
        inputs.useFlashAttention(),
        new OverheadBreakdown(plain.occupancyLoss(), plain.memoryStall()),
        plain.overheadTotal(),
        Caveats.of(inputs.hardware(), inputs.precision(), inputs.efficiency())
            .addWhen(
                inputs.useFlashAttention()
                    && inputs.workloadType() != KernelEfficiency.KernelClass.ATTENTION,
                "use_flash_attention is read for attention only.")
            .add("The two losses are separate estimates and need not add up to overhead_total.")
            .list());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, EfficiencyResult result) {
    double achievable = Units.in(FLOP_PER_SECOND, result.achievableFlops());
    return List.of(
        new Explanation(
            "achievable_flops",
            achievable,
            "FLOP/s",
            List.of(
                Term.computed(
                    "rate reached",
                    "rate",
                    "peak · mfu",
                    achievable,
                    "FLOP/s",
                    Term.given(
                            "peak rate at " + inputs.precision().wireName(),
                            "peak",
                            Units.in(FLOP_PER_SECOND, result.peakFlops()),
                            "FLOP/s")
                        .read(inputs.hardware().id() + ".compute"),
                    Term.computed(
                            "share of the kernels",
                            "mfu",
                            "min(share of the class · efficiency / 0.5, cap of the class)",
                            result.mfu(),
                            "",
                            Term.given("efficiency", "efficiency", inputs.efficiency(), ""))
                        .from("Chowdhery et al. (2022); Dao et al. (2022)")))));
  }
}

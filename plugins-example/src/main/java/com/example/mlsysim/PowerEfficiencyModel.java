package com.example.mlsysim;

import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND_PER_WATT;
import static org.mlsysim.api.units.Units.WATT;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeEfficiency;

/**
 * The arithmetic that a device does for a watt when it runs at its peak.
 *
 * <pre>e = P / TDP</pre>
 *
 * <p>P is the peak rate of the record [FLOP/s], TDP the design power [W]. An upper bound: a kernel
 * below the peak draws almost the same power and does less with it. A device whose record states no
 * TDP is refused.
 */
@ResolverInfo(
    question = "How much arithmetic does a device do for a watt at its peak?",
    equation = "e = P / TDP")
public final class PowerEfficiencyModel
    extends BaseModel<PowerEfficiencyModel.Inputs, PowerEfficiencyModel.PowerEfficiencyResult> {

  /** What counts as efficient, by the convention of this plugin [FLOP/s/W]. */
  private static final double EFFICIENT = 1e12;

  /** What the model requires. */
  @Buildable
  public record Inputs(@Port(doc = "device to rate") HardwareNode hardware) {}

  /** What the model produces. */
  public record PowerEfficiencyResult(
      @Port(unit = "FLOP/s/W", range = "(0, inf)", doc = "arithmetic rate for a watt at peak")
          Quantity<ComputeEfficiency> flopsPerWatt,
      @Port(doc = "whether it is above 1 TFLOP/s/W") boolean isEfficient)
      implements SolverResult {}

  public PowerEfficiencyModel() {
    super(MethodHandles.lookup(), Inputs.class, PowerEfficiencyResult.class);
  }

  @Override
  public PowerEfficiencyResult solve(Inputs inputs) {
    double efficiency = peak(inputs.hardware()) / in(WATT, tdp(inputs.hardware()));
    return new PowerEfficiencyResult(
        of(efficiency, FLOP_PER_SECOND_PER_WATT), efficiency > EFFICIENT);
  }

  @Override
  public List<Explanation> explain(Inputs inputs, PowerEfficiencyResult result) {
    HardwareNode hardware = inputs.hardware();
    return List.of(
        new Explanation(
            "flops_per_watt",
            in(FLOP_PER_SECOND_PER_WATT, result.flopsPerWatt()),
            "FLOP/s/W",
            List.of(
                Explanation.Term.given("peak rate", "P", peak(hardware), "FLOP/s")
                    .read(hardware.id() + ".compute.peak_flops"),
                Explanation.Term.given("design power", "TDP", in(WATT, tdp(hardware)), "W")
                    .read(hardware.id() + ".tdp"))));
  }

  private static double peak(HardwareNode hardware) {
    return in(FLOP_PER_SECOND, hardware.compute().peakFlops());
  }

  private static Quantity<Power> tdp(HardwareNode hardware) {
    return hardware
        .tdp()
        .orElseThrow(
            () ->
                BadInputException.refused(
                    "hardware", hardware.id(), hardware.name() + " has no TDP specified."));
  }
}

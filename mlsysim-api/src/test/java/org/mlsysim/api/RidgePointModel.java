package org.mlsysim.api;

import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP_PER_BYTE;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.Intensity;

/** A small model, hidden from the API module's reflection, that the tests of the contract use. */
@ResolverInfo(question = "Where does the bound of a kernel change?", walls = "Memory")
final class RidgePointModel
    extends BaseModel<RidgePointModel.Inputs, RidgePointModel.RidgePointResult> {

  enum Bound {
    COMPUTE,
    MEMORY
  }

  @Buildable
  record Inputs(
      @Port(unit = "FLOP/s", range = "(0, inf)", doc = "peak rate") Quantity<ComputeRate> peakFlops,
      @Port(unit = "B/s", range = "(0, inf)", doc = "peak bandwidth", aliases = "bandwidth")
          Quantity<DataRate> memoryBandwidth,
      @Port(range = "(0, 1]", defaultValue = "1", doc = "share of the peak reached")
          double efficiency,
      @Port(range = "[1, inf)", defaultValue = "1", doc = "kernels") int kernelCount,
      @Port(doc = "name of the kernel") Optional<String> label,
      @Port(defaultValue = "false", doc = "throw when infeasible") boolean raiseErrors) {}

  record RidgePointResult(
      @Port(unit = "FLOP/B", doc = "where the bound changes") Quantity<Intensity> ridgePoint,
      @Port(doc = "the bound at 100 FLOP/B") Bound bound,
      @Port(doc = "whether the ridge lies below 1000 FLOP/B", verdict = true) boolean feasible,
      @Port(doc = "what to know") List<String> caveats)
      implements SolverResult {
    @Override
    public List<String> reasons() {
      return feasible ? List.of() : List.of("the ridge lies above 1000 FLOP/B");
    }
  }

  RidgePointModel() {
    super(MethodHandles.lookup(), Inputs.class, RidgePointResult.class);
  }

  @Override
  public RidgePointResult solve(Inputs inputs) {
    double ridge =
        in(FLOP_PER_SECOND, inputs.peakFlops())
            * inputs.efficiency()
            / in(BYTE_PER_SECOND, inputs.memoryBandwidth());
    return new RidgePointResult(
        of(ridge, FLOP_PER_BYTE),
        ridge > 100 ? Bound.MEMORY : Bound.COMPUTE,
        ridge < 1000,
        List.of());
  }
}

package com.example.mlsysim;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.PARAMETER;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.mlsysim.api.BaseSolver;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.workload.Workload;

/**
 * The memory bandwidth at which one pass over the weights takes a given time: the memory side of
 * the roofline, inverted.
 *
 * <pre>t = N b / B, so B = N b / t</pre>
 *
 * <p>N is the number of parameters, b the bytes of one at the precision used, t the time allowed
 * [s]. Exact where every weight is read once for a token, as in decoding with one request at a
 * time; a KV cache and activations come on top. Accurate to the rounding of doubles.
 *
 * @see <a href="https://doi.org/10.1145/1498765.1498785">Williams, Waterman, Patterson, Roofline,
 *     CACM 52(4), 2009</a>
 */
@ResolverInfo(
    question = "How much memory bandwidth does a latency target ask for?",
    walls = "Memory",
    equation = "B = N b / t",
    sources = "Williams, Waterman, Patterson, Roofline, CACM 52(4), 2009")
public final class RequiredBandwidthSolver
    extends BaseSolver<
        RequiredBandwidthSolver.Inputs, RequiredBandwidthSolver.RequiredBandwidthResult> {

  /** What the solver requires. */
  @Buildable
  public record Inputs(
      @Port(aliases = "model", doc = "model whose weights are read") Workload workload,
      @Port(unit = "s", range = "(0, inf)", doc = "time allowed for one pass")
          Quantity<Time> targetLatency,
      @Port(defaultValue = "fp16", doc = "number format of the weights") Precision precision) {}

  /** What the solver produces. */
  public record RequiredBandwidthResult(
      @Port(unit = "B/s", range = "[0, inf)", doc = "memory bandwidth that meets the target")
          Quantity<DataRate> requiredBandwidth,
      @Port(unit = "B", range = "[0, inf)", doc = "weights read in one pass")
          Quantity<DataSize> weightBytes)
      implements SolverResult {}

  public RequiredBandwidthSolver() {
    super(MethodHandles.lookup(), Inputs.class, RequiredBandwidthResult.class);
  }

  @Override
  public RequiredBandwidthResult solve(Inputs inputs) {
    double weights = weightBytes(inputs);
    return new RequiredBandwidthResult(
        of(weights / in(SECOND, inputs.targetLatency()), BYTE_PER_SECOND), of(weights, BYTE));
  }

  private static double weightBytes(Inputs inputs) {
    Workload workload = inputs.workload();
    return workload
        .parameterCount()
        .map(count -> in(PARAMETER, count) * inputs.precision().bytesPerElement())
        .orElseThrow(
            () ->
                BadInputException.refused(
                    "workload", workload.id(), workload.name() + " has no parameter count."));
  }
}

package org.mlsysim.core.data;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.physics.data.DataSupply;

/**
 * The rate at which a fleet of consumers draws data.
 *
 * <pre>demand = consumers · samples · bytes / step · busy</pre>
 *
 * <p>A mean over steps; the bursts at the start of a step are higher.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What bandwidth does a fleet of consumers draw?",
    equation = "demand = consumers · samples · bytes / step · busy",
    sources = "First principles: bytes over time")
public final class InputDemandModel
    extends BaseModel<InputDemandModel.Inputs, InputDemandModel.InputDemandResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "accelerators that read", range = "[1, inf)") int consumers,
      @Port(doc = "samples that one reads in a step", range = "[1, inf)") int samplesPerStep,
      @Port(doc = "one sample", unit = "B", range = "[0, inf)") Quantity<DataSize> bytesPerSample,
      @Port(doc = "time of a step", unit = "s", range = "(0, inf)") Quantity<Time> stepTime,
      @Port(doc = "share of the time in which consumers run", defaultValue = "1", range = "[0, 1]")
          double busyFraction) {

    /** Names the inputs one by one; only the busy fraction has a default. */
    public static InputDemandModelInputsBuilder builder() {
      return new InputDemandModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record InputDemandResult(
      @Port(unit = "B", doc = "what one consumer reads in a step") Quantity<DataSize> batchBytes,
      @Port(unit = "B/s", doc = "what all of them draw") Quantity<DataRate> bandwidth,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public InputDemandResult {
      caveats = List.copyOf(caveats);
    }
  }

  public InputDemandModel() {
    super(MethodHandles.lookup(), Inputs.class, InputDemandResult.class);
  }

  @Override
  public InputDemandResult solve(Inputs inputs) {
    double batch = inputs.samplesPerStep() * in(BYTE, inputs.bytesPerSample());
    return new InputDemandResult(
        of(batch, BYTE),
        of(
            DataSupply.demand(
                inputs.consumers(), batch, in(SECOND, inputs.stepTime()), inputs.busyFraction()),
            BYTE_PER_SECOND),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, InputDemandResult result) {
    return List.of(
        new Explanation(
            "bandwidth",
            in(BYTE_PER_SECOND, result.bandwidth()),
            "B/s",
            List.of(
                Term.given("consumers", "n", inputs.consumers(), ""),
                Term.computed(
                    "batch of one",
                    "batch",
                    "samples · bytes",
                    in(BYTE, result.batchBytes()),
                    "B",
                    Term.given("samples", "samples", inputs.samplesPerStep(), ""),
                    Term.given("one sample", "bytes", in(BYTE, inputs.bytesPerSample()), "B")),
                Term.given("time of a step", "t", in(SECOND, inputs.stepTime()), "s"),
                Term.given(
                    "share of the time that consumers run", "busy", inputs.busyFraction(), ""))));
  }
}

package org.mlsysim.core.reliability;

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
import org.mlsysim.physics.reliability.TieredCheckpoint;

/**
 * What it costs when every replica saves its own copy of the same state.
 *
 * <pre>t = state · replicas / ingest</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does it cost when every replica saves its own copy?",
    equation = "t = state · replicas / ingest",
    sources = "Eisenman et al. (2022), Check-N-Run, NSDI")
public final class CheckpointStormModel
    extends BaseModel<CheckpointStormModel.Inputs, CheckpointStormModel.CheckpointStormResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "one copy of the state", unit = "B", range = "[0, inf)")
          Quantity<DataSize> stateBytes,
      @Port(doc = "replicas that save at once", range = "[1, inf)") int replicas,
      @Port(doc = "rate at which the store takes bytes", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> ingestBandwidth) {

    /** Names the inputs one by one. */
    public static CheckpointStormModelInputsBuilder builder() {
      return new CheckpointStormModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record CheckpointStormResult(
      @Port(unit = "B", doc = "the state asked about") Quantity<DataSize> stateBytes,
      @Port(unit = "B", doc = "bytes that arrive together") Quantity<DataSize> stormBytes,
      @Port(unit = "s", doc = "time to take them all") Quantity<Time> stormTime,
      @Port(unit = "s", doc = "time to take one copy") Quantity<Time> singleCopyTime,
      @Port(doc = "factor against one copy") int slowdown,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public CheckpointStormResult {
      caveats = List.copyOf(caveats);
    }
  }

  public CheckpointStormModel() {
    super(MethodHandles.lookup(), Inputs.class, CheckpointStormResult.class);
  }

  @Override
  public CheckpointStormResult solve(Inputs inputs) {
    double state = in(BYTE, inputs.stateBytes());
    double ingest = in(BYTE_PER_SECOND, inputs.ingestBandwidth());
    double storm = TieredCheckpoint.stormBytes(state, inputs.replicas());
    return new CheckpointStormResult(
        of(state, BYTE),
        of(storm, BYTE),
        of(TieredCheckpoint.ingestTime(storm, ingest), SECOND),
        of(TieredCheckpoint.ingestTime(state, ingest), SECOND),
        inputs.replicas(),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, CheckpointStormResult result) {
    return List.of(
        new Explanation(
            "storm_time",
            in(SECOND, result.stormTime()),
            "s",
            List.of(
                Term.computed(
                    "bytes that arrive together",
                    "bytes",
                    "state · replicas",
                    in(BYTE, result.stormBytes()),
                    "B",
                    Term.given("one copy", "state", in(BYTE, result.stateBytes()), "B"),
                    Term.given("replicas", "replicas", inputs.replicas(), "")),
                Term.given(
                    "rate of the store",
                    "ingest",
                    in(BYTE_PER_SECOND, inputs.ingestBandwidth()),
                    "B/s"))));
  }
}

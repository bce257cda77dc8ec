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
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.physics.reliability.TieredCheckpoint;

/**
 * How long training pauses when each node saves its shard on its own drives and the durable store
 * is filled behind training.
 *
 * <pre>pause = (C / nodes) / local,  drain = C / durable</pre>
 *
 * <p>A drain longer than the interval never catches up: {@code backlog_grows} is true.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How long does training pause when nodes stage locally and drain behind it?",
    equation = "pause = (C / nodes) / local; drain = C / durable",
    sources = "Eisenman et al. (2022), Check-N-Run, NSDI")
public final class TieredCheckpointModel
    extends BaseModel<TieredCheckpointModel.Inputs, TieredCheckpointModel.TieredCheckpointResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "one checkpoint of all nodes", unit = "B", range = "[0, inf)")
          Quantity<DataSize> checkpointBytes,
      @Port(doc = "nodes that share it", range = "[1, inf)") int nodes,
      @Port(doc = "rate of a node's own drives", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> localBandwidth,
      @Port(doc = "rate of the durable store", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> durableBandwidth,
      @Port(doc = "time between checkpoints", unit = "s", range = "(0, inf)")
          Quantity<Time> saveInterval) {

    /** Names the inputs one by one. */
    public static TieredCheckpointModelInputsBuilder builder() {
      return new TieredCheckpointModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record TieredCheckpointResult(
      @Port(unit = "B", doc = "the checkpoint asked about") Quantity<DataSize> checkpointBytes,
      @Port(unit = "B", doc = "what one node saves") Quantity<DataSize> perNodeShard,
      @Port(unit = "s", doc = "the pause of training") Quantity<Time> localWriteTime,
      @Port(unit = "s", doc = "time to the durable store") Quantity<Time> drainTime,
      @Port(unit = "B/s", doc = "durable rate of one node") Quantity<DataRate> durableSharePerNode,
      @Port(doc = "pause over interval") double pauseFraction,
      @Port(doc = "whether a drain is not done when the next one starts") boolean backlogGrows,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public TieredCheckpointResult {
      caveats = List.copyOf(caveats);
    }
  }

  public TieredCheckpointModel() {
    super(MethodHandles.lookup(), Inputs.class, TieredCheckpointResult.class);
  }

  @Override
  public TieredCheckpointResult solve(Inputs inputs) {
    double bytes = in(BYTE, inputs.checkpointBytes());
    TieredCheckpoint.Staging staging =
        TieredCheckpoint.of(
            bytes,
            inputs.nodes(),
            in(BYTE_PER_SECOND, inputs.localBandwidth()),
            in(BYTE_PER_SECOND, inputs.durableBandwidth()),
            in(SECOND, inputs.saveInterval()));
    return new TieredCheckpointResult(
        of(bytes, BYTE),
        of(staging.perNodeShard(), BYTE),
        of(staging.localWriteTime(), SECOND),
        of(staging.drainTime(), SECOND),
        of(staging.durableSharePerNode(), BYTE_PER_SECOND),
        staging.pauseFraction(),
        staging.backlogGrows(),
        staging.backlogGrows()
            ? List.of("The durable store falls further behind with every checkpoint.")
            : List.of());
  }
}

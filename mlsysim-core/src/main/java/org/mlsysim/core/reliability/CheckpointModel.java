package org.mlsysim.core.reliability;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.LocalStorage;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.reliability.Checkpoint;
import org.mlsysim.physics.training.Optimizer;

/**
 * One checkpoint: its size, the time to write it, and the share of training that waits for it.
 *
 * <pre>t = P s / min(b n, limit),  penalty = min(1, t / interval)</pre>
 *
 * <p>Saved are 16-bit weights and what the optimizer keeps; gradients are not. Training is taken to
 * stand still while it saves; {@link TieredCheckpointModel} stages on the nodes instead.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How large is a checkpoint, and which share of training waits for its write?",
    walls = "Checkpoint",
    equation = "t = P · s / min(b · n, limit); penalty = min(1, t / interval)",
    sources = "Eisenman et al. (2022), Check-N-Run, NSDI")
public final class CheckpointModel
    extends BaseModel<CheckpointModel.Inputs, CheckpointModel.CheckpointResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "the device whose drive is written", aliases = "system") HardwareNode hardware,
      @Port(doc = "what keeps state beside the weights", defaultValue = "adam") Optimizer optimizer,
      @Port(doc = "time between checkpoints", unit = "h", defaultValue = "4", range = "[0, inf)")
          Quantity<Time> checkpointIntervalHours,
      @Port(doc = "devices that write side by side", defaultValue = "1", range = "[1, inf)")
          int nWriters,
      @Port(
              doc = "rate of the shared file system",
              unit = "GB/s",
              defaultValue = "500",
              range = "(0, inf)")
          Quantity<DataRate> filesystemLimitGbs) {

    /** Names the inputs one by one; all but model and hardware have defaults. */
    public static CheckpointModelInputsBuilder builder() {
      return new CheckpointModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record CheckpointResult(
      @Port(unit = "B", doc = "bytes of one checkpoint") Quantity<DataSize> checkpointSize,
      @Port(unit = "s", doc = "time to write it", aliases = "write_time")
          Quantity<Time> writeTimeSeconds,
      @Port(unit = "B/s", doc = "rate of one writer's drive")
          Quantity<DataRate> maxBandwidthRequired,
      @Port(doc = "whether the write takes more than a minute") boolean storageBottleneck,
      @Port(doc = "share of training that waits, a fraction of 1 in spite of the name")
          double mfuPenaltyPct,
      @Port(doc = "whether the write takes the interval or longer") boolean intervalExceeded,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public CheckpointResult {
      caveats = List.copyOf(caveats);
    }
  }

  public CheckpointModel() {
    super(MethodHandles.lookup(), Inputs.class, CheckpointResult.class);
  }

  @Override
  public CheckpointResult solve(Inputs inputs) {
    Checkpoint.Write write =
        Checkpoint.of(
            parameters(inputs),
            inputs.optimizer(),
            Forms.number(inputs.hardware().storage().map(LocalStorage::bandwidth), BYTE_PER_SECOND),
            inputs.nWriters(),
            in(BYTE_PER_SECOND, inputs.filesystemLimitGbs()),
            in(SECOND, inputs.checkpointIntervalHours()));
    return new CheckpointResult(
        of(write.size(), BYTE),
        of(write.writeTime(), SECOND),
        of(write.writerBandwidth(), BYTE_PER_SECOND),
        write.storageBottleneck(),
        write.penalty(),
        write.intervalExceeded(),
        caveats(inputs.hardware()));
  }

  private static double parameters(Inputs inputs) {
    return Workloads.counted("model", inputs.model()).parameters();
  }

  private static List<String> caveats(HardwareNode hardware) {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "mfu_penalty_pct is a fraction of 1; max_bandwidth_required is the drive of one writer.");
    if (hardware.storage().isEmpty()) {
      caveats.add("%s states no drive; 1 GB/s is taken.".formatted(hardware.id()));
    }
    return caveats;
  }

  @Override
  public List<Explanation> explain(Inputs inputs, CheckpointResult result) {
    Term drive =
        Term.given(
            "rate of one writer", "b", in(BYTE_PER_SECOND, result.maxBandwidthRequired()), "B/s");
    Term size =
        Term.computed(
                "bytes of the checkpoint",
                "C",
                "P · s",
                in(BYTE, result.checkpointSize()),
                "B",
                Term.given("parameters", "P", parameters(inputs), "param")
                    .read(inputs.model().id() + ".parameters"),
                Term.given(
                    "bytes saved of one parameter",
                    "s",
                    Checkpoint.bytesPerParameter(inputs.optimizer()),
                    "B"))
            .from("Eisenman et al. (2022)");
    return List.of(
        new Explanation(
            "write_time_seconds",
            in(SECOND, result.writeTimeSeconds()),
            "s",
            List.of(
                size,
                inputs.hardware().storage().isPresent()
                    ? drive.read(inputs.hardware().id() + ".storage.bandwidth")
                    : drive,
                Term.given("writers", "n", inputs.nWriters(), ""),
                Term.given(
                    "rate of the file system",
                    "limit",
                    in(BYTE_PER_SECOND, inputs.filesystemLimitGbs()),
                    "B/s"))),
        new Explanation(
            "mfu_penalty_pct",
            result.mfuPenaltyPct(),
            "",
            List.of(
                Term.given("time of the write", "t", in(SECOND, result.writeTimeSeconds()), "s"),
                Term.given(
                    "time between checkpoints",
                    "interval",
                    in(SECOND, inputs.checkpointIntervalHours()),
                    "s"))));
  }
}

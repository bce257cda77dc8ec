package org.mlsysim.core.distributed;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Money;
import org.mlsysim.api.units.MoneyRate;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.training.DataParallelScaleOut;

/**
 * A job that runs on one device, copied onto many: speed-up, time and price.
 *
 * <pre>
 * update = a step + 2(d-1)/d G/beta_in + 2(n-1)/n (G/d)/beta_out,   time = T update/(d n a step)
 * </pre>
 *
 * <p>Gradients are summed inside each node and then between nodes, by bytes alone.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What do many nodes gain a data-parallel job whose step on one device is known?",
    equation = "update = a step + 2(d-1)/d G/beta_in + 2(n-1)/n (G/d)/beta_out",
    sources = {"Sergeev, Del Balso (2018), Horovod"})
public final class DataParallelScaleOutModel
    extends BaseModel<
        DataParallelScaleOutModel.Inputs, DataParallelScaleOutModel.DataParallelScaleOutResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload", aliases = "workload") Workload model,
      @Port(doc = "number format of the gradients", defaultValue = "fp16") Precision precision,
      @Port(doc = "one step of one device", unit = "s", range = "(0, inf)") Quantity<Time> stepTime,
      @Port(
              doc = "the job on one device",
              unit = "s",
              range = "[0, inf)",
              aliases = "base_training_time")
          Quantity<Time> trainingTime,
      @Port(doc = "samples of one device's step", range = "[1, inf)") int perDeviceBatch,
      @Port(doc = "devices of a node", range = "[1, inf)") int devicesPerNode,
      @Port(doc = "nodes", range = "[1, inf)") int nodes,
      @Port(doc = "one-way rate inside a node", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> intraBandwidth,
      @Port(
              doc = "one-way rate of a device between nodes; needed with several",
              unit = "B/s",
              range = "(0, inf)")
          Optional<Quantity<DataRate>> interBandwidth,
      @Port(doc = "steps between two exchanges", defaultValue = "1", range = "[1, inf)")
          int accumulationSteps,
      @Port(doc = "price of a node", unit = "USD/h", range = "[0, inf)")
          Optional<Quantity<MoneyRate>> nodeHourRate) {

    public Inputs {
      if (nodes > 1 && interBandwidth.isEmpty()) {
        throw BadInputException.missing(
            "inter_bandwidth", "with %d nodes, the rate between them".formatted(nodes));
      }
    }

    /** Names the inputs one by one. */
    public static DataParallelScaleOutModelInputsBuilder builder() {
      return new DataParallelScaleOutModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record DataParallelScaleOutResult(
      @Port(doc = "all devices") long nDevices,
      @Port(unit = "B", doc = "gradients of the model") Quantity<DataSize> gradientBytes,
      @Port(unit = "B", doc = "bytes of a device inside its node") Quantity<DataSize> intraBytes,
      @Port(unit = "B", doc = "bytes of a device between nodes") Quantity<DataSize> interBytes,
      @Port(unit = "s", doc = "exchange inside the nodes") Quantity<Time> intraTime,
      @Port(unit = "s", doc = "exchange between the nodes") Quantity<Time> interTime,
      @Port(unit = "s", doc = "both exchanges") Quantity<Time> communicationTime,
      @Port(unit = "s", doc = "work between two exchanges") Quantity<Time> computeTime,
      @Port(unit = "s", doc = "work and exchange") Quantity<Time> updateTime,
      @Port(doc = "exchange over work") double communicationOverhead,
      @Port(doc = "share that computes") double computeShare,
      @Port(doc = "share that communicates") double communicationShare,
      @Port(doc = "samples a second against one device") double speedup,
      @Port(doc = "speed-up over devices") double efficiency,
      @Port(doc = "samples of one update") long globalBatch,
      @Port(unit = "s", doc = "the job on all devices") Quantity<Time> trainingTime,
      @Port(unit = "USD", doc = "price of the job; absent without a rate")
          Optional<Quantity<Money>> cost,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public DataParallelScaleOutResult {
      caveats = List.copyOf(caveats);
    }
  }

  public DataParallelScaleOutModel() {
    super(MethodHandles.lookup(), Inputs.class, DataParallelScaleOutResult.class);
  }

  @Override
  public DataParallelScaleOutResult solve(Inputs inputs) {
    double gradient =
        Workloads.sized("model", inputs.model()).storedBytes(inputs.precision().bytesPerElement());
    DataParallelScaleOut.Outcome outcome =
        DataParallelScaleOut.of(
            new DataParallelScaleOut.Job(
                gradient,
                in(SECOND, inputs.stepTime()),
                in(SECOND, inputs.trainingTime()),
                inputs.perDeviceBatch(),
                inputs.devicesPerNode(),
                inputs.nodes(),
                in(BYTE_PER_SECOND, inputs.intraBandwidth()),
                Forms.number(inputs.interBandwidth(), BYTE_PER_SECOND),
                inputs.accumulationSteps(),
                Forms.number(inputs.nodeHourRate(), Units.USD_PER_SECOND)));
    return new DataParallelScaleOutResult(
        (long) outcome.devices(),
        of(gradient, BYTE),
        of(outcome.intraBytes(), BYTE),
        of(outcome.interBytes(), BYTE),
        of(outcome.intraTime(), SECOND),
        of(outcome.interTime(), SECOND),
        of(outcome.communicationTime(), SECOND),
        of(outcome.computeTime(), SECOND),
        of(outcome.updateTime(), SECOND),
        outcome.communicationOverhead(),
        outcome.computeShare(),
        outcome.communicationShare(),
        outcome.speedup(),
        outcome.efficiency(),
        (long) outcome.globalBatch(),
        of(outcome.trainingTime(), SECOND),
        Forms.quantity(outcome.cost(), USD),
        List.of(
            "Start-up is left out.",
            "Time falls with samples a second; what a larger batch costs in convergence is not"
                + " counted."));
  }
}

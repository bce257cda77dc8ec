package org.mlsysim.core.network;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
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
import org.mlsysim.api.units.Money;
import org.mlsysim.physics.network.Bisection;

/**
 * What oversubscription costs a ring all-reduce in the worst placement, where every edge of the
 * ring crosses the cut.
 *
 * <pre>
 * cut = floor(N/2) β / r,  crossing = floor(N/2) M 2(N-1)/N,  loss = 1 - 1/((1-c) + c r)
 * </pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does oversubscription cost when every ring edge crosses the cut?",
    equation = "loss = 1 - 1/((1-c) + c·r)",
    sources = "Patarasuk, Yuan (2009), Bandwidth optimal all-reduce algorithms, JPDC 69(2)")
public final class BisectionModel
    extends BaseModel<BisectionModel.Inputs, BisectionModel.BisectionResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "accelerators of the cluster", range = "[2, inf)") int nDevices,
      @Port(doc = "rate of a device's link", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> linkBandwidth,
      @Port(doc = "downlink over uplink capacity", range = "[1, inf)") double oversubscriptionRatio,
      @Port(doc = "buffer of one device", unit = "B", range = "[0, inf)")
          Quantity<DataSize> payloadPerDevice,
      @Port(doc = "share of the step that communicates at full bisection", range = "[0, 1]")
          double communicationFraction,
      @Port(doc = "price of the cluster", unit = "USD", range = "[0, inf)")
          Quantity<Money> clusterCost) {

    /** Names the inputs one by one. */
    public static BisectionModelInputsBuilder builder() {
      return new BisectionModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record BisectionResult(
      @Port(doc = "devices on one side of the cut") int devicesPerSide,
      @Port(unit = "B/s", doc = "rate of the full cut") Quantity<DataRate> bisectionFull,
      @Port(unit = "B/s", doc = "rate of the oversubscribed cut")
          Quantity<DataRate> bisectionOversubscribed,
      @Port(doc = "buffers that a rank sends in a ring") double ringFactor,
      @Port(unit = "B", doc = "bytes over the cut in one direction")
          Quantity<DataSize> crossingBytes,
      @Port(unit = "s", doc = "time to cross the full cut") Quantity<Time> timeFull,
      @Port(unit = "s", doc = "time to cross the oversubscribed cut")
          Quantity<Time> timeOversubscribed,
      @Port(doc = "factor on the time to cross") double slowdown,
      @Port(doc = "throughput of the job against the full cut") double relativeThroughput,
      @Port(doc = "throughput lost to oversubscription") double throughputLoss,
      @Port(unit = "USD", doc = "share of the price that stands idle") Quantity<Money> idleCost,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public BisectionResult {
      caveats = List.copyOf(caveats);
    }
  }

  public BisectionModel() {
    super(MethodHandles.lookup(), Inputs.class, BisectionResult.class);
  }

  @Override
  public BisectionResult solve(Inputs inputs) {
    Bisection.Cost cost =
        Bisection.of(
            inputs.nDevices(),
            in(BYTE_PER_SECOND, inputs.linkBandwidth()),
            inputs.oversubscriptionRatio(),
            in(BYTE, inputs.payloadPerDevice()),
            inputs.communicationFraction(),
            in(USD, inputs.clusterCost()));
    return new BisectionResult(
        (int) cost.devicesPerSide(),
        of(cost.full(), BYTE_PER_SECOND),
        of(cost.oversubscribed(), BYTE_PER_SECOND),
        cost.ringFactor(),
        of(cost.crossingBytes(), BYTE),
        of(cost.timeFull(), SECOND),
        of(cost.timeOversubscribed(), SECOND),
        cost.slowdown(),
        cost.relativeThroughput(),
        cost.throughputLoss(),
        of(cost.idleCost(), USD),
        caveats(inputs));
  }

  private static List<String> caveats(Inputs inputs) {
    List<String> caveats = new ArrayList<>();
    caveats.add("This is the worst placement, and all of the communication is taken to slow down.");
    if (inputs.nDevices() % 2 != 0) {
      caveats.add("An odd number of devices is rounded down to two equal sides.");
    }
    return caveats;
  }
}

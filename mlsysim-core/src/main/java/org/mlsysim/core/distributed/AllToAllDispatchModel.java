package org.mlsysim.core.distributed;

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
import org.mlsysim.physics.training.ExpertDispatch;

/**
 * Lower bounds of one expert-parallel dispatch: what a device must send, and what a popular one
 * must receive.
 *
 * <pre>
 * send    = alpha + (N-1) floor(floor(T/N)/N) h b / beta
 * receive = round(skew (N-1) floor(floor(T/N)/N)) h b / beta
 * </pre>
 *
 * <p>{@link MoERoutingModel} prices a dispatch with every start-up and several experts a token.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How long does one expert-parallel dispatch take at least, evenly and skewed?",
    equation = "send = alpha + (N-1) floor(floor(T/N)/N) h b / beta",
    sources = {"First principles: whole tokens over one link"})
public final class AllToAllDispatchModel
    extends BaseModel<AllToAllDispatchModel.Inputs, AllToAllDispatchModel.AllToAllDispatchResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "tokens of all devices", range = "[1, inf)") long totalTokens,
      @Port(doc = "devices", range = "[1, inf)") int nDevices,
      @Port(doc = "experts of all devices", range = "[1, inf)") int nExperts,
      @Port(doc = "width of a token", range = "[1, inf)") int hiddenDim,
      @Port(doc = "width of an element", unit = "B", range = "(0, inf)")
          Quantity<DataSize> bytesPerElement,
      @Port(doc = "start-up of a message", unit = "s", range = "[0, inf)") Quantity<Time> alpha,
      @Port(doc = "one-way rate of a device", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> bandwidth,
      @Port(doc = "tokens of the hot device over the mean", defaultValue = "1", range = "[0, inf)")
          double receiveSkew) {

    /** Names the inputs one by one; all but the skew must be given. */
    public static AllToAllDispatchModelInputsBuilder builder() {
      return new AllToAllDispatchModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record AllToAllDispatchResult(
      @Port(doc = "tokens of a device") long tokensPerDevice,
      @Port(doc = "experts of a device") long expertsPerDevice,
      @Port(doc = "tokens of an expert") long tokensPerExpert,
      @Port(doc = "tokens from one device to another") long tokensPerPair,
      @Port(doc = "other devices") long remotePeers,
      @Port(unit = "B", doc = "one token") Quantity<DataSize> bytesPerToken,
      @Port(unit = "B", doc = "what one device sends another") Quantity<DataSize> pairBytes,
      @Port(unit = "B", doc = "what one device sends") Quantity<DataSize> sentBytes,
      @Port(unit = "s", doc = "time to send it") Quantity<Time> injectionBound,
      @Port(doc = "tokens that a device receives under even routing") long uniformRemoteTokens,
      @Port(doc = "tokens that the hot device receives") long hotRemoteTokens,
      @Port(unit = "B", doc = "what a device receives under even routing")
          Quantity<DataSize> uniformReceiveBytes,
      @Port(unit = "B", doc = "what the hot device receives") Quantity<DataSize> hotReceiveBytes,
      @Port(unit = "s", doc = "time to receive it under even routing")
          Quantity<Time> uniformReceiveBound,
      @Port(unit = "s", doc = "time of the hot device to receive it")
          Quantity<Time> hotReceiveBound,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public AllToAllDispatchResult {
      caveats = List.copyOf(caveats);
    }
  }

  public AllToAllDispatchModel() {
    super(MethodHandles.lookup(), Inputs.class, AllToAllDispatchResult.class);
  }

  @Override
  public AllToAllDispatchResult solve(Inputs inputs) {
    ExpertDispatch.Bounds bounds =
        ExpertDispatch.of(
            inputs.totalTokens(),
            inputs.nDevices(),
            inputs.nExperts(),
            inputs.hiddenDim(),
            in(BYTE, inputs.bytesPerElement()),
            in(SECOND, inputs.alpha()),
            in(BYTE_PER_SECOND, inputs.bandwidth()),
            inputs.receiveSkew());
    return new AllToAllDispatchResult(
        bounds.tokensPerDevice(),
        bounds.expertsPerDevice(),
        bounds.tokensPerExpert(),
        bounds.tokensPerPair(),
        bounds.remotePeers(),
        of(bounds.bytesPerToken(), BYTE),
        of(bounds.pairBytes(), BYTE),
        of(bounds.sentBytes(), BYTE),
        of(bounds.injectionBound(), SECOND),
        bounds.uniformRemoteTokens(),
        bounds.hotRemoteTokens(),
        of(bounds.uniformReceiveBytes(), BYTE),
        of(bounds.hotReceiveBytes(), BYTE),
        of(bounds.uniformReceiveBound(), SECOND),
        of(bounds.hotReceiveBound(), SECOND),
        List.of(
            "Divisions round down: fewer tokens than the square of the devices send nothing.",
            "Start-up is paid once, and every token goes to one expert."));
  }
}

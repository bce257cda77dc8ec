package org.mlsysim.core.network;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
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
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.network.Links;

/**
 * How long one payload takes on each of several links.
 *
 * <pre>t = n/β</pre>
 *
 * <p>Start-up is left out; {@link AlphaBetaModel} charges it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How long does one payload take on each link?",
    equation = "t = n/β",
    sources = "First principles: bytes over rate")
public final class TransferLadderModel
    extends BaseModel<TransferLadderModel.Inputs, TransferLadderModel.TransferLadderResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "bytes to move", unit = "B", range = "[0, inf)") Quantity<DataSize> payload,
      @Port(doc = "one-way rate of each link", unit = "B/s", range = "(0, inf)")
          Map<String, Quantity<DataRate>> links) {

    public Inputs {
      links = Tables.copyOf(links);
    }

    /** Names the inputs one by one. */
    public static TransferLadderModelInputsBuilder builder() {
      return new TransferLadderModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record TransferLadderResult(
      @Port(unit = "B", doc = "the payload asked about") Quantity<DataSize> payload,
      @Port(unit = "B/s", doc = "the rates asked about") Map<String, Quantity<DataRate>> bandwidths,
      @Port(unit = "s", doc = "time on each link") Map<String, Quantity<Time>> times,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public TransferLadderResult {
      caveats = List.copyOf(caveats);
    }
  }

  public TransferLadderModel() {
    super(MethodHandles.lookup(), Inputs.class, TransferLadderResult.class);
  }

  @Override
  public TransferLadderResult solve(Inputs inputs) {
    double bytes = in(BYTE, inputs.payload());
    return new TransferLadderResult(
        of(bytes, BYTE),
        inputs.links(),
        Tables.each(
            inputs.links(),
            rate -> of(Links.transferTime(bytes, in(BYTE_PER_SECOND, rate)), SECOND)),
        List.of("Start-up is left out, so small payloads take longer."));
  }
}

package org.mlsysim.core.network;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.network.Collectives;
import org.mlsysim.physics.network.Links;

/**
 * What a message costs on each path, and the size at which start-up and wire take equally long.
 *
 * <pre>t = α + n/β,  n* = α β</pre>
 *
 * <p>Valid for a message that has its path to itself.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does a message cost on each path, and when does start-up stop mattering?",
    equation = "t = α + n/β; n* = α β",
    sources = "Hockney (1994), The communication challenge for MPP, Parallel Computing 20(3)")
public final class AlphaBetaModel
    extends BaseModel<AlphaBetaModel.Inputs, AlphaBetaModel.AlphaBetaResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "start-up of a message on each path", unit = "s", range = "[0, inf)")
          Map<String, Quantity<Time>> alphas,
      @Port(doc = "one-way rate of each path, same names", unit = "B/s", range = "(0, inf)")
          Map<String, Quantity<DataRate>> bandwidths,
      @Port(doc = "size of each message", unit = "B", range = "[0, inf)")
          Map<String, Quantity<DataSize>> messages) {

    public Inputs {
      alphas = Tables.copyOf(alphas);
      bandwidths = Tables.copyOf(bandwidths);
      messages = Tables.copyOf(messages);
      if (!alphas.keySet().equals(bandwidths.keySet())) {
        throw BadInputException.conflict(
            "bandwidths",
            "bandwidths names the paths %s, but alphas names %s; both must name the same."
                .formatted(bandwidths.keySet(), alphas.keySet()));
      }
    }

    /** Names the inputs one by one. */
    public static AlphaBetaModelInputsBuilder builder() {
      return new AlphaBetaModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record AlphaBetaResult(
      @Port(unit = "s", doc = "the start-ups asked about") Map<String, Quantity<Time>> alphas,
      @Port(unit = "B/s", doc = "the rates asked about") Map<String, Quantity<DataRate>> bandwidths,
      @Port(unit = "B", doc = "the messages asked about") Map<String, Quantity<DataSize>> messages,
      @Port(unit = "s", doc = "time of each message on each path")
          Map<String, Map<String, Quantity<Time>>> times,
      @Port(unit = "s", doc = "the same without start-up")
          Map<String, Map<String, Quantity<Time>>> transmissionTimes,
      @Port(unit = "B", doc = "size at which start-up and wire take equally long")
          Map<String, Quantity<DataSize>> crossovers,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public AlphaBetaResult {
      caveats = List.copyOf(caveats);
    }
  }

  public AlphaBetaModel() {
    super(MethodHandles.lookup(), Inputs.class, AlphaBetaResult.class);
  }

  @Override
  public AlphaBetaResult solve(Inputs inputs) {
    return new AlphaBetaResult(
        inputs.alphas(),
        inputs.bandwidths(),
        inputs.messages(),
        Tables.map(inputs.bandwidths(), (path, rate) -> times(inputs, alpha(inputs, path), rate)),
        Tables.map(inputs.bandwidths(), (path, rate) -> times(inputs, 0, rate)),
        Tables.map(
            inputs.bandwidths(),
            (path, rate) ->
                of(Links.crossoverBytes(alpha(inputs, path), in(BYTE_PER_SECOND, rate)), BYTE)),
        List.of());
  }

  private static double alpha(Inputs inputs, String path) {
    return in(SECOND, Objects.requireNonNull(inputs.alphas().get(path)));
  }

  private static Map<String, Quantity<Time>> times(
      Inputs inputs, double alpha, Quantity<DataRate> rate) {
    return Tables.each(
        inputs.messages(),
        bytes ->
            of(
                Collectives.pointToPoint(in(BYTE, bytes), in(BYTE_PER_SECOND, rate), alpha),
                SECOND));
  }
}

package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.PARAMETER;
import static org.mlsysim.api.units.Units.SECOND;

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
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.ParameterCount;
import org.mlsysim.api.units.Units;
import org.mlsysim.physics.serving.ChunkedPrefill;

/**
 * The gap that a prompt tears into decoding, read whole or in chunks that ride along with decode
 * steps.
 *
 * <pre>
 * T(N) = max(weight read, 2 P N / R)
 * done = full · T(chunk + decodes) + T(rest + decodes)
 * </pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How long does a prompt stall decoding, whole or in chunks?",
    equation = "T(N) = max(weight read, 2 P N / R); gap = T(prompt) + T(decodes)",
    sources = "Agrawal et al. (2024), Sarathi-Serve, arXiv 2403.02310")
public final class ChunkedPrefillModel
    extends BaseModel<ChunkedPrefillModel.Inputs, ChunkedPrefillModel.ChunkedPrefillResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "parameters that a token passes through", unit = "param", range = "(0, inf)")
          Quantity<ParameterCount> nParams,
      @Port(doc = "rate that is sustained", unit = "FLOP/s", range = "(0, inf)")
          Quantity<ComputeRate> sustainedRate,
      @Port(doc = "time to read the weights once", unit = "s", range = "[0, inf)")
          Quantity<Time> weightReadTime,
      @Port(doc = "sequences that decode meanwhile", range = "[0, inf)") int decodes,
      @Port(doc = "tokens of the prompt", range = "[1, inf)") int promptTokens,
      @Port(doc = "most tokens of a chunk", range = "[1, inf)") int chunkTokens) {

    /** Names the inputs one by one; all are required. */
    public static ChunkedPrefillModelInputsBuilder builder() {
      return new ChunkedPrefillModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record ChunkedPrefillResult(
      @Port(unit = "s", doc = "step of the decodes alone") Quantity<Time> decodeStep,
      @Port(unit = "s", doc = "pass over the whole prompt") Quantity<Time> monolithicPrefill,
      @Port(unit = "s", doc = "time between two tokens with the whole prompt between them")
          Quantity<Time> monolithicGap,
      @Port(doc = "passes that the prompt takes") int chunks,
      @Port(unit = "s", doc = "pass over a chunk and the decodes, the gap with chunks")
          Quantity<Time> chunkedIteration,
      @Port(unit = "s", doc = "time until the prompt is read in chunks") Quantity<Time> chunkedDone,
      @Port(doc = "gap with the whole prompt over gap with chunks") double gapRatio,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public ChunkedPrefillResult {
      caveats = List.copyOf(caveats);
    }
  }

  public ChunkedPrefillModel() {
    super(MethodHandles.lookup(), Inputs.class, ChunkedPrefillResult.class);
  }

  @Override
  public ChunkedPrefillResult solve(Inputs inputs) {
    ChunkedPrefill.Result plain =
        ChunkedPrefill.solve(
            Units.in(PARAMETER, inputs.nParams()),
            Units.in(FLOP_PER_SECOND, inputs.sustainedRate()),
            Units.in(SECOND, inputs.weightReadTime()),
            inputs.decodes(),
            inputs.promptTokens(),
            inputs.chunkTokens());
    return new ChunkedPrefillResult(
        Units.of(plain.decodeStep(), SECOND),
        Units.of(plain.monolithicPrefill(), SECOND),
        Units.of(plain.monolithicGap(), SECOND),
        (int) plain.chunks(),
        Units.of(plain.chunkedIteration(), SECOND),
        Units.of(plain.chunkedDone(), SECOND),
        plain.gapRatio(),
        List.of("Attention and the traffic of the cache are not charged."));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, ChunkedPrefillResult result) {
    return List.of(
        new Explanation(
            "monolithic_gap",
            Units.in(SECOND, result.monolithicGap()),
            "s",
            List.of(
                Term.given(
                    "step of the decodes", "t_d", Units.in(SECOND, result.decodeStep()), "s"),
                Term.given(
                    "pass over the whole prompt",
                    "t_p",
                    Units.in(SECOND, result.monolithicPrefill()),
                    "s"))),
        new Explanation(
            "chunked_done",
            Units.in(SECOND, result.chunkedDone()),
            "s",
            List.of(
                Term.given("passes", "n", result.chunks(), ""),
                Term.given("a full pass", "t", Units.in(SECOND, result.chunkedIteration()), "s"))));
  }
}

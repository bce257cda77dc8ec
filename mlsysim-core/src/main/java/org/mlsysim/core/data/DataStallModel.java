package org.mlsysim.core.data;

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
import org.mlsysim.physics.data.InputStage;

/**
 * The share of a step that waits for its input, read one after the other or overlapped.
 *
 * <pre>sequential io/(io + c),  overlapped (max(c, io) - c)/max(c, io)</pre>
 *
 * <p>Overlap is perfect; a step of no time stalls for none of it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which share of a step waits for its input?",
    equation = "sequential io/(io + c); overlapped (max(c, io) - c)/max(c, io)",
    sources = "Mohan et al. (2021), Analyzing and mitigating data stalls, PVLDB 14(5)")
public final class DataStallModel
    extends BaseModel<DataStallModel.Inputs, DataStallModel.DataStallResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "time that the arithmetic takes", unit = "s", range = "[0, inf)")
          Quantity<Time> computeTime,
      @Port(doc = "time that the input takes", unit = "s", range = "[0, inf)")
          Quantity<Time> ioTime) {

    /** Names the inputs one by one. */
    public static DataStallModelInputsBuilder builder() {
      return new DataStallModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record DataStallResult(
      @Port(unit = "s", doc = "step with input first") Quantity<Time> sequentialStep,
      @Port(unit = "s", doc = "step with input behind the arithmetic")
          Quantity<Time> overlappedStep,
      @Port(doc = "share of the sequential step that waits") double sequentialStall,
      @Port(doc = "share of the overlapped step that waits") double overlappedStall,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public DataStallResult {
      caveats = List.copyOf(caveats);
    }
  }

  public DataStallModel() {
    super(MethodHandles.lookup(), Inputs.class, DataStallResult.class);
  }

  @Override
  public DataStallResult solve(Inputs inputs) {
    InputStage.Stall stall =
        InputStage.stall(in(SECOND, inputs.computeTime()), in(SECOND, inputs.ioTime()));
    return new DataStallResult(
        of(stall.sequentialStep(), SECOND),
        of(stall.overlappedStep(), SECOND),
        stall.sequentialStall(),
        stall.overlappedStall(),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, DataStallResult result) {
    Term compute = Term.given("arithmetic", "t_c", in(SECOND, inputs.computeTime()), "s");
    Term input = Term.given("input", "t_io", in(SECOND, inputs.ioTime()), "s");
    return List.of(
        new Explanation(
            "sequential_step",
            in(SECOND, result.sequentialStep()),
            "s",
            List.of(
                Term.computed(
                    "one after the other",
                    "t",
                    "t_io + t_c",
                    in(SECOND, result.sequentialStep()),
                    "s",
                    input,
                    compute))),
        new Explanation(
            "overlapped_step",
            in(SECOND, result.overlappedStep()),
            "s",
            List.of(
                Term.computed(
                    "the slower of both",
                    "t",
                    "max(t_io, t_c)",
                    in(SECOND, result.overlappedStep()),
                    "s",
                    input,
                    compute))));
  }
}

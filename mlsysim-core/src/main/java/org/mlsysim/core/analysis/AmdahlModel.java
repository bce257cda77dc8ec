package org.mlsysim.core.analysis;

import static org.mlsysim.api.units.Units.SECOND;

import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.analysis.Amdahl;

/**
 * Amdahl's law: what one faster stage does for a path whose stages follow each other.
 *
 * <pre>overall speedup = 1 / ((1 - p) + p / s)</pre>
 *
 * <p>p is the share of the stage in the total. A speedup below 1 is a slowdown.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much does one faster stage help a path of stages?",
    equation = "1 / ((1 - p) + p / s)",
    sources =
        "Amdahl (1967), Validity of the Single Processor Approach, doi 10.1145/1465482.1465560")
public final class AmdahlModel extends BaseModel<AmdahlModel.Inputs, AmdahlModel.AmdahlResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the stages of the path and their times", unit = "s", range = "[0, inf)")
          Map<String, Quantity<Time>> stages,
      @Port(doc = "the stage that becomes faster") String stage,
      @Port(doc = "factor by which it becomes faster", range = "(0, inf)") double speedup) {

    public Inputs {
      stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
      if (!stages.containsKey(stage)) {
        throw BadInputException.refused(
            "stage",
            stage,
            "it must be one of stages: %s.".formatted(String.join(", ", stages.keySet())));
      }
      if (stages.values().stream().allMatch(time -> Units.in(SECOND, time) == 0)) {
        throw BadInputException.refused("stages", "0 s in all", "a path takes time.");
      }
    }

    /** Names the inputs one by one; all are required. */
    public static AmdahlModelInputsBuilder builder() {
      return new AmdahlModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record AmdahlResult(
      @Port(unit = "s", doc = "all stages") Quantity<Time> totalTime,
      @Port(unit = "s", doc = "the stage") Quantity<Time> stageTime,
      @Port(unit = "s", doc = "the stage after its upgrade") Quantity<Time> upgradedStageTime,
      @Port(unit = "s", doc = "all stages after the upgrade") Quantity<Time> upgradedTotalTime,
      @Port(unit = "s", doc = "all other stages") Quantity<Time> untouchedTime,
      @Port(doc = "share of the stage in the total") double stageFraction,
      @Port(doc = "total before over total after") double overallSpeedup,
      @Port(doc = "share of the total that is saved; negative when the stage slows")
          double endToEndReduction,
      @Port(doc = "share of the stage that is saved") double stageReduction,
      @Port(doc = "overall speedup if the stage took no time; absent when nothing else does")
          Optional<Double> speedupBound,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public AmdahlResult {
      caveats = List.copyOf(caveats);
    }
  }

  public AmdahlModel() {
    super(MethodHandles.lookup(), Inputs.class, AmdahlResult.class);
  }

  @Override
  public AmdahlResult solve(Inputs inputs) {
    double total = 0;
    double stage = 0;
    // In the order given, so that the sum has one last digit.
    for (Map.Entry<String, Quantity<Time>> each : inputs.stages().entrySet()) {
      double time = Units.in(SECOND, each.getValue());
      total += time;
      stage = each.getKey().equals(inputs.stage()) ? time : stage;
    }
    Amdahl.Result plain = Amdahl.solve(total, stage, inputs.speedup());
    return new AmdahlResult(
        Units.of(plain.totalTime(), SECOND),
        Units.of(plain.stageTime(), SECOND),
        Units.of(plain.upgradedStageTime(), SECOND),
        Units.of(plain.upgradedTotalTime(), SECOND),
        Units.of(plain.untouchedTime(), SECOND),
        plain.stageFraction(),
        plain.overallSpeedup(),
        plain.endToEndReduction(),
        plain.stageReduction(),
        Forms.value(plain.speedupBound()),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, AmdahlResult result) {
    return List.of(
        new Explanation(
            "overall_speedup",
            result.overallSpeedup(),
            "",
            List.of(
                Term.given("share of the stage", "p", result.stageFraction(), ""),
                Term.given("speedup of the stage", "s", inputs.speedup(), ""))));
  }
}

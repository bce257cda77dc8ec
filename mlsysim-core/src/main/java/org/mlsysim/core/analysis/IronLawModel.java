package org.mlsysim.core.analysis;

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
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;
import org.mlsysim.physics.analysis.IronLaw;

/**
 * The iron law of a step: moving data, computing and overhead, one after the other or overlapped,
 * before and after an upgrade.
 *
 * <pre>T = m + c + o,  T' = m / s_m + c / s_c + o</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does faster memory or faster compute do to a step?",
    equation = "T = m + c + o; T' = m / s_m + c / s_c + o",
    sources = "Hennessy, Patterson (2017), Computer Architecture: A Quantitative Approach")
public final class IronLawModel extends BaseModel<IronLawModel.Inputs, IronLawModel.IronLawResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "time of moving data", unit = "s", range = "[0, inf)") Quantity<Time> memoryTime,
      @Port(doc = "time of computing", unit = "s", range = "[0, inf)") Quantity<Time> computeTime,
      @Port(doc = "time of everything else", unit = "s", range = "[0, inf)")
          Quantity<Time> overhead,
      @Port(doc = "factor by which memory becomes faster", defaultValue = "1", range = "(0, inf)")
          double memorySpeedup,
      @Port(doc = "factor by which compute becomes faster", defaultValue = "1", range = "(0, inf)")
          double computeSpeedup) {

    public Inputs {
      if (seconds(memoryTime) == 0 && seconds(computeTime) == 0 && seconds(overhead) == 0) {
        throw BadInputException.conflict(
            "memory_time", "memory_time, compute_time and overhead are all 0; a step takes time.");
      }
    }

    /** Names the inputs one by one; all but the three times have defaults. */
    public static IronLawModelInputsBuilder builder() {
      return new IronLawModelInputsBuilder();
    }

    private static double seconds(Quantity<Time> time) {
      return Units.in(SECOND, time);
    }
  }

  /** What the model produces. */
  public record IronLawResult(
      @Port(unit = "s", doc = "time of moving data") Quantity<Time> memoryTime,
      @Port(unit = "s", doc = "time of computing") Quantity<Time> computeTime,
      @Port(unit = "s", doc = "time of everything else") Quantity<Time> overhead,
      @Port(unit = "s", doc = "all three one after the other") Quantity<Time> sequentialTime,
      @Port(unit = "s", doc = "moving data and computing overlapped") Quantity<Time> overlappedTime,
      @Port(unit = "s", doc = "time of moving data after the upgrade")
          Quantity<Time> upgradedMemoryTime,
      @Port(unit = "s", doc = "time of computing after the upgrade")
          Quantity<Time> upgradedComputeTime,
      @Port(unit = "s", doc = "all three one after the other, after the upgrade")
          Quantity<Time> upgradedSequentialTime,
      @Port(unit = "s", doc = "overlapped, after the upgrade")
          Quantity<Time> upgradedOverlappedTime,
      @Port(unit = "s", doc = "sequential time over both speedups: the wrong estimate")
          Quantity<Time> naiveUpgradedTime,
      @Port(doc = "share of the sequential time that the upgrade saves") double sequentialReduction,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public IronLawResult {
      caveats = List.copyOf(caveats);
    }
  }

  public IronLawModel() {
    super(MethodHandles.lookup(), Inputs.class, IronLawResult.class);
  }

  @Override
  public IronLawResult solve(Inputs inputs) {
    double memory = Units.in(SECOND, inputs.memoryTime());
    double compute = Units.in(SECOND, inputs.computeTime());
    double overhead = Units.in(SECOND, inputs.overhead());
    IronLaw.Result plain =
        IronLaw.solve(memory, compute, overhead, inputs.memorySpeedup(), inputs.computeSpeedup());
    return new IronLawResult(
        Units.of(memory, SECOND),
        Units.of(compute, SECOND),
        Units.of(overhead, SECOND),
        Units.of(plain.sequentialTime(), SECOND),
        Units.of(plain.overlappedTime(), SECOND),
        Units.of(plain.upgradedMemoryTime(), SECOND),
        Units.of(plain.upgradedComputeTime(), SECOND),
        Units.of(plain.upgradedSequentialTime(), SECOND),
        Units.of(plain.upgradedOverlappedTime(), SECOND),
        Units.of(plain.naiveUpgradedTime(), SECOND),
        plain.sequentialReduction(),
        List.of("naive_upgraded_time is the estimate that the law corrects, wrong on purpose."));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, IronLawResult result) {
    return List.of(
        new Explanation(
            "upgraded_sequential_time",
            Units.in(SECOND, result.upgradedSequentialTime()),
            "s",
            List.of(
                Term.computed(
                    "moving data",
                    "t_m",
                    "t / speedup",
                    Units.in(SECOND, result.upgradedMemoryTime()),
                    "s",
                    Term.given("before", "t", Units.in(SECOND, result.memoryTime()), "s"),
                    Term.given("memory speedup", "speedup", inputs.memorySpeedup(), "")),
                Term.computed(
                    "computing",
                    "t_c",
                    "t / speedup",
                    Units.in(SECOND, result.upgradedComputeTime()),
                    "s",
                    Term.given("before", "t", Units.in(SECOND, result.computeTime()), "s"),
                    Term.given("compute speedup", "speedup", inputs.computeSpeedup(), "")),
                Term.given(
                    "everything else", "overhead", Units.in(SECOND, result.overhead()), "s"))));
  }
}

package org.mlsysim.core.reliability;

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
import org.mlsysim.physics.reliability.CheckpointInterval;

/**
 * The best time between checkpoints, and what it wastes.
 *
 * <pre>τ = sqrt(2 δ MTBF),  waste = δ/τ + τ/(2 MTBF)</pre>
 *
 * <p>Valid while a write takes less than two mean times between failures; beyond, the interval is
 * the MTBF and {@code out_of_regime} is true.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How often should a job save, and what does that waste?",
    equation = "τ = sqrt(2 δ MTBF); waste = δ/τ + τ/(2 MTBF)",
    sources = {"Young (1974), CACM 17(9)", "Daly (2006), FGCS 22(3)"})
public final class CheckpointIntervalModel
    extends BaseModel<
        CheckpointIntervalModel.Inputs, CheckpointIntervalModel.CheckpointIntervalResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "time to write one checkpoint", unit = "s", range = "(0, inf)")
          Quantity<Time> writeTime,
      @Port(doc = "mean time between failures of the job", unit = "s", range = "(0, inf)")
          Quantity<Time> mtbf) {

    /** Names the inputs one by one. */
    public static CheckpointIntervalModelInputsBuilder builder() {
      return new CheckpointIntervalModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record CheckpointIntervalResult(
      @Port(unit = "s", doc = "the write asked about") Quantity<Time> writeTime,
      @Port(unit = "s", doc = "the mean time between failures asked about") Quantity<Time> mtbf,
      @Port(unit = "s", doc = "best time between checkpoints") Quantity<Time> interval,
      @Port(doc = "share of time spent writing") double writeShare,
      @Port(doc = "share of time spent redoing lost work") double reworkShare,
      @Port(doc = "both together") double waste,
      @Port(doc = "whether a write takes two mean times between failures or longer")
          boolean outOfRegime,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public CheckpointIntervalResult {
      caveats = List.copyOf(caveats);
    }
  }

  public CheckpointIntervalModel() {
    super(MethodHandles.lookup(), Inputs.class, CheckpointIntervalResult.class);
  }

  @Override
  public CheckpointIntervalResult solve(Inputs inputs) {
    double write = in(SECOND, inputs.writeTime());
    double mtbf = in(SECOND, inputs.mtbf());
    CheckpointInterval.Schedule schedule = CheckpointInterval.of(write, mtbf);
    return new CheckpointIntervalResult(
        of(write, SECOND),
        of(mtbf, SECOND),
        of(schedule.interval(), SECOND),
        schedule.writeShare(),
        schedule.reworkShare(),
        schedule.waste(),
        schedule.outOfRegime(),
        schedule.waste() > 1
            ? List.of("More than all of the time is wasted: the job makes no progress.")
            : List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, CheckpointIntervalResult result) {
    return List.of(
        new Explanation(
            "interval",
            in(SECOND, result.interval()),
            "s",
            List.of(
                Term.given("time of one checkpoint", "δ", in(SECOND, result.writeTime()), "s"),
                Term.given("mean time between failures", "MTBF", in(SECOND, result.mtbf()), "s"))));
  }
}

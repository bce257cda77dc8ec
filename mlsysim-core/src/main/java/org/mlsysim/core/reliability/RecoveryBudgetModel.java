package org.mlsysim.core.reliability;

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
import org.mlsysim.api.system.RecoveryProfile;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Units;
import org.mlsysim.physics.reliability.Recovery;

/**
 * What one cold restart costs, and a day of them.
 *
 * <pre>lost = 86400 s / interval · (detect + restart + C/B + warm-up)</pre>
 *
 * <p>A checkpoint is taken to be read back at the rate at which it is written. The day's share can
 * exceed 1: then the job makes no progress.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does one cold restart cost, and a day of them?",
    equation = "lost = 1 d / interval · (detect + restart + C/B + warm-up)",
    sources = "First principles: the steps of a restart add up")
public final class RecoveryBudgetModel
    extends BaseModel<RecoveryBudgetModel.Inputs, RecoveryBudgetModel.RecoveryBudgetResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "one checkpoint", unit = "B", range = "[0, inf)")
          Quantity<DataSize> checkpointBytes,
      @Port(doc = "what happens between a failure and the next useful step")
          RecoveryProfile recovery,
      @Port(doc = "mean time between failures", unit = "s", range = "(0, inf)")
          Quantity<Time> failureInterval,
      @Port(doc = "accelerators that wait", range = "[1, inf)") int nDevices) {

    /** Names the inputs one by one. */
    public static RecoveryBudgetModelInputsBuilder builder() {
      return new RecoveryBudgetModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record RecoveryBudgetResult(
      @Port(unit = "s", doc = "time to notice") Quantity<Time> detect,
      @Port(unit = "s", doc = "time to start the job again") Quantity<Time> restart,
      @Port(unit = "s", doc = "time to read the checkpoint") Quantity<Time> reload,
      @Port(unit = "s", doc = "time to reach full speed") Quantity<Time> warmup,
      @Port(unit = "s", doc = "one restart") Quantity<Time> total,
      @Port(unit = "s", doc = "the interval asked about") Quantity<Time> failureInterval,
      @Port(doc = "restarts in a day") double failuresPerDay,
      @Port(unit = "s", doc = "time lost in a day") Quantity<Time> lostPerDay,
      @Port(doc = "lost time over a day; above 1 means no progress") double dayShare,
      @Port(doc = "accelerator-hours lost in a day") double gpuHoursPerDay,
      @Port(verdict = true, doc = "whether less than a day is lost in a day") boolean isSustainable,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public RecoveryBudgetResult {
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return isSustainable
          ? List.of()
          : List.of(
              "Restarts take %s of every day; the job makes no progress."
                  .formatted(Units.text(lostPerDay)));
    }
  }

  public RecoveryBudgetModel() {
    super(MethodHandles.lookup(), Inputs.class, RecoveryBudgetResult.class);
  }

  @Override
  public RecoveryBudgetResult solve(Inputs inputs) {
    RecoveryProfile profile = inputs.recovery();
    double detect = in(SECOND, profile.detectionTime());
    double restart = in(SECOND, profile.restartTime());
    double warmup = in(SECOND, profile.warmupTime());
    double interval = in(SECOND, inputs.failureInterval());
    Recovery.Budget budget =
        Recovery.budget(
            in(BYTE, inputs.checkpointBytes()),
            in(BYTE_PER_SECOND, profile.checkpointWriteBw()),
            detect,
            restart,
            warmup,
            interval,
            inputs.nDevices());
    return new RecoveryBudgetResult(
        of(detect, SECOND),
        of(restart, SECOND),
        of(budget.reload(), SECOND),
        of(warmup, SECOND),
        of(budget.total(), SECOND),
        of(interval, SECOND),
        budget.failuresPerDay(),
        of(budget.lostPerDay(), SECOND),
        budget.dayShare(),
        budget.acceleratorHoursPerDay(),
        budget.sustainable(),
        List.of("The checkpoint is read back at the rate at which it is written."));
  }
}

package org.mlsysim.core.reliability;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.USD_PER_SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.RecoveryProfile;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Money;
import org.mlsysim.api.units.MoneyRate;
import org.mlsysim.physics.reliability.Recovery;

/**
 * What one forced preemption costs, and a day of them.
 *
 * <pre>event = lost work + restart + C/B + warm-up,  cost = n · event · rate</pre>
 *
 * <p>A preemption announces itself, so nothing is charged for noticing it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does one forced preemption cost, and a day of them?",
    equation = "event = lost work + restart + C/B + warm-up",
    sources = "First principles: the steps of a restart add up")
public final class PreemptionTaxModel
    extends BaseModel<PreemptionTaxModel.Inputs, PreemptionTaxModel.PreemptionTaxResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "accelerators that stop together", range = "[1, inf)") int nDevices,
      @Port(doc = "one checkpoint", unit = "B", range = "[0, inf)")
          Quantity<DataSize> checkpointBytes,
      @Port(doc = "work since the last checkpoint", unit = "s", range = "[0, inf)")
          Quantity<Time> lostWork,
      @Port(doc = "preemptions of the job over time", unit = "1/s", range = "[0, inf)")
          Quantity<Frequency> preemptionRate,
      @Port(doc = "what happens between a stop and the next useful step") RecoveryProfile recovery,
      @Port(doc = "price of one accelerator", unit = "USD/h", range = "[0, inf)")
          Quantity<MoneyRate> deviceHourRate) {

    /** Names the inputs one by one. */
    public static PreemptionTaxModelInputsBuilder builder() {
      return new PreemptionTaxModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record PreemptionTaxResult(
      @Port(unit = "s", doc = "the lost work asked about") Quantity<Time> lostWork,
      @Port(unit = "s", doc = "time to start the job again") Quantity<Time> restart,
      @Port(unit = "s", doc = "time to read the checkpoint") Quantity<Time> reload,
      @Port(unit = "s", doc = "time to reach full speed") Quantity<Time> warmup,
      @Port(unit = "s", doc = "restart, reload and warm-up") Quantity<Time> relaunch,
      @Port(unit = "s", doc = "lost work and relaunch") Quantity<Time> perEvent,
      @Port(unit = "USD", doc = "price of one event") Quantity<Money> costPerEvent,
      @Port(doc = "events in a day") double eventsPerDay,
      @Port(unit = "s", doc = "time lost in a day") Quantity<Time> lostPerDay,
      @Port(doc = "accelerator-hours lost in a day") double gpuHoursPerDay,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public PreemptionTaxResult {
      caveats = List.copyOf(caveats);
    }
  }

  public PreemptionTaxModel() {
    super(MethodHandles.lookup(), Inputs.class, PreemptionTaxResult.class);
  }

  @Override
  public PreemptionTaxResult solve(Inputs inputs) {
    RecoveryProfile profile = inputs.recovery();
    double restart = in(SECOND, profile.restartTime());
    double warmup = in(SECOND, profile.warmupTime());
    double lostWork = in(SECOND, inputs.lostWork());
    Recovery.Tax tax =
        Recovery.preemptionTax(
            in(BYTE, inputs.checkpointBytes()),
            in(BYTE_PER_SECOND, profile.checkpointWriteBw()),
            restart,
            warmup,
            lostWork,
            in(PER_SECOND, inputs.preemptionRate()),
            inputs.nDevices(),
            in(USD_PER_SECOND, inputs.deviceHourRate()));
    return new PreemptionTaxResult(
        of(lostWork, SECOND),
        of(restart, SECOND),
        of(tax.reload(), SECOND),
        of(warmup, SECOND),
        of(tax.relaunch(), SECOND),
        of(tax.perEvent(), SECOND),
        of(tax.costPerEvent(), USD),
        tax.eventsPerDay(),
        of(tax.lostPerDay(), SECOND),
        tax.acceleratorHoursPerDay(),
        List.of(
            "A preemption announces itself: nothing is charged for noticing it.",
            "The checkpoint is read back at the rate at which it is written."));
  }
}

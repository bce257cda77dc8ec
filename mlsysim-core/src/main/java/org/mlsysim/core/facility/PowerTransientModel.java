package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.WATT;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.measure.Quantity;
import javax.measure.quantity.ElectricCurrent;
import javax.measure.quantity.ElectricInductance;
import javax.measure.quantity.ElectricPotential;
import javax.measure.quantity.Power;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.PowerRamp;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.facility.PowerTransient;

/**
 * A load step that all devices take at once: the droop of the rail and the ramp of the cluster.
 *
 * <pre>
 * dI = (P_high - P_low) / V;  dV_k = L · dI / t_k
 * ramp = n · (P_high - P_low) / window
 * </pre>
 *
 * <p>A droop of the whole rail or more means that the rail would collapse; the numbers stay, as
 * they are the diagnosis.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What voltage droop and what cluster ramp follow from a synchronised load step?",
    equation = "dV = L · (dP / V) / t; ramp = n · dP / window")
public final class PowerTransientModel
    extends BaseModel<PowerTransientModel.Inputs, PowerTransientModel.PowerTransientResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "power of one device after the step", unit = "W", range = "[0, inf)")
          Quantity<Power> highPower,
      @Port(doc = "power of one device before it", unit = "W", range = "[0, inf)")
          Quantity<Power> lowPower,
      @Port(doc = "voltage of the rail", unit = "V", range = "(0, inf)")
          Quantity<ElectricPotential> railVoltage,
      @Port(doc = "inductance of the supply loop", unit = "H", range = "[0, inf)")
          Quantity<ElectricInductance> loopInductance,
      @Port(doc = "time that the current takes to rise, by name", unit = "s", range = "(0, inf)")
          Map<String, Quantity<Time>> riseTimes,
      @Port(doc = "devices that step together", range = "[0, inf)") int nDevices,
      @Port(doc = "time that the cluster takes for its step", unit = "s", range = "(0, inf)")
          Quantity<Time> rampWindow) {

    public Inputs {
      riseTimes = Tables.copyOf(riseTimes);
      if (in(WATT, lowPower) > in(WATT, highPower)) {
        throw BadInputException.conflict(
            "low_power",
            "low_power is %s, above high_power %s."
                .formatted(Units.text(lowPower), Units.text(highPower)));
      }
    }

    /** Names the inputs one by one; all are required. */
    public static PowerTransientModelInputsBuilder builder() {
      return new PowerTransientModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record PowerTransientResult(
      @Port(doc = "step of one device", unit = "W") Quantity<Power> powerStep,
      @Port(doc = "step of its current", unit = "A") Quantity<ElectricCurrent> currentStep,
      @Port(doc = "voltage droop by rise time", unit = "V")
          Map<String, Quantity<ElectricPotential>> droop,
      @Port(doc = "droop as a share of the rail, by rise time") Map<String, Double> droopShare,
      @Port(doc = "step of the cluster", unit = "W") Quantity<Power> clusterPowerStep,
      @Port(doc = "change of the cluster's power", unit = "W/s") Quantity<PowerRamp> rampRate,
      @Port(verdict = true, doc = "whether the rail holds at every rise time") boolean feasible,
      @Port(doc = "why it does not; empty when it does") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public PowerTransientResult {
      droop = Tables.copyOf(droop);
      droopShare = Tables.copyOf(droopShare);
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public PowerTransientModel() {
    super(MethodHandles.lookup(), Inputs.class, PowerTransientResult.class);
  }

  @Override
  public PowerTransientResult solve(Inputs inputs) {
    double rail = in(BaseUnits.VOLT, inputs.railVoltage());
    double inductance = in(BaseUnits.HENRY, inputs.loopInductance());
    PowerTransient.Step step =
        PowerTransient.step(
            in(WATT, inputs.highPower()),
            in(WATT, inputs.lowPower()),
            rail,
            inputs.nDevices(),
            in(SECOND, inputs.rampWindow()));
    Map<String, Quantity<ElectricPotential>> droop =
        Tables.each(
            inputs.riseTimes(),
            rise ->
                of(
                    PowerTransient.droop(inductance, step.currentStep(), in(SECOND, rise)),
                    BaseUnits.VOLT));
    Map<String, Double> share =
        Tables.each(droop, each -> PowerTransient.droopShare(in(BaseUnits.VOLT, each), rail));
    List<String> trace = new ArrayList<>();
    share.forEach(
        (name, value) -> {
          if (value >= 1) {
            trace.add(
                "The droop at %s is %s of the rail: it would collapse."
                    .formatted(name, Units.number(value)));
          }
        });
    return new PowerTransientResult(
        of(step.powerStep(), WATT),
        of(step.currentStep(), BaseUnits.AMPERE),
        droop,
        share,
        of(step.clusterPowerStep(), WATT),
        of(step.rampRate(), BaseUnits.WATT_PER_SECOND),
        trace.isEmpty(),
        trace,
        List.of("Inductance alone: resistance and decoupling are not modelled."));
  }
}

package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.WATT;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.facility.DutyCycledPower;

/**
 * The average power of stages that are each active part of the time.
 *
 * <pre>P = sum over k of P_k · d_k;  reduction = P_ref / P</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What is the average power of stages that are active part of the time?",
    equation = "P = sum over k: P_k · d_k")
public final class DutyCycledPowerModel
    extends BaseModel<DutyCycledPowerModel.Inputs, DutyCycledPowerModel.DutyCycledPowerResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "power while active, by stage", unit = "W", range = "[0, inf)")
          Map<String, Quantity<Power>> powers,
      @Port(doc = "share of the time that a stage is active, by stage", range = "[0, 1]")
          Map<String, Double> dutyCycles,
      @Port(doc = "power to compare with", unit = "W", range = "(0, inf)")
          Quantity<Power> referencePower) {

    public Inputs {
      powers = Tables.copyOf(powers);
      dutyCycles = Tables.copyOf(dutyCycles);
      if (powers.isEmpty()) {
        throw BadInputException.refused("powers", "empty", "give at least one stage.");
      }
      refuseOthers(powers.keySet(), dutyCycles.keySet());
    }

    private static void refuseOthers(Set<String> powers, Set<String> dutyCycles) {
      Set<String> missing = new TreeSet<>(powers);
      missing.removeAll(dutyCycles);
      Set<String> extra = new TreeSet<>(dutyCycles);
      extra.removeAll(powers);
      if (!missing.isEmpty() || !extra.isEmpty()) {
        throw BadInputException.conflict(
            "duty_cycles",
            "duty_cycles must name the stages of powers: missing %s, extra %s."
                .formatted(missing, extra));
      }
    }

    /** Names the inputs one by one; all are required. */
    public static DutyCycledPowerModelInputsBuilder builder() {
      return new DutyCycledPowerModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record DutyCycledPowerResult(
      @Port(doc = "part of the average, by stage", unit = "W")
          Map<String, Quantity<Power>> contributions,
      @Port(doc = "average power", unit = "W") Quantity<Power> averagePower,
      @Port(doc = "how many times less than the reference; absent when nothing is drawn")
          Optional<Double> reduction,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public DutyCycledPowerResult {
      contributions = Tables.copyOf(contributions);
      caveats = List.copyOf(caveats);
    }
  }

  public DutyCycledPowerModel() {
    super(MethodHandles.lookup(), Inputs.class, DutyCycledPowerResult.class);
  }

  @Override
  public DutyCycledPowerResult solve(Inputs inputs) {
    int stages = inputs.powers().size();
    double[] powers = new double[stages];
    double[] dutyCycles = new double[stages];
    Map<String, Quantity<Power>> contributions = new LinkedHashMap<>();
    int k = 0;
    // The order of powers is the order of the sum.
    for (Map.Entry<String, Quantity<Power>> stage : inputs.powers().entrySet()) {
      powers[k] = in(WATT, stage.getValue());
      dutyCycles[k] = inputs.dutyCycles().getOrDefault(stage.getKey(), 0.0);
      contributions.put(
          stage.getKey(), of(DutyCycledPower.contribution(powers[k], dutyCycles[k]), WATT));
      k++;
    }
    double average = DutyCycledPower.average(powers, dutyCycles);
    Optional<Double> reduction =
        Forms.value(DutyCycledPower.reduction(in(WATT, inputs.referencePower()), average));
    return new DutyCycledPowerResult(
        contributions,
        of(average, WATT),
        reduction,
        reduction.isPresent() ? List.of() : List.of("The stages draw nothing; no reduction."));
  }
}

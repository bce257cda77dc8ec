package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.WATT;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Power;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.CarbonIntensity;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.facility.AccountingCalendar;
import org.mlsysim.physics.facility.EmbodiedCarbon;

/**
 * How long a more efficient replacement takes to repay the carbon of making it.
 *
 * <pre>avoided_k = P · f · 1 d · CI_k;  T_k = C_dev / avoided_k · 1 d</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How long until a more efficient replacement repays its manufacturing carbon?",
    equation = "T = C_dev / (P · f · CI)",
    sources = "Gupta et al. (2022), ACT, ISCA")
public final class EmbodiedPaybackModel
    extends BaseModel<EmbodiedPaybackModel.Inputs, EmbodiedPaybackModel.EmbodiedPaybackResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "emissions of making the replacement", unit = "kg", range = "[0, inf)")
          Quantity<Mass> embodied,
      @Port(doc = "power of the device replaced", unit = "W", range = "(0, inf)")
          Quantity<Power> devicePower,
      @Port(doc = "share of that power that is saved", range = "[0, 1]") double savedFraction,
      @Port(doc = "carbon intensity by name of grid", unit = "g/kWh", range = "[0, inf)")
          Map<String, Quantity<CarbonIntensity>> intensities) {

    public Inputs {
      intensities = Tables.copyOf(intensities);
    }

    /** Names the inputs one by one; all are required. */
    public static EmbodiedPaybackModelInputsBuilder builder() {
      return new EmbodiedPaybackModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record EmbodiedPaybackResult(
      @Port(doc = "power saved", unit = "W") Quantity<Power> savedPower,
      @Port(doc = "energy saved in a day", unit = "J") Quantity<Energy> savedEnergyPerDay,
      @Port(doc = "carbon avoided in a day, by grid", unit = "kg")
          Map<String, Quantity<Mass>> avoidedPerDay,
      @Port(
              doc = "time until the replacement is repaid, by grid; absent where it never is",
              unit = "s")
          Map<String, Quantity<Time>> payback,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public EmbodiedPaybackResult {
      avoidedPerDay = Tables.copyOf(avoidedPerDay);
      payback = Tables.copyOf(payback);
      caveats = List.copyOf(caveats);
    }
  }

  public EmbodiedPaybackModel() {
    super(MethodHandles.lookup(), Inputs.class, EmbodiedPaybackResult.class);
  }

  @Override
  public EmbodiedPaybackResult solve(Inputs inputs) {
    double embodied = in(KILOGRAM, inputs.embodied());
    double saved = in(WATT, inputs.devicePower()) * inputs.savedFraction();
    Map<String, Quantity<Mass>> avoided =
        Tables.each(
            inputs.intensities(),
            each ->
                of(
                    EmbodiedCarbon.avoidedPerDay(saved, in(BaseUnits.KILOGRAM_PER_JOULE, each)),
                    KILOGRAM));
    Map<String, Quantity<Time>> payback =
        Tables.present(
            avoided,
            each -> Forms.quantity(EmbodiedCarbon.payback(embodied, in(KILOGRAM, each)), SECOND));
    List<String> caveats = new ArrayList<>();
    caveats.add("Device power alone: PUE is not applied and would shorten the payback.");
    if (payback.size() < avoided.size()) {
      caveats.add("Where nothing is avoided, the replacement is never repaid.");
    }
    return new EmbodiedPaybackResult(
        of(saved, WATT), of(saved * AccountingCalendar.DAY, JOULE), avoided, payback, caveats);
  }
}

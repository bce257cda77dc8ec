package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.LITRE;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Volume;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.WaterIntensity;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.facility.GridEmissions;

/**
 * How much water an IT energy takes under each water usage effectiveness.
 *
 * <pre>V_k = E_it · WUE_k</pre>
 *
 * <p>WUE has the energy of the IT equipment below the line, not that of the facility.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much water does an IT energy cost under each water usage effectiveness?",
    equation = "V = E_it · WUE",
    sources = "The Green Grid (2011), Water Usage Effectiveness, White Paper 35")
public final class WaterUseModel
    extends BaseModel<WaterUseModel.Inputs, WaterUseModel.WaterUseResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "energy of the IT equipment", unit = "kWh", range = "[0, inf)")
          Quantity<Energy> itEnergy,
      @Port(doc = "water usage effectiveness by name", unit = "L/kWh", range = "[0, inf)")
          Map<String, Quantity<WaterIntensity>> wue) {

    public Inputs {
      wue = Tables.copyOf(wue);
    }

    /** Names the inputs one by one; all are required. */
    public static WaterUseModelInputsBuilder builder() {
      return new WaterUseModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record WaterUseResult(
      @Port(doc = "water by name", unit = "L") Map<String, Quantity<Volume>> water,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public WaterUseResult {
      water = Tables.copyOf(water);
      caveats = List.copyOf(caveats);
    }
  }

  public WaterUseModel() {
    super(MethodHandles.lookup(), Inputs.class, WaterUseResult.class);
  }

  @Override
  public WaterUseResult solve(Inputs inputs) {
    return new WaterUseResult(water(in(JOULE, inputs.itEnergy()), inputs.wue()), List.of());
  }

  /** Water that an IT energy [J] takes, by name. */
  static Map<String, Quantity<Volume>> water(
      double itEnergy, Map<String, Quantity<WaterIntensity>> wue) {
    return Tables.each(
        wue, each -> of(GridEmissions.water(itEnergy, in(BaseUnits.LITRE_PER_JOULE, each)), LITRE));
  }
}

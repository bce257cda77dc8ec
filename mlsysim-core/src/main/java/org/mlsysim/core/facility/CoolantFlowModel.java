package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.WATT;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import javax.measure.quantity.Temperature;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.MassFlow;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.units.VolumeFlow;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.physics.facility.Coolant;
import org.mlsysim.physics.facility.CoolantFlow;

/**
 * How much coolant carries a heat at a temperature rise; steady state, no phase change.
 *
 * <pre>m = Q / (c_p · dT);  V = m / rho</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much coolant carries this heat at this temperature rise?",
    equation = "m = Q / (c_p · dT); V = m / rho",
    sources = {
      "Incropera, DeWitt (2007), Fundamentals of Heat and Mass Transfer, 6th ed.",
      "ASHRAE TC 9.9 (2021), Thermal Guidelines for Data Processing Environments, 5th ed."
    })
public final class CoolantFlowModel
    extends BaseModel<CoolantFlowModel.Inputs, CoolantFlowModel.CoolantFlowResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "heat to carry away", unit = "W", range = "[0, inf)") Quantity<Power> heatLoad,
      @Port(doc = "by how much the coolant warms, a difference", unit = "K", range = "(0, inf)")
          Quantity<Temperature> temperatureRise,
      @Port(doc = "what carries the heat", defaultValue = "air") Coolant coolant) {

    public Inputs {
      // Converted as a temperature, 10 degC would be 283 K.
      if (!temperatureRise.getUnit().getConverterTo(BaseUnits.KELVIN).isLinear()) {
        throw BadInputException.refused(
            "temperature_rise", Units.text(temperatureRise), "give a difference in K.");
      }
    }

    /** Names the inputs one by one; all but the coolant are required. */
    public static CoolantFlowModelInputsBuilder builder() {
      return new CoolantFlowModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record CoolantFlowResult(
      @Port(doc = "mass of coolant", unit = "kg/s") Quantity<MassFlow> massFlow,
      @Port(doc = "volume of coolant", unit = "L/s") Quantity<VolumeFlow> volumeFlow,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public CoolantFlowResult {
      caveats = List.copyOf(caveats);
    }
  }

  public CoolantFlowModel() {
    super(MethodHandles.lookup(), Inputs.class, CoolantFlowResult.class);
  }

  @Override
  public CoolantFlowResult solve(Inputs inputs) {
    double mass =
        CoolantFlow.massFlow(
            in(WATT, inputs.heatLoad()),
            inputs.coolant().specificHeat(),
            in(BaseUnits.KELVIN, inputs.temperatureRise()));
    return new CoolantFlowResult(
        of(mass, BaseUnits.KILOGRAM_PER_SECOND),
        of(CoolantFlow.volumeFlow(mass, inputs.coolant().density()), BaseUnits.LITRE_PER_SECOND),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, CoolantFlowResult result) {
    return List.of(
        new Explanation(
            "mass_flow",
            in(BaseUnits.KILOGRAM_PER_SECOND, result.massFlow()),
            "kg/s",
            List.of(
                Term.given("heat", "Q", in(WATT, inputs.heatLoad()), "W"),
                Term.given("specific heat", "c_p", inputs.coolant().specificHeat(), "J/kg/K")
                    .from("Incropera, DeWitt (2007)"),
                Term.given(
                    "temperature rise",
                    "dT",
                    in(BaseUnits.KELVIN, inputs.temperatureRise()),
                    "K"))));
  }
}

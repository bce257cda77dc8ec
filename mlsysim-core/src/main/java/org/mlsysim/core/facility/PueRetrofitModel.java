package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.WATT;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Power;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.EnergyPrice;
import org.mlsysim.api.units.Money;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.physics.facility.PueRetrofit;

/**
 * What a better power usage effectiveness saves at an unchanged IT load.
 *
 * <pre>saved = P_it · (PUE_before - PUE_after);  cost = saved · T · price</pre>
 *
 * <p>A worse one gives negative savings.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does a lower PUE save at a fixed IT load?",
    equation = "cost = P_it · (PUE_before - PUE_after) · T · price",
    sources = {
      "Barroso, Hölzle, Ranganathan (2018), The Datacenter as a Computer, 3rd ed.",
      "The Green Grid (2012), PUE, White Paper 49"
    })
public final class PueRetrofitModel
    extends BaseModel<PueRetrofitModel.Inputs, PueRetrofitModel.PueRetrofitResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "power of the IT equipment", unit = "W", range = "[0, inf)")
          Quantity<Power> itPower,
      @Port(doc = "power usage effectiveness before", range = "[1, inf)") double pueBefore,
      @Port(doc = "power usage effectiveness after", range = "[1, inf)") double pueAfter,
      @Port(doc = "time over which it saves", unit = "year", range = "[0, inf)")
          Quantity<Time> period,
      @Port(doc = "price of electricity", unit = "USD/kWh", range = "[0, inf)")
          Quantity<EnergyPrice> electricityPrice) {

    /** Names the inputs one by one; all are required. */
    public static PueRetrofitModelInputsBuilder builder() {
      return new PueRetrofitModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record PueRetrofitResult(
      @Port(doc = "drawn from the grid before", unit = "W") Quantity<Power> facilityPowerBefore,
      @Port(doc = "drawn from the grid after", unit = "W") Quantity<Power> facilityPowerAfter,
      @Port(doc = "power saved", unit = "W") Quantity<Power> savedPower,
      @Port(doc = "energy saved", unit = "J") Quantity<Energy> savedEnergy,
      @Port(doc = "electricity bill saved", unit = "USD") Quantity<Money> savedCost,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public PueRetrofitResult {
      caveats = List.copyOf(caveats);
    }
  }

  public PueRetrofitModel() {
    super(MethodHandles.lookup(), Inputs.class, PueRetrofitResult.class);
  }

  @Override
  public PueRetrofitResult solve(Inputs inputs) {
    PueRetrofit.Saving saving =
        PueRetrofit.of(
            in(WATT, inputs.itPower()),
            inputs.pueBefore(),
            inputs.pueAfter(),
            in(SECOND, inputs.period()),
            in(BaseUnits.USD_PER_JOULE, inputs.electricityPrice()));
    return new PueRetrofitResult(
        of(saving.powerBefore(), WATT),
        of(saving.powerAfter(), WATT),
        of(saving.savedPower(), WATT),
        of(saving.savedEnergy(), JOULE),
        of(saving.savedCost(), USD),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, PueRetrofitResult result) {
    return List.of(
        new Explanation(
            "saved_cost",
            in(USD, result.savedCost()),
            "USD",
            List.of(
                Term.computed(
                    "energy saved",
                    "E",
                    "(P - P') · T",
                    in(JOULE, result.savedEnergy()),
                    "J",
                    Term.computed(
                        "drawn before",
                        "P",
                        "P_it · PUE",
                        in(WATT, result.facilityPowerBefore()),
                        "W",
                        Term.given("IT power", "P_it", in(WATT, inputs.itPower()), "W"),
                        Term.given("effectiveness before", "PUE", inputs.pueBefore(), "")),
                    Term.computed(
                        "drawn after",
                        "P'",
                        "P_it · PUE",
                        in(WATT, result.facilityPowerAfter()),
                        "W",
                        Term.given("IT power", "P_it", in(WATT, inputs.itPower()), "W"),
                        Term.given("effectiveness after", "PUE", inputs.pueAfter(), "")),
                    Term.given("period", "T", in(SECOND, inputs.period()), "s")),
                Term.given(
                    "price of electricity",
                    "price",
                    in(BaseUnits.USD_PER_JOULE, inputs.electricityPrice()),
                    "USD/J"))));
  }
}

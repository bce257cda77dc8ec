package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.WATT;
import static org.mlsysim.api.units.Units.in;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;
import org.mlsysim.physics.facility.PowerChain;

/**
 * What the grid connection supplies for accelerators at a stated power.
 *
 * <pre>
 * P_acc = n · P;  P_it = P_acc · it_ratio;  P_fac = P_it · PUE
 * support = P_it - P_acc;  overhead = P_fac - P_it
 * </pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What must the grid connection supply for these accelerators?",
    equation = "P_fac = n · P · it_ratio · PUE",
    sources = {
      "Barroso, Hölzle, Ranganathan (2018), The Datacenter as a Computer, 3rd ed.",
      "The Green Grid (2012), PUE, White Paper 49"
    })
public final class FacilityPowerModel
    extends BaseModel<FacilityPowerModel.Inputs, FacilityPowerModel.FacilityPowerResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "accelerators", range = "[0, inf)") double devices,
      @Port(doc = "power of one accelerator", unit = "W", range = "[0, inf)")
          Quantity<Power> devicePower,
      @Port(doc = "IT power over accelerator power", range = "[1, inf)") double itRatio,
      @Port(doc = "power usage effectiveness", range = "[1, inf)") double pue) {

    /** Names the inputs one by one; all are required. */
    public static FacilityPowerModelInputsBuilder builder() {
      return new FacilityPowerModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record FacilityPowerResult(
      @Port(doc = "drawn by the accelerators", unit = "W") Quantity<Power> acceleratorPower,
      @Port(doc = "drawn by all IT equipment", unit = "W") Quantity<Power> itPower,
      @Port(doc = "drawn from the grid", unit = "W") Quantity<Power> facilityPower,
      @Port(doc = "IT equipment other than accelerators", unit = "W") Quantity<Power> supportPower,
      @Port(doc = "cooling and conversion", unit = "W") Quantity<Power> overheadPower,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public FacilityPowerResult {
      caveats = List.copyOf(caveats);
    }

    static FacilityPowerResult of(PowerChain.Account account) {
      return new FacilityPowerResult(
          Units.of(account.acceleratorPower(), WATT),
          Units.of(account.itPower(), WATT),
          Units.of(account.facilityPower(), WATT),
          Units.of(account.supportPower(), WATT),
          Units.of(account.overheadPower(), WATT),
          List.of("Where device_power is a rating, the powers are upper bounds."));
    }
  }

  public FacilityPowerModel() {
    super(MethodHandles.lookup(), Inputs.class, FacilityPowerResult.class);
  }

  @Override
  public FacilityPowerResult solve(Inputs inputs) {
    return FacilityPowerResult.of(
        PowerChain.account(
            inputs.devices(), in(WATT, inputs.devicePower()), inputs.itRatio(), inputs.pue()));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, FacilityPowerResult result) {
    return List.of(
        new Explanation(
            "facility_power",
            in(WATT, result.facilityPower()),
            "W",
            List.of(
                Term.computed(
                    "IT power",
                    "P_it",
                    "P_acc · it_ratio",
                    in(WATT, result.itPower()),
                    "W",
                    Term.computed(
                        "accelerator power",
                        "P_acc",
                        "n · P",
                        in(WATT, result.acceleratorPower()),
                        "W",
                        Term.given("accelerators", "n", inputs.devices(), ""),
                        Term.given("power of one", "P", in(WATT, inputs.devicePower()), "W")),
                    Term.given("IT over accelerators", "it_ratio", inputs.itRatio(), "")),
                Term.given("power usage effectiveness", "PUE", inputs.pue(), ""))));
  }
}

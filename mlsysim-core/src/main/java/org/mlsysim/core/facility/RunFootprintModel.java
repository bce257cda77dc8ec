package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.WATT;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Power;
import javax.measure.quantity.Time;
import javax.measure.quantity.Volume;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.CarbonIntensity;
import org.mlsysim.api.units.WaterIntensity;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.facility.EmbodiedCarbon;
import org.mlsysim.physics.facility.PowerChain;
import org.mlsysim.physics.facility.RunFootprint;

/**
 * What one training run takes: energy, operational carbon on each grid, its share of the carbon of
 * making the devices, and water.
 *
 * <pre>
 * E_it = H · P · it_ratio;  E_fac = E_it · PUE
 * C_k = E_fac · CI_k;       C_emb = H · C_dev / L
 * share_k = C_emb / (C_k + C_emb);  V_k = E_it · WUE_k
 * </pre>
 *
 * <p>H is the time of all devices together. For the same devices, hours and grid the account equals
 * that of {@link SustainabilityModel} at full utilisation.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What energy, carbon, embodied share and water does one training run take?",
    equation = "C = H · P · it_ratio · PUE · CI; C_emb = H · C_dev / L",
    sources = {
      "Patterson et al. (2021), Carbon Emissions and Large Neural Network Training,"
          + " arXiv 2104.10350",
      "Gupta et al. (2022), ACT, ISCA",
      "Luccioni et al. (2022), Estimating the Carbon Footprint of BLOOM, arXiv 2211.02001"
    })
public final class RunFootprintModel
    extends BaseModel<RunFootprintModel.Inputs, RunFootprintModel.RunFootprintResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "devices times time", unit = "h", range = "[0, inf)") Quantity<Time> deviceHours,
      @Port(doc = "devices", range = "(0, inf)") double devices,
      @Port(doc = "power of one device", unit = "W", range = "[0, inf)")
          Quantity<Power> devicePower,
      @Port(doc = "IT power over accelerator power", range = "[1, inf)") double itRatio,
      @Port(doc = "power usage effectiveness", range = "[1, inf)") double pue,
      @Port(doc = "carbon intensity by name of grid", unit = "g/kWh", range = "[0, inf)")
          Map<String, Quantity<CarbonIntensity>> intensities,
      @Port(doc = "emissions of making one device", unit = "kg", range = "[0, inf)")
          Quantity<Mass> embodiedPerDevice,
      @Port(doc = "time from purchase to retirement", unit = "year", range = "(0, inf)")
          Quantity<Time> serviceLife,
      @Port(
              doc = "water usage effectiveness by name",
              unit = "L/kWh",
              defaultValue = "",
              range = "[0, inf)")
          Map<String, Quantity<WaterIntensity>> wue) {

    public Inputs {
      intensities = Tables.copyOf(intensities);
      wue = Tables.copyOf(wue);
    }

    /** Names the inputs one by one; all but the water usage effectiveness are required. */
    public static RunFootprintModelInputsBuilder builder() {
      return new RunFootprintModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record RunFootprintResult(
      @Port(doc = "power of the devices and what stands behind it")
          FacilityPowerModel.FacilityPowerResult power,
      @Port(doc = "time of the run", unit = "s") Quantity<Time> duration,
      @Port(doc = "energy of the devices", unit = "J") Quantity<Energy> acceleratorEnergy,
      @Port(doc = "energy of the IT equipment", unit = "J") Quantity<Energy> itEnergy,
      @Port(doc = "energy of the facility", unit = "J") Quantity<Energy> facilityEnergy,
      @Port(doc = "operational carbon by grid", unit = "kg") Map<String, Quantity<Mass>> carbon,
      @Port(doc = "emissions of making all devices", unit = "kg")
          Quantity<Mass> embodiedManufactured,
      @Port(doc = "part of them charged to the run", unit = "kg") Quantity<Mass> embodiedAllocated,
      @Port(doc = "embodied part of the footprint by grid; absent where nothing is emitted")
          Map<String, Double> embodiedShare,
      @Port(doc = "water by name", unit = "L") Map<String, Quantity<Volume>> water,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public RunFootprintResult {
      carbon = Tables.copyOf(carbon);
      embodiedShare = Tables.copyOf(embodiedShare);
      water = Tables.copyOf(water);
      caveats = List.copyOf(caveats);
    }
  }

  public RunFootprintModel() {
    super(MethodHandles.lookup(), Inputs.class, RunFootprintResult.class);
  }

  @Override
  public RunFootprintResult solve(Inputs inputs) {
    double power = in(WATT, inputs.devicePower());
    RunFootprint.Account account =
        RunFootprint.of(
            new RunFootprint.Inputs(
                in(SECOND, inputs.deviceHours()),
                inputs.devices(),
                power,
                inputs.itRatio(),
                inputs.pue(),
                in(KILOGRAM, inputs.embodiedPerDevice()),
                in(SECOND, inputs.serviceLife())));
    Map<String, Quantity<Mass>> carbon =
        GridPlacementModel.carbon(account.facilityEnergy(), inputs.intensities());
    return new RunFootprintResult(
        FacilityPowerModel.FacilityPowerResult.of(
            PowerChain.account(inputs.devices(), power, inputs.itRatio(), inputs.pue())),
        of(account.duration(), SECOND),
        of(account.acceleratorEnergy(), JOULE),
        of(account.itEnergy(), JOULE),
        of(account.facilityEnergy(), JOULE),
        carbon,
        of(account.embodiedManufactured(), KILOGRAM),
        of(account.embodiedCharged(), KILOGRAM),
        Tables.present(
            carbon,
            each ->
                Forms.value(EmbodiedCarbon.share(in(KILOGRAM, each), account.embodiedCharged()))),
        WaterUseModel.water(account.itEnergy(), inputs.wue()),
        List.of("The embodied charge assumes full use of the devices over their service life."));
  }
}

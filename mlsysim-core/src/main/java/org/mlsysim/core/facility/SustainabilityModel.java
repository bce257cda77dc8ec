package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.LITRE;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Time;
import javax.measure.quantity.Volume;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.infrastructure.Environment;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.core.form.FleetUse;
import org.mlsysim.physics.facility.FleetFootprint;

/**
 * What a fleet's use takes from the planet: energy, carbon, water.
 *
 * <pre>
 * P_it = tdp · (0.30 + 0.70 · mfu) · N · it_ratio
 * E_it = P_it · T;  E_fac = E_it · PUE
 * V = E_it · WUE;   C = E_fac · CI + C_made · T / L
 * </pre>
 *
 * <p>PUE, WUE and carbon intensity come from one environment: the datacenter given, else the grid
 * given, else where the fleet stands, else a default grid. Water follows the energy of the IT
 * equipment, as WUE is defined.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much energy, carbon and water does this fleet use over this many days?",
    walls = "Sustainability",
    equation = "C = E_fac · CI + C_made · T / L; E_fac = P_it · T · PUE; V = E_it · WUE",
    sources = {
      "Patterson et al. (2021), Carbon Emissions and Large Neural Network Training,"
          + " arXiv 2104.10350",
      "Wu et al. (2022), Sustainable AI, arXiv 2111.00364",
      "Gupta et al. (2022), ACT, ISCA",
      "The Green Grid (2011), Water Usage Effectiveness, White Paper 35",
      "Barroso, Hölzle (2007), The Case for Energy-Proportional Computing, IEEE Computer 40(12)"
    })
public final class SustainabilityModel
    extends BaseModel<SustainabilityModel.Inputs, SustainabilityModel.SustainabilityResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the fleet") Fleet fleet,
      @Port(doc = "days of use", unit = "d", range = "[0, inf)") Quantity<Time> durationDays,
      @Port(doc = "where the fleet stands: a datacenter, or a grid")
          Optional<Environment> datacenter,
      @Port(doc = "grid that feeds it") Optional<GridProfile> grid,
      @Port(doc = "grid where neither inputs nor fleet state one", defaultValue = "US_Avg")
          GridProfile defaultGrid,
      @Port(doc = "utilisation", defaultValue = "1", range = "[0, 1]") double mfu,
      @Port(doc = "IT power over accelerator power", defaultValue = "1", range = "[1, 3]")
          double itRatio,
      @Port(
              doc = "emissions of making one accelerator; charged where given",
              unit = "kg",
              range = "[0, inf)")
          Optional<Quantity<Mass>> embodiedCarbonPerDevice,
      @Port(doc = "charge the emissions on record where none are given", defaultValue = "false")
          boolean includeEmbodied,
      @Port(
              doc = "years from purchase to retirement",
              unit = "year",
              defaultValue = "4 year",
              range = "(0, 50]")
          Quantity<Time> serviceLifeYears) {

    public Inputs {
      FleetUse.check(fleet, datacenter, grid, embodiedCarbonPerDevice, includeEmbodied);
    }

    /** Names the inputs one by one; all but fleet and duration have defaults. */
    public static SustainabilityModelInputsBuilder builder() {
      return new SustainabilityModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record SustainabilityResult(
      @Port(doc = "energy of the IT equipment", unit = "kWh") Quantity<Energy> itEnergyKwh,
      @Port(doc = "energy of the facility", unit = "kWh") Quantity<Energy> totalEnergyKwh,
      @Port(doc = "operational carbon and embodied charge", unit = "kg")
          Quantity<Mass> carbonFootprintKg,
      @Port(doc = "water", unit = "L") Quantity<Volume> waterUsageLiters,
      @Port(doc = "power usage effectiveness applied") double pue,
      @Port(doc = "the grid's display name") String regionName,
      @Port(doc = "embodied carbon charged to this use", unit = "kg")
          Quantity<Mass> embodiedCarbonKg,
      @Port(doc = "carbon of the electricity", unit = "kg") Quantity<Mass> operationalCarbonKg,
      @Port(doc = "emissions of making all accelerators", unit = "kg")
          Quantity<Mass> embodiedManufacturedKg,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public SustainabilityResult {
      caveats = List.copyOf(caveats);
    }
  }

  public SustainabilityModel() {
    super(MethodHandles.lookup(), Inputs.class, SustainabilityResult.class);
  }

  @Override
  public SustainabilityResult solve(Inputs inputs) {
    FleetUse use = use(inputs);
    FleetFootprint.Footprint footprint = use.footprint();
    return new SustainabilityResult(
        BaseUnits.kilowattHours(footprint.itEnergy()),
        BaseUnits.kilowattHours(footprint.facilityEnergy()),
        of(footprint.carbon(), KILOGRAM),
        of(footprint.water(), LITRE),
        use.environment().effectivePue(),
        use.environment().grid().name(),
        of(footprint.embodiedCharged(), KILOGRAM),
        of(footprint.operationalCarbon(), KILOGRAM),
        of(footprint.embodiedManufactured(), KILOGRAM),
        use.caveats());
  }

  private static FleetUse use(Inputs inputs) {
    return new FleetUse(
        inputs.fleet(),
        inputs.durationDays(),
        inputs.datacenter(),
        inputs.grid(),
        inputs.defaultGrid(),
        inputs.mfu(),
        inputs.itRatio(),
        inputs.embodiedCarbonPerDevice(),
        inputs.includeEmbodied(),
        inputs.serviceLifeYears());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, SustainabilityResult result) {
    return FootprintTerms.explain(inputs, use(inputs), result);
  }
}

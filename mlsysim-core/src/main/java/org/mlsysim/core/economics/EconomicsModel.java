package org.mlsysim.core.economics;

import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.LITRE;
import static org.mlsysim.api.units.Units.USD;
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
import org.mlsysim.api.units.EnergyPrice;
import org.mlsysim.api.units.Money;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.core.form.FleetUse;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.economics.ElectricityPrice;
import org.mlsysim.physics.economics.FleetCost;
import org.mlsysim.physics.facility.FleetFootprint;

/**
 * What it costs to own and run a fleet over a time; the one TCO law of mlsysim.
 *
 * <pre>
 * CapEx = c · N · m
 * TCO   = CapEx · T / A + CapEx · 0.05 · T / year + E_fac · price
 * </pre>
 *
 * <p>Energy and environment are those of {@link org.mlsysim.core.facility.SustainabilityModel}; the
 * price of electricity is the argument, else the datacenter's, else the grid's, else 0.12 USD/kWh.
 * Without a price of the accelerator only the cost of energy has a value.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does it cost to own and run this fleet for this many days?",
    walls = "Capital",
    equation = "TCO = CapEx · T / A + CapEx · 0.05 · T / year + E_fac · price",
    sources = {
      "Barroso, Hölzle, Ranganathan (2018), The Datacenter as a Computer, 3rd ed.",
      "Barroso, Hölzle (2007), The Case for Energy-Proportional Computing, IEEE Computer 40(12)"
    })
public final class EconomicsModel
    extends BaseModel<EconomicsModel.Inputs, EconomicsModel.EconomicsResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the fleet") Fleet fleet,
      @Port(doc = "days of use", unit = "d", range = "[0, inf)") Quantity<Time> durationDays,
      @Port(
              doc = "price of electricity; that of the environment when absent",
              unit = "USD/kWh",
              range = "[0, inf)")
          Optional<Quantity<EnergyPrice>> kwhPrice,
      @Port(doc = "where the fleet stands: a datacenter, or a grid")
          Optional<Environment> datacenter,
      @Port(doc = "grid that feeds it") Optional<GridProfile> grid,
      @Port(doc = "grid where neither inputs nor fleet state one", defaultValue = "US_Avg")
          GridProfile defaultGrid,
      @Port(doc = "utilisation", defaultValue = "1", range = "[0, 1]") double mfu,
      @Port(
              doc = "years over which the purchase is written off",
              unit = "year",
              defaultValue = "3 year",
              range = "(0, 50]")
          Quantity<Time> amortizationYears,
      @Port(
              doc = "what is bought over the price of the accelerators",
              defaultValue = "1",
              range = "[1, 10]")
          double infrastructureMultiplier,
      @Port(
              doc = "price of one accelerator; that on record when absent",
              unit = "USD",
              range = "[0, inf)")
          Optional<Quantity<Money>> unitCost,
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
    public static EconomicsModelInputsBuilder builder() {
      return new EconomicsModelInputsBuilder();
    }

    FleetUse use() {
      return new FleetUse(
          fleet,
          durationDays,
          datacenter,
          grid,
          defaultGrid,
          mfu,
          itRatio,
          embodiedCarbonPerDevice,
          includeEmbodied,
          serviceLifeYears);
    }
  }

  /** What the model produces; money that needs a price of the accelerator is absent without. */
  public record EconomicsResult(
      @Port(doc = "share of the purchase written off", unit = "USD")
          Optional<Quantity<Money>> capexUsd,
      @Port(doc = "cost of electricity", unit = "USD") Quantity<Money> opexEnergyUsd,
      @Port(doc = "cost of maintenance", unit = "USD") Optional<Quantity<Money>> opexMaintenanceUsd,
      @Port(doc = "electricity and maintenance", unit = "USD")
          Optional<Quantity<Money>> totalOpexUsd,
      @Port(doc = "total cost of ownership", unit = "USD") Optional<Quantity<Money>> tcoUsd,
      @Port(doc = "energy of the IT equipment", unit = "kWh") Quantity<Energy> itEnergyKwh,
      @Port(doc = "energy of the facility", unit = "kWh") Quantity<Energy> totalEnergyKwh,
      @Port(doc = "operational carbon and embodied charge", unit = "kg")
          Quantity<Mass> carbonFootprintKg,
      @Port(doc = "water", unit = "L") Quantity<Volume> waterUsageLiters,
      @Port(doc = "power usage effectiveness applied") double pue,
      @Port(doc = "the grid's display name") String regionName,
      @Port(doc = "embodied carbon charged to this use", unit = "kg")
          Quantity<Mass> embodiedCarbonKg,
      @Port(doc = "whether the accelerator has a price") boolean priced,
      @Port(doc = "price of electricity applied", unit = "USD/kWh") Quantity<EnergyPrice> kwhPrice,
      @Port(doc = "who states that price") ElectricityPrice.Source kwhPriceSource,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public EconomicsResult {
      caveats = List.copyOf(caveats);
    }
  }

  public EconomicsModel() {
    super(MethodHandles.lookup(), Inputs.class, EconomicsResult.class);
  }

  @Override
  public EconomicsResult solve(Inputs inputs) {
    FleetUse use = inputs.use();
    FleetFootprint.Footprint footprint = use.footprint();
    PriceOfElectricity price = PriceOfElectricity.of(inputs.kwhPrice(), use.environment());
    FleetCost.Cost cost = FleetBill.cost(inputs, footprint, price);
    return new EconomicsResult(
        Forms.quantity(cost.capital(), USD),
        of(cost.energy(), USD),
        Forms.quantity(cost.maintenance(), USD),
        Forms.quantity(cost.opex(), USD),
        Forms.quantity(cost.tco(), USD),
        BaseUnits.kilowattHours(footprint.itEnergy()),
        BaseUnits.kilowattHours(footprint.facilityEnergy()),
        of(footprint.carbon(), KILOGRAM),
        of(footprint.water(), LITRE),
        use.environment().effectivePue(),
        use.environment().grid().name(),
        of(footprint.embodiedCharged(), KILOGRAM),
        cost.priced(),
        price.perKwh(),
        price.source(),
        FleetBill.caveats(inputs, price));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, EconomicsResult result) {
    FleetFootprint.Footprint footprint = inputs.use().footprint();
    PriceOfElectricity price = PriceOfElectricity.of(inputs.kwhPrice(), inputs.use().environment());
    return List.of(CostTerms.of(inputs, footprint, price));
  }
}

package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Mass;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.CarbonIntensity;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.facility.GridEmissions;

/**
 * What an energy emits on each grid, before and after part of it is saved.
 *
 * <pre>C_k = E · CI_k · (1 - cut);  spread = max CI / min CI</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does one energy emit on each grid, before and after an efficiency gain?",
    equation = "C_k = E · CI_k · (1 - cut); spread = max CI / min CI",
    sources =
        "Patterson et al. (2021), Carbon Emissions and Large Neural Network Training,"
            + " arXiv 2104.10350")
public final class GridPlacementModel
    extends BaseModel<GridPlacementModel.Inputs, GridPlacementModel.GridPlacementResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "energy of the facility", unit = "MWh", range = "[0, inf)")
          Quantity<Energy> energy,
      @Port(doc = "carbon intensity by name of grid", unit = "g/kWh", range = "[0, inf)")
          Map<String, Quantity<CarbonIntensity>> intensities,
      @Port(doc = "share of the energy that is saved", defaultValue = "0", range = "[0, 1]")
          double energyCut) {

    public Inputs {
      intensities = Tables.copyOf(intensities);
      if (intensities.isEmpty()) {
        throw BadInputException.refused("intensities", "empty", "give at least one grid.");
      }
    }

    /** Names the inputs one by one; all but the cut are required. */
    public static GridPlacementModelInputsBuilder builder() {
      return new GridPlacementModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record GridPlacementResult(
      @Port(doc = "emissions by grid", unit = "kg") Map<String, Quantity<Mass>> emissions,
      @Port(doc = "emissions of the energy left, by grid", unit = "kg")
          Map<String, Quantity<Mass>> emissionsAfterCut,
      @Port(doc = "cleanest grid; of equal ones the first") String lowest,
      @Port(doc = "dirtiest grid; of equal ones the first") String highest,
      @Port(doc = "dirtiest over cleanest; absent when the cleanest emits nothing")
          Optional<Double> spread,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public GridPlacementResult {
      emissions = Tables.copyOf(emissions);
      emissionsAfterCut = Tables.copyOf(emissionsAfterCut);
      caveats = List.copyOf(caveats);
    }
  }

  public GridPlacementModel() {
    super(MethodHandles.lookup(), Inputs.class, GridPlacementResult.class);
  }

  @Override
  public GridPlacementResult solve(Inputs inputs) {
    Map<String, Quantity<Mass>> emissions =
        carbon(in(JOULE, inputs.energy()), inputs.intensities());
    List<String> grids = List.copyOf(inputs.intensities().keySet());
    double[] intensities =
        inputs.intensities().values().stream()
            .mapToDouble(each -> in(BaseUnits.KILOGRAM_PER_JOULE, each))
            .toArray();
    int lowest = GridEmissions.lowest(intensities);
    int highest = GridEmissions.highest(intensities);
    Optional<Double> spread =
        Forms.value(GridEmissions.spread(intensities[lowest], intensities[highest]));
    return new GridPlacementResult(
        emissions,
        Tables.each(
            emissions,
            each ->
                of(GridEmissions.carbonAfterCut(in(KILOGRAM, each), inputs.energyCut()), KILOGRAM)),
        grids.get(lowest),
        grids.get(highest),
        spread,
        spread.isPresent()
            ? List.of()
            : List.of("%s emits nothing; no spread.".formatted(grids.get(lowest))));
  }

  /** Operational carbon of an energy [J], by name of grid. */
  static Map<String, Quantity<Mass>> carbon(
      double energy, Map<String, Quantity<CarbonIntensity>> intensities) {
    return Tables.each(
        intensities,
        each -> of(GridEmissions.carbon(energy, in(BaseUnits.KILOGRAM_PER_JOULE, each)), KILOGRAM));
  }
}

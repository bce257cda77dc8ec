package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.DAY;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.facility.AccountingCalendar;
import org.mlsysim.physics.facility.ServingCrossover;

/**
 * When the energy of serving has reached an energy that is spent once, for instance on training.
 *
 * <pre>T = E_once / (requests · E_request) · 1 d</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "After how many days does serving energy equal a one-time training energy?",
    equation = "T = E_once / (requests · E_request)",
    sources =
        "Patterson et al. (2021), Carbon Emissions and Large Neural Network Training,"
            + " arXiv 2104.10350")
public final class ServingCrossoverModel
    extends BaseModel<ServingCrossoverModel.Inputs, ServingCrossoverModel.ServingCrossoverResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "energy spent once", unit = "MWh", range = "[0, inf)")
          Quantity<Energy> oneTimeEnergy,
      @Port(doc = "requests in a day", range = "[0, inf)") double requestsPerDay,
      @Port(doc = "energy of one request", unit = "Wh", range = "[0, inf)")
          Quantity<Energy> energyPerRequest) {

    /** Names the inputs one by one; all are required. */
    public static ServingCrossoverModelInputsBuilder builder() {
      return new ServingCrossoverModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record ServingCrossoverResult(
      @Port(doc = "energy of a day of serving", unit = "J") Quantity<Energy> dailyEnergy,
      @Port(doc = "days until serving has used as much; absent when a day uses nothing", unit = "d")
          Optional<Quantity<Time>> crossoverDays,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public ServingCrossoverResult {
      caveats = List.copyOf(caveats);
    }
  }

  public ServingCrossoverModel() {
    super(MethodHandles.lookup(), Inputs.class, ServingCrossoverResult.class);
  }

  @Override
  public ServingCrossoverResult solve(Inputs inputs) {
    double daily =
        ServingCrossover.dailyEnergy(inputs.requestsPerDay(), in(JOULE, inputs.energyPerRequest()));
    double crossover = ServingCrossover.crossover(in(JOULE, inputs.oneTimeEnergy()), daily);
    Optional<Quantity<Time>> days = Forms.quantity(crossover / AccountingCalendar.DAY, DAY);
    return new ServingCrossoverResult(
        of(daily, JOULE),
        days,
        days.isPresent() ? List.of() : List.of("A day of serving uses nothing; no crossover."));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, ServingCrossoverResult result) {
    return List.of(
        new Explanation(
            "daily_energy",
            in(JOULE, result.dailyEnergy()),
            "J",
            List.of(
                Term.given("requests a day", "n", inputs.requestsPerDay(), ""),
                Term.given("energy of one", "E", in(JOULE, inputs.energyPerRequest()), "J"))));
  }
}

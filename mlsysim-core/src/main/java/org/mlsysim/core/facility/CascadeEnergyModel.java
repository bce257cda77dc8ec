package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.facility.CascadeEnergy;

/**
 * The energy of a cascade that asks the edge first, against always asking the cloud.
 *
 * <pre>mean = E_edge + q · (E_tx + E_cloud);  saving = 1 - mean / (E_tx + E_cloud)</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Does an edge-first cascade save energy against always sending to the cloud?",
    equation = "saving = 1 - (E_edge + q · (E_tx + E_cloud)) / (E_tx + E_cloud)")
public final class CascadeEnergyModel
    extends BaseModel<CascadeEnergyModel.Inputs, CascadeEnergyModel.CascadeEnergyResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "energy of one pass at the edge", unit = "J", range = "[0, inf)")
          Quantity<Energy> edgeEnergy,
      @Port(doc = "energy of sending one request", unit = "J", range = "[0, inf)")
          Quantity<Energy> transmitEnergy,
      @Port(doc = "energy of one pass in the cloud", unit = "J", range = "[0, inf)")
          Quantity<Energy> cloudEnergy,
      @Port(doc = "share of requests that go on to the cloud", range = "[0, 1]")
          double escalation) {

    /** Names the inputs one by one; all are required. */
    public static CascadeEnergyModelInputsBuilder builder() {
      return new CascadeEnergyModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record CascadeEnergyResult(
      @Port(doc = "spent on escalation, on average", unit = "J") Quantity<Energy> escalatedEnergy,
      @Port(doc = "spent on a request of the cascade, on average", unit = "J")
          Quantity<Energy> meanEnergy,
      @Port(doc = "spent on a request that goes straight to the cloud", unit = "J")
          Quantity<Energy> cloudOnlyEnergy,
      @Port(
              doc =
                  "share saved, negative when the cascade loses; absent when the cloud costs nothing")
          Optional<Double> saving,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public CascadeEnergyResult {
      caveats = List.copyOf(caveats);
    }
  }

  public CascadeEnergyModel() {
    super(MethodHandles.lookup(), Inputs.class, CascadeEnergyResult.class);
  }

  @Override
  public CascadeEnergyResult solve(Inputs inputs) {
    CascadeEnergy.Energy energy =
        CascadeEnergy.of(
            in(JOULE, inputs.edgeEnergy()),
            in(JOULE, inputs.transmitEnergy()),
            in(JOULE, inputs.cloudEnergy()),
            inputs.escalation());
    Optional<Double> saving = Forms.value(energy.saving());
    return new CascadeEnergyResult(
        of(energy.escalated(), JOULE),
        of(energy.mean(), JOULE),
        of(energy.cloudOnly(), JOULE),
        saving,
        saving.isPresent()
            ? List.of()
            : List.of("Sending to the cloud costs no energy; there is nothing to save."));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, CascadeEnergyResult result) {
    return List.of(
        new Explanation(
            "mean_energy",
            in(JOULE, result.meanEnergy()),
            "J",
            List.of(
                Term.given("pass at the edge", "E_edge", in(JOULE, inputs.edgeEnergy()), "J"),
                Term.computed(
                    "escalation",
                    "E_up",
                    "e · (E_tx + E_cloud)",
                    in(JOULE, result.escalatedEnergy()),
                    "J",
                    Term.given("share that goes on", "e", inputs.escalation(), ""),
                    Term.given("sending", "E_tx", in(JOULE, inputs.transmitEnergy()), "J"),
                    Term.given(
                        "pass in the cloud", "E_cloud", in(JOULE, inputs.cloudEnergy()), "J")))));
  }
}

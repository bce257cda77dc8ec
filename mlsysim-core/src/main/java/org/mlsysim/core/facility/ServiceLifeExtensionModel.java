package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.physics.facility.EmbodiedCarbon;

/**
 * How much less embodied carbon a year is charged when a device lives longer.
 *
 * <pre>reduction = 1 - short / long</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much less embodied carbon is charged a year when a device lives longer?",
    equation = "reduction = 1 - short / long",
    sources = "Gupta et al. (2022), ACT, ISCA")
public final class ServiceLifeExtensionModel
    extends BaseModel<
        ServiceLifeExtensionModel.Inputs, ServiceLifeExtensionModel.ServiceLifeExtensionResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "service life before", unit = "year", range = "(0, inf)")
          Quantity<Time> shortLife,
      @Port(doc = "service life after", unit = "year", range = "(0, inf)")
          Quantity<Time> longLife) {

    /** Names the inputs one by one; all are required. */
    public static ServiceLifeExtensionModelInputsBuilder builder() {
      return new ServiceLifeExtensionModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record ServiceLifeExtensionResult(
      @Port(doc = "share of the yearly charge that falls away; negative for a shorter life")
          double annualChargeReduction,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public ServiceLifeExtensionResult {
      caveats = List.copyOf(caveats);
    }
  }

  public ServiceLifeExtensionModel() {
    super(MethodHandles.lookup(), Inputs.class, ServiceLifeExtensionResult.class);
  }

  @Override
  public ServiceLifeExtensionResult solve(Inputs inputs) {
    return new ServiceLifeExtensionResult(
        EmbodiedCarbon.annualChargeReduction(
            in(SECOND, inputs.shortLife()), in(SECOND, inputs.longLife())),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, ServiceLifeExtensionResult result) {
    return List.of(
        new Explanation(
            "annual_charge_reduction",
            result.annualChargeReduction(),
            "",
            List.of(
                Term.given("life before", "L", in(SECOND, inputs.shortLife()), "s"),
                Term.given("life after", "L'", in(SECOND, inputs.longLife()), "s"))));
  }
}

package org.mlsysim.core.distributed;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.training.LayoutRules;
import org.mlsysim.physics.network.FleetForm;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.ExpertRouting;

/**
 * What uneven routing adds to a mixture of experts: parameters a token costs, bytes that travel.
 *
 * <pre>P_eff = min(P, P_a + (P - P_a)/(E - k) (e - k)),   e = min(E, k i)</pre>
 *
 * <p>One dispatch of one layer in one direction is priced; a layer needs two in each pass.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much does uneven routing inflate active parameters and the expert exchange?",
    walls = {"Communication"},
    equation = "P_eff = min(P, P_a + (P - P_a)/(E - k) (e - k)), e = min(E, k i)",
    sources = {"Fedus, Zoph, Shazeer (2022), Switch Transformers"})
public final class MoERoutingModel
    extends BaseModel<MoERoutingModel.Inputs, MoERoutingModel.MoERoutingResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "a transformer with experts", aliases = "workload") Workload model,
      @Port(doc = "samples of all ranks", range = "[1, inf)") int batchSize,
      @Port(doc = "tokens of a sample", range = "[1, inf)") int seqLen,
      @Port(doc = "number format of the activations", defaultValue = "fp16") Precision precision,
      @Port(doc = "ranks that split the experts", defaultValue = "1", range = "[1, inf)")
          int epSize,
      @Port(
              doc = "load of the busiest expert over the mean",
              defaultValue = "1",
              range = "[1, inf)")
          double routingImbalanceFactor,
      @Port(doc = "the fleet; without one the exchange has no time") Optional<Fleet> fleet) {

    /** Names the inputs one by one; all but model, batch size and sequence length can be left. */
    public static MoERoutingModelInputsBuilder builder() {
      return new MoERoutingModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record MoERoutingResult(
      @Port(doc = "experts that a token costs in effect") double effectiveActiveExperts,
      @Port(doc = "parameters that a token costs in effect") double effectiveActiveParameters,
      @Port(doc = "those over the active parameters under even routing")
          double activeParameterMultiplier,
      @Port(doc = "load of the busiest expert over the mean") double routingImbalanceFactor,
      @Port(unit = "B", doc = "what all ranks together send to other ranks")
          Quantity<DataSize> tokenDispatchBytes,
      @Port(unit = "s", doc = "one dispatch; absent without a fleet or with one rank")
          Optional<Quantity<Time>> allToAllLatency,
      @Port(doc = "ranks that split the experts") int epSize,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public MoERoutingResult {
      caveats = List.copyOf(caveats);
    }
  }

  public MoERoutingModel() {
    super(MethodHandles.lookup(), Inputs.class, MoERoutingResult.class);
  }

  @Override
  public MoERoutingResult solve(Inputs inputs) {
    ExpertRouting.Load load = ExpertRouting.of(batch(inputs));
    return new MoERoutingResult(
        load.effectiveExperts(),
        load.effectiveParameters(),
        load.activeParameterMultiplier(),
        inputs.routingImbalanceFactor(),
        of(load.dispatchBytes(), BYTE),
        Forms.quantity(load.allToAllTime(), SECOND),
        inputs.epSize(),
        List.of(
            "One dispatch of one layer in one direction; a layer needs two in each pass.",
            "All experts are taken as equal in size."));
  }

  private static ExpertRouting.Batch batch(Inputs inputs) {
    WorkloadForm workload = Forms.workload(inputs.model());
    if (Double.isNaN(workload.experts())) {
      throw BadInputException.refused("model", inputs.model().id(), "it has no experts.");
    }
    LayoutRules.splittable(inputs.model(), workload, 1, inputs.epSize(), 1, inputs.seqLen());
    Optional<FleetForm> fleet = inputs.fleet().map(Forms::fleet);
    return new ExpertRouting.Batch(
        workload.parameters(),
        workload.activeParametersOrAll(),
        (int) workload.experts(),
        (int) workload.expertsPerTokenOrOne(),
        inputs.routingImbalanceFactor(),
        (double) inputs.batchSize() * inputs.seqLen(),
        workload.width(),
        inputs.precision().bytesPerElement(),
        inputs.epSize(),
        fleet.map(form -> form.bandwidth(inputs.epSize())).orElse(Double.NaN),
        fleet.map(form -> form.latency(inputs.epSize())).orElse(Double.NaN));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, MoERoutingResult result) {
    ExpertRouting.Batch batch = batch(inputs);
    String model = inputs.model().id();
    return List.of(
        new Explanation(
            "effective_active_parameters",
            result.effectiveActiveParameters(),
            "",
            List.of(
                Term.given("all parameters", "P", batch.parameters(), "param")
                    .read(model + ".parameters"),
                Term.given("parameters of a token", "P_a", batch.activeParameters(), "param")
                    .read(model + ".active_parameters"),
                Term.given("experts", "E", batch.experts(), "").read(model + ".experts"),
                Term.computed(
                        "experts that a token costs in effect",
                        "e",
                        "min(E, k i)",
                        result.effectiveActiveExperts(),
                        "",
                        Term.given("experts of a token", "k", batch.activeExperts(), "")
                            .read(model + ".active_experts_per_token"),
                        Term.given("imbalance", "i", batch.imbalance(), ""))
                    .from("Fedus, Zoph, Shazeer (2022)"))));
  }
}

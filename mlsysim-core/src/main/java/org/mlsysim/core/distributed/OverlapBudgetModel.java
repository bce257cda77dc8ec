package org.mlsysim.core.distributed;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
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
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.training.OverlapBudget;

/**
 * How much of a layer-by-layer gradient exchange hides under the backward pass.
 *
 * <pre>t = L b + c + (L-1) max(0, c - b),   c = ceil(G / L / bucket) t_bucket</pre>
 *
 * <p>While one layer is exchanged, the one before it is differentiated; the last exchange has
 * nothing left to hide behind.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much of a layer-by-layer gradient exchange hides under the backward pass?",
    equation = "t = L b + c + (L-1) max(0, c - b), c = ceil(G / L / bucket) t_bucket",
    sources = {"First principles: a pipeline of two stages"})
public final class OverlapBudgetModel
    extends BaseModel<OverlapBudgetModel.Inputs, OverlapBudgetModel.OverlapBudgetResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the workload, with layers", aliases = "model") Workload workload,
      @Port(doc = "width of a gradient", unit = "B", range = "(0, inf)")
          Quantity<DataSize> bytesPerValue,
      @Port(doc = "backward pass of a layer", unit = "s", range = "[0, inf)")
          Quantity<Time> backwardPerLayer,
      @Port(doc = "size of a bucket", unit = "B", range = "(0, inf)") Quantity<DataSize> bucketSize,
      @Port(doc = "exchange of a bucket", unit = "s", range = "[0, inf)")
          Quantity<Time> timePerBucket) {

    /** Names the inputs one by one; all must be given. */
    public static OverlapBudgetModelInputsBuilder builder() {
      return new OverlapBudgetModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record OverlapBudgetResult(
      @Port(doc = "layers of the model") int layers,
      @Port(unit = "B", doc = "gradients of a layer") Quantity<DataSize> gradientPerLayer,
      @Port(doc = "buckets that they fill") double bucketsPerLayer,
      @Port(unit = "s", doc = "exchange of a layer") Quantity<Time> communicationPerLayer,
      @Port(unit = "s", doc = "backward pass of the model") Quantity<Time> totalBackward,
      @Port(unit = "s", doc = "backward pass and exchange with nothing hidden")
          Quantity<Time> sequentialTime,
      @Port(unit = "s", doc = "exchange of a layer that its neighbour does not hide")
          Quantity<Time> exposedPerLayer,
      @Port(unit = "s", doc = "backward pass and exchange, one behind the other")
          Quantity<Time> overlappedTime,
      @Port(doc = "share of the sequential time that is saved; absent when it is 0")
          Optional<Double> savingsFraction,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public OverlapBudgetResult {
      caveats = List.copyOf(caveats);
    }
  }

  public OverlapBudgetModel() {
    super(MethodHandles.lookup(), Inputs.class, OverlapBudgetResult.class);
  }

  @Override
  public OverlapBudgetResult solve(Inputs inputs) {
    int layers = Workloads.layers("workload", inputs.workload());
    double gradients =
        Workloads.sized("workload", inputs.workload())
            .storedBytes(in(BYTE, inputs.bytesPerValue()));
    OverlapBudget.Budget budget =
        OverlapBudget.of(
            layers,
            gradients,
            in(SECOND, inputs.backwardPerLayer()),
            in(BYTE, inputs.bucketSize()),
            in(SECOND, inputs.timePerBucket()));
    return new OverlapBudgetResult(
        layers,
        of(budget.gradientPerLayer(), BYTE),
        budget.bucketsPerLayer(),
        of(budget.communicationPerLayer(), SECOND),
        of(budget.totalBackward(), SECOND),
        of(budget.sequentialTime(), SECOND),
        of(budget.exposedPerLayer(), SECOND),
        of(budget.overlappedTime(), SECOND),
        Forms.value(budget.savingsFraction()),
        List.of("Layers are taken as equal, embeddings spread over them."));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, OverlapBudgetResult result) {
    Term exchange =
        Term.computed(
            "exchange of a layer",
            "x",
            "buckets · t_b",
            in(SECOND, result.communicationPerLayer()),
            "s",
            Term.given("buckets", "buckets", result.bucketsPerLayer(), ""),
            Term.given("exchange of a bucket", "t_b", in(SECOND, inputs.timePerBucket()), "s"));
    return List.of(
        new Explanation(
            "overlapped_time",
            in(SECOND, result.overlappedTime()),
            "s",
            List.of(
                Term.given("backward pass", "t_bwd", in(SECOND, result.totalBackward()), "s"),
                exchange,
                Term.computed(
                    "exposed part of the other layers",
                    "exposed",
                    "(L - 1) max(0, x - t_layer)",
                    (result.layers() - 1.0) * in(SECOND, result.exposedPerLayer()),
                    "s",
                    Term.given("layers", "L", result.layers(), ""),
                    exchange,
                    Term.given(
                        "backward pass of a layer",
                        "t_layer",
                        in(SECOND, inputs.backwardPerLayer()),
                        "s")))));
  }
}

package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.BYTE;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.serving.KvAdmission;

/**
 * Requests of one length that fit beside the weights on a replica of several accelerators.
 *
 * <pre>max requests = max(0, floor((n hbm - weights - reserve) / (context · kv)))</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How many requests of one length fit a replica?",
    equation = "max(0, floor((n hbm - weights - reserve) / (context kv)))",
    sources = "Kwon et al. (2023), PagedAttention, arXiv 2309.06180")
public final class KvAdmissionModel
    extends BaseModel<KvAdmissionModel.Inputs, KvAdmissionModel.KvAdmissionResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the language model", aliases = "workload") Workload model,
      @Port(doc = "accelerators of the replica", range = "[1, inf)") int accelerators,
      @Port(doc = "memory of one accelerator", unit = "B", range = "(0, inf)")
          Quantity<DataSize> hbmPerAccelerator,
      @Port(doc = "width of a weight", unit = "B", range = "(0, inf)")
          Quantity<DataSize> weightBytesPerParam,
      @Port(doc = "memory kept for anything else", unit = "B", range = "[0, inf)")
          Quantity<DataSize> reserve,
      @Port(doc = "tokens of a request", range = "[1, inf)") int contextTokens,
      @Port(doc = "width of a cached element", unit = "B", range = "(0, inf)")
          Quantity<DataSize> kvBytesPerElem) {

    /** Names the inputs one by one; all are required. */
    public static KvAdmissionModelInputsBuilder builder() {
      return new KvAdmissionModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record KvAdmissionResult(
      @Port(verdict = true, doc = "whether at least one request fits") boolean feasible,
      @Port(doc = "width of a head") int headDim,
      @Port(unit = "B", doc = "weights of the model") Quantity<DataSize> weights,
      @Port(unit = "B", doc = "memory of all accelerators") Quantity<DataSize> hbmTotal,
      @Port(unit = "B", doc = "what weights and reserve leave; negative when they do not fit")
          Quantity<DataSize> kvBudget,
      @Port(unit = "B", doc = "cache of one token") Quantity<DataSize> kvPerToken,
      @Port(unit = "B", doc = "cache of one request") Quantity<DataSize> kvPerRequest,
      @Port(doc = "requests that fit") long maxRequests,
      @Port(doc = "why none fits; empty when one does") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public KvAdmissionResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public KvAdmissionModel() {
    super(MethodHandles.lookup(), Inputs.class, KvAdmissionResult.class);
  }

  @Override
  public KvAdmissionResult solve(Inputs inputs) {
    KvAdmission.Result plain =
        KvAdmission.solve(
            Workloads.attending("model", inputs.model()),
            inputs.accelerators(),
            Units.in(BYTE, inputs.hbmPerAccelerator()),
            Units.in(BYTE, inputs.weightBytesPerParam()),
            Units.in(BYTE, inputs.reserve()),
            inputs.contextTokens(),
            Units.in(BYTE, inputs.kvBytesPerElem()));
    return new KvAdmissionResult(
        plain.feasible(),
        (int) plain.headDim(),
        Units.of(plain.weights(), BYTE),
        Units.of(plain.hbmTotal(), BYTE),
        Units.of(plain.kvBudget(), BYTE),
        Units.of(plain.kvPerToken(), BYTE),
        Units.of(plain.kvPerRequest(), BYTE),
        (long) plain.maxRequests(),
        plain.feasible()
            ? List.of()
            : List.of(
                "A request takes %s GB; weights and reserve leave %s GB of %s GB."
                    .formatted(
                        Shortfall.gigabytes(plain.kvPerRequest()),
                        Shortfall.gigabytes(plain.kvBudget()),
                        Shortfall.gigabytes(plain.hbmTotal()))),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, KvAdmissionResult result) {
    return List.of(
        new Explanation(
            "kv_budget",
            Units.in(BYTE, result.kvBudget()),
            "B",
            List.of(
                Term.given(
                    "memory of all accelerators", "M", Units.in(BYTE, result.hbmTotal()), "B"),
                Term.given("weights", "W", Units.in(BYTE, result.weights()), "B"),
                Term.given("reserve", "R", Units.in(BYTE, inputs.reserve()), "B"))),
        new Explanation(
            "max_requests",
            (double) result.maxRequests(),
            "",
            List.of(
                Term.computed(
                    "requests that fit",
                    "n",
                    "floor(budget / request)",
                    (double) result.maxRequests(),
                    "",
                    Term.given("budget", "budget", Units.in(BYTE, result.kvBudget()), "B"),
                    Term.computed(
                        "cache of a request",
                        "request",
                        "token · S",
                        Units.in(BYTE, result.kvPerRequest()),
                        "B",
                        Term.given(
                            "cache of a token", "token", Units.in(BYTE, result.kvPerToken()), "B"),
                        Term.given("tokens", "S", inputs.contextTokens(), ""))))));
  }
}

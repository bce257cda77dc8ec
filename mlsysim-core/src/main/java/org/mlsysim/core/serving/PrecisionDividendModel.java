package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.BYTE;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.serving.PrecisionDividend;

/**
 * The batch that narrower weights and a narrower cache buy on a tensor-parallel replica.
 *
 * <pre>max batch = floor((hbm - weights / tp) / (kv / min(tp, kv heads)))</pre>
 *
 * <p>Weights are split over all tp devices. A key-value head is not split, so beyond as many
 * devices as heads the cache is replicated; that of latent attention always is.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much more batch do narrower weights and a narrower cache allow?",
    equation = "max batch = floor((hbm - W / tp) / (kv / min(tp, kv heads)))",
    sources = {
      "Kwon et al. (2023), PagedAttention, arXiv 2309.06180",
      "Ainslie et al. (2023), GQA, arXiv 2305.13245"
    })
public final class PrecisionDividendModel
    extends BaseModel<
        PrecisionDividendModel.Inputs, PrecisionDividendModel.PrecisionDividendResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the language model", aliases = "workload") Workload model,
      @Port(doc = "devices of the replica", range = "[1, inf)") int tpSize,
      @Port(doc = "memory of one accelerator", unit = "B", range = "(0, inf)")
          Quantity<DataSize> hbmPerAccelerator,
      @Port(doc = "tokens of a request", range = "[1, inf)") int contextTokens,
      @Port(doc = "key and value heads; not read with latent attention", range = "[1, inf)")
          int kvHeads,
      @Port(doc = "width of a weight", unit = "B", range = "(0, inf)")
          Quantity<DataSize> weightBytes,
      @Port(doc = "width of a weight, narrower", unit = "B", range = "(0, inf)")
          Quantity<DataSize> weightBytesLow,
      @Port(doc = "width of a cached element", unit = "B", range = "(0, inf)")
          Quantity<DataSize> kvBytes,
      @Port(doc = "width of a cached element, narrower", unit = "B", range = "(0, inf)")
          Quantity<DataSize> kvBytesLow) {

    /** Names the inputs one by one; all are required. */
    public static PrecisionDividendModelInputsBuilder builder() {
      return new PrecisionDividendModelInputsBuilder();
    }
  }

  /** What the model produces; the ports that end in low are of the narrower widths. */
  public record PrecisionDividendResult(
      @Port(unit = "B", doc = "weights of one device") Quantity<DataSize> weightsPerDevice,
      @Port(unit = "B", doc = "memory left for the cache; negative when the weights do not fit")
          Quantity<DataSize> kvBudgetPerDevice,
      @Port(unit = "B", doc = "cache of one request, each element once")
          Quantity<DataSize> kvPerRequest,
      @Port(unit = "B", doc = "share of it that one device holds")
          Quantity<DataSize> kvPerRequestPerDevice,
      @Port(doc = "requests that fit") long maxBatch,
      @Port(unit = "B", doc = "weights of one device") Quantity<DataSize> weightsPerDeviceLow,
      @Port(unit = "B", doc = "memory left for the cache; negative when the weights do not fit")
          Quantity<DataSize> kvBudgetPerDeviceLow,
      @Port(unit = "B", doc = "cache of one request, each element once")
          Quantity<DataSize> kvPerRequestLow,
      @Port(unit = "B", doc = "share of it that one device holds")
          Quantity<DataSize> kvPerRequestPerDeviceLow,
      @Port(doc = "requests that fit") long maxBatchLow,
      @Port(verdict = true, doc = "whether at least one request fits at the base widths")
          boolean feasible,
      @Port(doc = "narrow over base batch; absent when none fits at the base widths")
          Optional<Double> dividend,
      @Port(doc = "narrow over base memory for the cache; absent when the latter is not positive")
          Optional<Double> budgetGain,
      @Port(doc = "why none fits; empty when one does") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public PrecisionDividendResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public PrecisionDividendModel() {
    super(MethodHandles.lookup(), Inputs.class, PrecisionDividendResult.class);
  }

  @Override
  public PrecisionDividendResult solve(Inputs inputs) {
    WorkloadForm model = Workloads.attending("model", inputs.model());
    PrecisionDividend.Result plain =
        PrecisionDividend.solve(
            model,
            inputs.tpSize(),
            Units.in(BYTE, inputs.hbmPerAccelerator()),
            inputs.contextTokens(),
            inputs.kvHeads(),
            Units.in(BYTE, inputs.weightBytes()),
            Units.in(BYTE, inputs.weightBytesLow()),
            Units.in(BYTE, inputs.kvBytes()),
            Units.in(BYTE, inputs.kvBytesLow()));
    PrecisionDividend.Side base = plain.base();
    PrecisionDividend.Side low = plain.low();
    return new PrecisionDividendResult(
        Units.of(base.weightsPerDevice(), BYTE),
        Units.of(base.kvBudgetPerDevice(), BYTE),
        Units.of(base.kvPerRequest(), BYTE),
        Units.of(base.kvPerRequestPerDevice(), BYTE),
        (long) base.maxBatch(),
        Units.of(low.weightsPerDevice(), BYTE),
        Units.of(low.kvBudgetPerDevice(), BYTE),
        Units.of(low.kvPerRequest(), BYTE),
        Units.of(low.kvPerRequestPerDevice(), BYTE),
        (long) low.maxBatch(),
        plain.feasible(),
        Forms.value(plain.dividend()),
        Forms.value(plain.budgetGain()),
        plain.feasible()
            ? List.of()
            : List.of(
                "A request takes %s GB of a device; the weights leave %s GB."
                    .formatted(
                        Shortfall.gigabytes(base.kvPerRequestPerDevice()),
                        Shortfall.gigabytes(base.kvBudgetPerDevice()))),
        Caveats.none()
            .addWhen(
                model.hasLatentAttention(),
                "A latent cache is replicated on every device; kv_heads is not read.")
            .list());
  }
}

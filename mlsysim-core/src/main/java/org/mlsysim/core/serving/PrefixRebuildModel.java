package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.FLOP;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.Node;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.serving.PrefixRebuild;

/**
 * What a hit in a prefix cache saves: rebuilding the prefix against one pass over the suffix.
 *
 * <pre>
 * rebuild = (2 P_a prefix + attention(prefix, prefix)) / R,  R = n peak utilization
 * hit     = max(weight read + state read, (2 P_a suffix + attention(suffix, prefix + suffix)) / R)
 * </pre>
 *
 * <p>After a hit the suffix still attends to the prefix, whose state is read.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much does a hit in a prefix cache save?",
    equation =
        "rebuild / max(weight read + state read, (2 P_a suffix + attention(suffix, prefix +"
            + " suffix)) / R)",
    sources = {
      "Kaplan et al. (2020), Scaling Laws, arXiv 2001.08361",
      "Zheng et al. (2023), SGLang, arXiv 2312.07104"
    })
public final class PrefixRebuildModel
    extends BaseModel<PrefixRebuildModel.Inputs, PrefixRebuildModel.PrefixRebuildResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the language model", aliases = "model") Workload workload,
      @Port(doc = "the node whose accelerators share the work") Node node,
      @Port(doc = "number format of weights and cache") Precision precision,
      @Port(doc = "tokens of the prefix", range = "[1, inf)") int prefixTokens,
      @Port(doc = "tokens after it", range = "[1, inf)") int suffixTokens,
      @Port(doc = "share of the peak rate that is sustained", range = "(0, 1]")
          double utilization) {

    /** Names the inputs one by one; all are required. */
    public static PrefixRebuildModelInputsBuilder builder() {
      return new PrefixRebuildModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record PrefixRebuildResult(
      @Port(doc = "parameters of the model") double nParams,
      @Port(unit = "B", doc = "cache of the prefix") Quantity<DataSize> state,
      @Port(unit = "FLOP", doc = "work of the prefix with the weights")
          Quantity<Operations> linearOps,
      @Port(unit = "FLOP", doc = "attention of the prefix to itself")
          Quantity<Operations> attentionOps,
      @Port(unit = "FLOP/s", doc = "rate that the node sustains")
          Quantity<ComputeRate> sustainedRate,
      @Port(unit = "s", doc = "prefill of the prefix") Quantity<Time> rebuildTime,
      @Port(unit = "s", doc = "weights that the suffix touches, read once")
          Quantity<Time> weightReadTime,
      @Port(unit = "s", doc = "cache of the prefix, read once") Quantity<Time> stateReadTime,
      @Port(unit = "s", doc = "arithmetic of the suffix") Quantity<Time> suffixOpsTime,
      @Port(doc = "rebuild over the time of a hit") double rebuildOverHit,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public PrefixRebuildResult {
      caveats = List.copyOf(caveats);
    }
  }

  public PrefixRebuildModel() {
    super(MethodHandles.lookup(), Inputs.class, PrefixRebuildResult.class);
  }

  @Override
  public PrefixRebuildResult solve(Inputs inputs) {
    WorkloadForm model = Workloads.attending("workload", inputs.workload());
    PrefixRebuild.Result plain =
        PrefixRebuild.solve(
            model,
            Forms.device(inputs.node().accelerator(), inputs.precision()),
            inputs.node().acceleratorsPerNode(),
            inputs.precision().bytesPerElement(),
            inputs.prefixTokens(),
            inputs.suffixTokens(),
            inputs.utilization());
    return new PrefixRebuildResult(
        plain.parameters(),
        Units.of(plain.stateBytes(), BYTE),
        Units.of(plain.linearOps(), FLOP),
        Units.of(plain.attentionOps(), FLOP),
        Units.of(plain.sustainedRate(), FLOP_PER_SECOND),
        Units.of(plain.rebuildTime(), SECOND),
        Units.of(plain.weightReadTime(), SECOND),
        Units.of(plain.stateReadTime(), SECOND),
        Units.of(plain.suffixOpsTime(), SECOND),
        plain.rebuildOverHit(),
        Caveats.of(inputs.node().accelerator(), inputs.precision(), inputs.utilization())
            .addWhen(model.hasLatentAttention(), "Decompressing the cached latent is not charged.")
            .list());
  }
}

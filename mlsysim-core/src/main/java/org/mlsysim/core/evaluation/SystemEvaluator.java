package org.mlsysim.core.evaluation;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.mlsysim.api.Contract;
import org.mlsysim.api.units.QuantityText;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.node.PerformanceProfile;
import org.mlsysim.core.node.SingleNodeModel;
import org.mlsysim.physics.node.WorkloadForm;

/** Puts a workload on a system and says whether it fits, how fast it is, and what it costs. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SystemEvaluator {
  private static final double GIGA = 1e9;
  private static final double MILLI = 1e-3;

  private final SingleNodeModel node = new SingleNodeModel();

  /** An evaluator; it keeps nothing from one evaluation to the next. */
  public SystemEvaluator() {}

  /** The ports of a question to one accelerator, for callers that read them from text. */
  public Contract<SingleNodeModel.Inputs, PerformanceProfile> nodeContract() {
    return node.contract();
  }

  /**
   * Evaluates inference on one accelerator.
   *
   * <p>A model that generates token by token is priced at a context, so that its cache counts in
   * footprint and traffic; any other model has none, and a length given for it is a caveat.
   *
   * @throws org.mlsysim.api.error.BadInputException if a value is out of range; it names the port
   */
  public Scorecard evaluate(NodeQuestion question) {
    boolean generates = generatesTokenByToken(question.model());
    int context = generates ? question.seqLen().orElse(NodeQuestion.DEFAULT_SEQ_LEN) : 0;
    PerformanceProfile profile =
        node.resolve(
            SingleNodeModel.Inputs.builder()
                .model(question.model())
                .hardware(question.hardware())
                .batchSize(question.batchSize())
                .precision(question.precision())
                .efficiency(question.efficiency())
                .contextLength(context)
                .build());
    List<String> caveats = new ArrayList<>(profile.caveats());
    if (!generates && question.seqLen().isPresent()) {
      caveats.add(
          question.model().id()
              + " does not generate token by token; the sequence length is not used.");
    }
    return new Scorecard(
        question.scenario(),
        feasibility(question, profile),
        performance(question, profile),
        Level.skipped("no operations given"),
        profile,
        profile.reasons(),
        caveats);
  }

  /**
   * Whether a unit of the model's work is one token, and something is kept from one to the next.
   */
  public static boolean generatesTokenByToken(Workload model) {
    WorkloadForm form = Forms.workload(model);
    // Published work per token is rounded; an encoder's unit is a hundred tokens and more.
    return form.keepsCache() && form.tokensPerUnit() < 1.5;
  }

  private static Level feasibility(NodeQuestion question, PerformanceProfile profile) {
    double used = in(BYTE, profile.memoryFootprint());
    double capacity = in(BYTE, question.hardware().memory().capacity());
    return new Level(
        profile.feasible() ? Verdict.PASS : Verdict.FAIL,
        QuantityText.of(used, "B") + " of " + QuantityText.of(capacity, "B"),
        Wire.fields()
            .put("memory_used_gb", used / GIGA)
            .put("memory_capacity_gb", capacity / GIGA)
            .put("memory_utilization", used / capacity)
            .build());
  }

  private static Level performance(NodeQuestion question, PerformanceProfile profile) {
    double latency = in(SECOND, profile.latency());
    double energy = in(JOULE, profile.energy());
    // Without a design power there is no energy, and nothing stands in for it.
    boolean powered = question.hardware().tdp().isPresent();
    String bound = profile.bottleneck().wireName();
    return new Level(
        profile.feasible() ? Verdict.PASS : Verdict.FAIL,
        bound.toLowerCase(Locale.ROOT) + " bound" + (profile.feasible() ? "" : ", infeasible"),
        Wire.fields()
            .put("latency", new Wire.Amount(latency / MILLI, "ms"))
            .put("throughput", new Wire.Amount(in(PER_SECOND, profile.throughput()), "1/s"))
            .put("mfu", profile.mfu())
            .put("hfu", profile.hfu())
            .put("energy", powered ? new Wire.Amount(energy, "J") : Wire.NULL)
            .put("power", powered ? new Wire.Amount(energy / latency, "W") : Wire.NULL)
            .put("bottleneck", bound)
            .build());
  }
}

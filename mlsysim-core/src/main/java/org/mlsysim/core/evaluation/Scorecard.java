package org.mlsysim.core.evaluation;

import java.util.List;
import org.apiguardian.api.API;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.core.node.PerformanceProfile;

/**
 * What an evaluation says: three levels, and what to know about them.
 *
 * @param scenario the name of the question
 * @param feasibility whether the state fits
 * @param performance how fast it is
 * @param macro what it costs, in money, energy and carbon
 * @param profile the accelerator's answer behind the first two levels
 * @param reasons why it is infeasible; empty when it is not
 * @param caveats what to know before trusting the numbers
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Scorecard(
    String scenario,
    Level feasibility,
    Level performance,
    Level macro,
    PerformanceProfile profile,
    List<String> reasons,
    List<String> caveats) {
  public Scorecard {
    reasons = List.copyOf(reasons);
    caveats = List.copyOf(caveats);
  }

  /** Whether the system can be. */
  public boolean feasible() {
    return feasibility.verdict() != Verdict.FAIL && performance.verdict() != Verdict.FAIL;
  }

  /** {@code ok} or {@code infeasible}. */
  public String status() {
    return feasible() ? "ok" : "infeasible";
  }

  /** Whether feasibility and performance pass, and nothing that was asked of the rest fails. */
  public boolean passedAll() {
    return feasibility.verdict() == Verdict.PASS
        && performance.verdict() == Verdict.PASS
        && macro.verdict() != Verdict.FAIL;
  }

  /** The document: flat, with the prefixes f_, p_ and m_ for the three levels. */
  public Wire.Fields toWire() {
    Wire.FieldsBuilder document =
        Wire.fields()
            .put("scenario", scenario)
            .put("status", status())
            .put("f_status", feasibility.verdict().name())
            .put("p_status", performance.verdict().name())
            .put("m_status", macro.verdict().name())
            .put("f_summary", feasibility.summary())
            .put("p_summary", performance.summary())
            .put("m_summary", macro.summary());
    put("f_", feasibility, document);
    put("p_", performance, document);
    put("m_", macro, document);
    if (!feasible()) {
      document.put("reason", Wire.texts(reasons));
    }
    return document
        .put("assertions", Wire.texts(List.of()))
        .put("violations", Wire.texts(List.of()))
        .put("caveats", Wire.texts(caveats))
        .build();
  }

  private static void put(String prefix, Level level, Wire.FieldsBuilder document) {
    level.metrics().values().forEach((name, value) -> document.put(prefix + name, value));
  }
}

package org.mlsysim.cli;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.Locale;
import java.util.Optional;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Provenance;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.units.QuantityText;
import org.mlsysim.core.evaluation.Level;
import org.mlsysim.core.evaluation.NodeQuestion;
import org.mlsysim.core.evaluation.Scorecard;
import org.mlsysim.core.evaluation.SystemEvaluator;
import org.mlsysim.core.evaluation.Verdict;
import org.mlsysim.core.node.PerformanceProfile;

/** A scorecard as a page that one would put on a slide. */
final class ScorecardText {
  private static final int LABEL = 16;
  private static final int BAR = 32;

  private final TextPage page;

  ScorecardText(TextPage page) {
    this.page = page;
  }

  void write(NodeQuestion question, Scorecard scorecard) {
    title(question, scorecard);
    level("Feasibility", scorecard.feasibility());
    level("Performance", scorecard.performance());
    level("Macro", scorecard.macro());
    memory(question, scorecard.profile());
    latency(scorecard.profile());
    rates(question, scorecard.profile());
    sources(question);
    Notes.write(scorecard.reasons(), scorecard.caveats(), page);
  }

  private void title(NodeQuestion question, Scorecard scorecard) {
    page.put(TextPage.Style.BOLD, scorecard.scenario()).end();
    page.put(
        TextPage.Style.DIM,
        question.precision().wireName()
            + ", batch "
            + question.batchSize()
            + (SystemEvaluator.generatesTokenByToken(question.model())
                ? ", context "
                    + QuantityText.number(question.seqLen().orElse(NodeQuestion.DEFAULT_SEQ_LEN))
                : "")
            + ", efficiency "
            + QuantityText.number(question.efficiency()));
    page.end().rule();
  }

  private void level(String name, Level level) {
    label(name)
        .put(style(level.verdict()), level.verdict().name())
        .to(LABEL + 9)
        .line(level.summary());
  }

  private static TextPage.Style style(Verdict verdict) {
    return switch (verdict) {
      case PASS -> TextPage.Style.GOOD;
      case FAIL -> TextPage.Style.BAD;
      case SKIPPED -> TextPage.Style.DIM;
    };
  }

  private TextPage label(String name) {
    return page.put("  ").put(name).to(LABEL);
  }

  private void memory(NodeQuestion question, PerformanceProfile profile) {
    double used = in(BYTE, profile.memoryFootprint());
    double capacity = in(BYTE, question.hardware().memory().capacity());
    page.end();
    label("Memory")
        .bar(profile.feasible() ? TextPage.Style.ACCENT : TextPage.Style.BAD, used / capacity, BAR)
        .put("  ")
        .put(TextPage.Style.BOLD, QuantityText.percent(used / capacity))
        .put(" of ")
        .line(QuantityText.of(capacity, "B"));
  }

  private void latency(PerformanceProfile profile) {
    double compute = in(SECOND, profile.latencyCompute());
    double memory = in(SECOND, profile.latencyMemory());
    double overhead = in(SECOND, profile.latencyOverhead());
    double total = in(SECOND, profile.latency());
    page.end();
    label("Latency")
        .put(TextPage.Style.BOLD, QuantityText.of(total, "s"))
        .put(TextPage.Style.DIM, "  the slower of compute and memory, and overhead")
        .end();
    part("  compute", compute, total, compute >= memory);
    part("  memory", memory, total, memory > compute);
    part("  overhead", overhead, total, false);
  }

  private void part(String name, double time, double total, boolean binds) {
    label(name)
        .bar(binds ? TextPage.Style.ACCENT : TextPage.Style.PLAIN, time / total, BAR)
        .put("  ")
        .put(QuantityText.of(time, "s"));
    if (binds) {
      page.put(TextPage.Style.ACCENT, "  binds");
    }
    page.end();
  }

  private void rates(NodeQuestion question, PerformanceProfile profile) {
    double energy = in(JOULE, profile.energy());
    page.end();
    label("Bound by")
        .put(TextPage.Style.BOLD, profile.bottleneck().wireName().toLowerCase(Locale.ROOT))
        .put(profile.overheadDominated() ? ", less than by overhead" : "")
        .end();
    label("Throughput")
        .put(TextPage.Style.BOLD, QuantityText.of(in(PER_SECOND, profile.throughput()), "1/s"))
        .end();
    label("MFU").put(TextPage.Style.BOLD, QuantityText.percent(profile.mfu())).end();
    label("Energy");
    if (question.hardware().tdp().isPresent()) {
      page.put(TextPage.Style.BOLD, QuantityText.of(energy, "J"))
          .put(" a pass, ")
          .put(QuantityText.of(energy / in(SECOND, profile.latency()), "W"))
          .line(" on average");
    } else {
      page.line("not known: no design power is stated");
    }
  }

  private void sources(NodeQuestion question) {
    page.end().put("  ").put(TextPage.Style.DIM, "Sources").end();
    source(question.model());
    source(question.hardware());
  }

  private void source(Registered record) {
    Optional<Provenance> provenance = record.origin().flatMap(Origin::provenance);
    page.put("    ").put(record.id());
    if (provenance.isEmpty()) {
      page.line(": given by the caller");
      return;
    }
    Provenance source = provenance.get();
    page.put(": ")
        .put(source.kind())
        .put(source.title().map(title -> ", " + title).orElse(""))
        .end();
    source.url().ifPresent(url -> page.put("      ").put(TextPage.Style.DIM, url).end());
  }
}

package org.mlsysim.testkit;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.BaseOptimizer;
import org.mlsysim.api.BaseSolver;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.OptimizerResult;
import org.mlsysim.api.Search;
import org.mlsysim.api.SearchOutcome;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.port.WireName;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;

/** A law in each tier that keeps every rule, and laws that break one rule each. */
final class Laws {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  enum Word implements WireName {
    SHORT,
    LONG;

    @Override
    public String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  enum Alike implements WireName {
    SHORT,
    LONG;

    @Override
    public String wireName() {
      return "word";
    }
  }

  record TransferInputs(
      @Port(unit = "B", range = "[0, inf)", doc = "data to move") Quantity<DataSize> size,
      @Port(unit = "B/s", range = "(0, inf)", doc = "rate of the link")
          Quantity<DataRate> bandwidth,
      @Port(range = "[0, 1)", defaultValue = "0", doc = "share lost to headers") double overhead,
      @Port(range = "[1, 64]", defaultValue = "1", doc = "links side by side") int links,
      @Port(range = "[0, 1]", defaultValue = "1, 0.5", doc = "shares reported on")
          List<Double> shares) {
    static TransferInputs typical() {
      return new TransferInputs(
          of(80e9, BYTE), of(400e9, BYTE_PER_SECOND), 0.1, 2, List.of(1.0, 0.5));
    }
  }

  record TransferResult(
      @Port(unit = "s", doc = "time to move the data") Quantity<Time> latency,
      @Port(doc = "how it feels") Word word,
      @Port(doc = "latency of each share, in s") List<Double> latencyByShare,
      @Port(unit = "s", doc = "time above a second") Optional<Quantity<Time>> excess)
      implements SolverResult {}

  /** Time to move data over parallel links. */
  static class TransferModel extends BaseModel<TransferInputs, TransferResult> {
    TransferModel() {
      super(LOOKUP, TransferInputs.class, TransferResult.class);
    }

    @Override
    public TransferResult solve(TransferInputs inputs) {
      return result(
          seconds(in(BYTE, inputs.size()), in(BYTE_PER_SECOND, inputs.bandwidth()), inputs),
          inputs);
    }

    double seconds(double size, double bandwidth, TransferInputs inputs) {
      return size / (bandwidth * (1 - inputs.overhead()) * inputs.links());
    }

    TransferResult result(double seconds, TransferInputs inputs) {
      return new TransferResult(
          of(seconds, SECOND),
          seconds < 1 ? Word.SHORT : Word.LONG,
          inputs.shares().stream().map(share -> share * seconds).toList(),
          seconds < 1 ? Optional.empty() : Optional.of(of(seconds - 1, SECOND)));
    }

    @Override
    public List<Explanation> explain(TransferInputs inputs, TransferResult result) {
      double size = in(BYTE, inputs.size());
      return List.of(
          new Explanation(
              "latency",
              in(SECOND, result.latency()),
              "s",
              List.of(Explanation.Term.given("data", "S", size, "B"))));
    }
  }

  /** Breaks r01: counts its calls. */
  static final class ForgetfulModel extends TransferModel {
    private int calls;

    @Override
    double seconds(double size, double bandwidth, TransferInputs inputs) {
      return super.seconds(size, bandwidth, inputs) + calls++;
    }
  }

  /** Breaks r02: a result that is no number. */
  static final class UndefinedModel extends TransferModel {
    @Override
    double seconds(double size, double bandwidth, TransferInputs inputs) {
      return 0.0 / 0.0;
    }
  }

  /** Breaks r03: no answer at the closed end of a range. */
  static final class InverseModel extends TransferModel {
    @Override
    double seconds(double size, double bandwidth, TransferInputs inputs) {
      return bandwidth / size;
    }
  }

  /** Breaks r04: reads the number of a quantity, whatever its unit. */
  static final class UnitBlindModel extends TransferModel {
    @Override
    public TransferResult solve(TransferInputs inputs) {
      double size = inputs.size().getValue().doubleValue();
      return result(seconds(size, in(BYTE_PER_SECOND, inputs.bandwidth()), inputs), inputs);
    }
  }

  /** Breaks r07: explains another number. */
  static final class EvasiveModel extends TransferModel {
    @Override
    public List<Explanation> explain(TransferInputs inputs, TransferResult result) {
      return List.of(
          new Explanation("latency", Math.nextUp(in(SECOND, result.latency())), "s", List.of()),
          new Explanation("delay", 1, "s", List.of()));
    }
  }

  record OneInput(@Port(range = "[0, 10]", defaultValue = "1", doc = "a number") double x) {}

  record WordResult(@Port(doc = "a word") Alike word) implements SolverResult {}

  /** Breaks r05: two words that are written alike. */
  static final class MumblingModel extends BaseModel<OneInput, WordResult> {
    MumblingModel() {
      super(LOOKUP, OneInput.class, WordResult.class);
    }

    @Override
    public WordResult solve(OneInput inputs) {
      return new WordResult(Alike.SHORT);
    }
  }

  record VerdictResult(@Port(doc = "whether it can be", verdict = true) boolean feasible)
      implements SolverResult {}

  /** Breaks r02: infeasible without a reason. */
  static final class SilentModel extends BaseModel<OneInput, VerdictResult> {
    SilentModel() {
      super(LOOKUP, OneInput.class, VerdictResult.class);
    }

    @Override
    public VerdictResult solve(OneInput inputs) {
      return new VerdictResult(false);
    }
  }

  record BandwidthInputs(
      @Port(unit = "B", range = "[0, inf)", doc = "data to move") Quantity<DataSize> size,
      @Port(unit = "s", range = "(0, inf)", doc = "time allowed") Quantity<Time> targetLatency) {
    static BandwidthInputs typical() {
      return new BandwidthInputs(of(80e9, BYTE), of(0.25, SECOND));
    }
  }

  record BandwidthResult(@Port(unit = "B/s", doc = "rate needed") Quantity<DataRate> bandwidth)
      implements SolverResult {}

  /** The bandwidth that moves data in a given time; off by a factor where it is broken. */
  static final class BandwidthSolver extends BaseSolver<BandwidthInputs, BandwidthResult> {
    private final double factor;

    BandwidthSolver(double factor) {
      super(LOOKUP, BandwidthInputs.class, BandwidthResult.class);
      this.factor = factor;
    }

    @Override
    public BandwidthResult solve(BandwidthInputs inputs) {
      return new BandwidthResult(
          of(
              factor * in(BYTE, inputs.size()) / in(SECOND, inputs.targetLatency()),
              BYTE_PER_SECOND));
    }

    static Optional<Inversion> throughTheModel(BandwidthInputs inputs, BandwidthResult result) {
      TransferResult moved =
          new TransferModel()
              .resolve(new TransferInputs(inputs.size(), result.bandwidth(), 0, 1, List.of()));
      return Optional.of(
          new Inversion(
              "latency", in(SECOND, inputs.targetLatency()), in(SECOND, moved.latency()), 1e-12));
    }
  }

  record LinkCount(@Port(range = "[1, inf)", doc = "links") int links) {}

  record LinksInputs(
      @Port(range = "[1, 64]", defaultValue = "8", doc = "most links") int maxLinks,
      @Port(range = "[1, 100]", defaultValue = "5", doc = "fewest links that suffice")
          int needed) {}

  record LinksResult(
      @Port(doc = "links used") Optional<Double> objectiveValue,
      @Port(doc = "objective") String objectiveName,
      @Port(doc = "its unit") String objectiveUnit,
      @Port(doc = "its direction") Direction direction,
      @Port(doc = "best") Optional<LinkCount> bestConfig,
      @Port(doc = "candidates") int totalSearched,
      @Port(doc = "those that cannot be") int candidatesInfeasible,
      @Port(doc = "those that failed") int candidatesFailed,
      @Port(doc = "best few") List<LinkCount> topCandidates,
      @Port(doc = "whether any can be", verdict = true) boolean feasible)
      implements OptimizerResult {
    @Override
    public List<String> reasons() {
      return feasible ? List.of() : List.of("no number of links suffices");
    }
  }

  /** What an optimizer gets wrong. */
  enum Flaw {
    NONE,
    TOTAL,
    OBJECTIVE,
    CONFIG,
    UNSEARCHED
  }

  /** The fewest links that suffice. */
  static final class LinksOptimizer extends BaseOptimizer<LinksInputs, LinksResult> {
    private final Flaw flaw;

    LinksOptimizer(Flaw flaw) {
      super(LOOKUP, LinksInputs.class, LinksResult.class);
      this.flaw = flaw;
    }

    @Override
    public LinksResult search(LinksInputs inputs, Search search) {
      List<LinkCount> candidates =
          IntStream.rangeClosed(1, inputs.maxLinks()).mapToObj(LinkCount::new).toList();
      Search used = flaw == Flaw.UNSEARCHED ? Search.installed() : search;
      SearchOutcome<LinkCount, LinkCount> outcome =
          used.over(candidates)
              .evaluatedBy(each -> each)
              .infeasibleWhen(
                  each ->
                      each.links() < inputs.needed()
                          ? Optional.of("too few links")
                          : Optional.empty())
              .minimize(LinkCount::links);
      Optional<LinkCount> best = outcome.best().map(SearchOutcome.Candidate::config);
      int off = flaw == Flaw.OBJECTIVE ? 1 : 0;
      return new LinksResult(
          best.map(each -> (double) each.links() + off),
          "links",
          "",
          OptimizerResult.Direction.MINIMIZE,
          flaw == Flaw.CONFIG ? Optional.of(new LinkCount(inputs.maxLinks())) : best,
          outcome.searched() + (flaw == Flaw.TOTAL ? 1 : 0),
          outcome.infeasibleCount(),
          outcome.failedCount(),
          outcome.top().stream().map(SearchOutcome.Candidate::config).toList(),
          best.isPresent());
    }
  }

  private Laws() {}
}

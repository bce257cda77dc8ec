package org.mlsysim.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import javax.measure.Unit;
import org.mlsysim.api.OptimizerResult;
import org.mlsysim.api.SearchOutcome;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.units.UnknownUnitException;

/** required_r06. */
final class TierLaw {
  private static final double TOLERANCE = 1e-9;

  static List<String> ofSolver(Inversion inversion) {
    return inversion.holds()
        ? List.of()
        : List.of(
            "%s: asked for %s, the model gives %s for the answer, more than %s apart"
                .formatted(
                    inversion.quantity(),
                    inversion.target(),
                    inversion.reached(),
                    inversion.tolerance()));
  }

  static <I extends Record, R extends SolverResult> List<String> ofOptimizer(
      Subject<I, R> subject) {
    List<SearchOutcome<?, ?>> searches = new ArrayList<>();
    R answer =
        subject.answer(subject.inputs(), subject.search().observedBy(each -> add(searches, each)));
    OptimizerResult result = (OptimizerResult) answer;
    if (searches.isEmpty()) {
      return List.of("it evaluates no candidate through Search");
    }
    List<String> violations = new ArrayList<>();
    count("total_searched", result.totalSearched(), searches, SearchOutcome::searched, violations);
    count(
        "candidates_infeasible",
        result.candidatesInfeasible(),
        searches,
        SearchOutcome::infeasibleCount,
        violations);
    count(
        "candidates_failed",
        result.candidatesFailed(),
        searches,
        SearchOutcome::failedCount,
        violations);
    checkBest(result, searches, violations);
    return violations;
  }

  private static void add(List<SearchOutcome<?, ?>> searches, SearchOutcome<?, ?> each) {
    synchronized (searches) {
      searches.add(each);
    }
  }

  private static void count(
      String name,
      int reported,
      List<SearchOutcome<?, ?>> searches,
      ToIntFunction<SearchOutcome<?, ?>> counter,
      List<String> violations) {
    int counted = searches.stream().mapToInt(counter).sum();
    if (reported != counted) {
      violations.add("%s is %d, Search counted %d".formatted(name, reported, counted));
    }
  }

  private static void checkBest(
      OptimizerResult result, List<SearchOutcome<?, ?>> searches, List<String> violations) {
    DoubleStream bests =
        searches.stream()
            .flatMap(each -> each.best().stream())
            .mapToDouble(SearchOutcome.Candidate::objective);
    double[] objectives = bests.toArray();
    if (objectives.length == 0) {
      if (result.bestConfig().isPresent() || result.objectiveValue().isPresent()) {
        violations.add("nothing is feasible, yet there is a best_config or an objective_value");
      } else if (result.reasons().isEmpty()) {
        violations.add("nothing is feasible, and the result says no reason");
      }
      return;
    }
    if (result.bestConfig().isEmpty() || result.objectiveValue().isEmpty()) {
      violations.add(
          "a feasible candidate was found, yet best_config or objective_value is absent");
      return;
    }
    boolean most = result.direction() == OptimizerResult.Direction.MAXIMIZE;
    double best =
        most
            ? DoubleStream.of(objectives).max().orElseThrow()
            : DoubleStream.of(objectives).min().orElseThrow();
    double reported = result.objectiveValue().get();
    double coherent = coherent(reported, result.objectiveUnit());
    if (!Subject.close(reported, best, TOLERANCE) && !Subject.close(coherent, best, TOLERANCE)) {
      violations.add(
          "objective_value is %s %s, the best evaluated candidate has %s"
              .formatted(reported, result.objectiveUnit(), best));
    }
    Record config = result.bestConfig().get();
    List<?> sameKind =
        searches.stream()
            .flatMap(each -> each.best().stream())
            .<Object>map(SearchOutcome.Candidate::config)
            .filter(each -> each.getClass() == config.getClass())
            .toList();
    if (!sameKind.isEmpty() && sameKind.stream().noneMatch(each -> Objects.equals(each, config))) {
      violations.add("best_config is %s, Search found %s".formatted(config, sameKind));
    }
  }

  /** The objective in coherent units, in which a search may have compared it. */
  private static double coherent(double value, String symbol) {
    try {
      Unit<?> unit = Units.parse(symbol);
      return Units.convert(value, unit, unit.getSystemUnit());
    } catch (UnknownUnitException e) {
      return value;
    }
  }

  private TierLaw() {}
}

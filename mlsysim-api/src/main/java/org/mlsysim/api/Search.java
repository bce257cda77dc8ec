package org.mlsysim.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.catalog.Catalog;
import org.mlsysim.api.catalog.Catalogs;

/**
 * How an optimizer searches: it hands in candidates, models evaluate them, and this class counts,
 * compares and keeps the best.
 *
 * <p>The outcome does not depend on the number of threads: candidates are compared in the order in
 * which they were handed in. Objectives within a relative tolerance of the best tie; ties go to the
 * first by the tie-break, then to the one handed in first.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Search {
  private static final int CHUNK = 1024;

  private final java.util.function.Supplier<Catalogs> catalogs;
  private final boolean parallel;
  private final IntConsumer progress;
  private final BooleanSupplier cancelled;
  private final Consumer<? super SearchOutcome<?, ?>> observer;

  private Search(
      java.util.function.Supplier<Catalogs> catalogs,
      boolean parallel,
      IntConsumer progress,
      BooleanSupplier cancelled,
      Consumer<? super SearchOutcome<?, ?>> observer) {
    this.catalogs = catalogs;
    this.parallel = parallel;
    this.progress = progress;
    this.cancelled = cancelled;
    this.observer = observer;
  }

  /** A search with the discovered catalogs, on all cores. */
  public static Search installed() {
    return new Search(Catalogs::installed, true, done -> {}, () -> false, outcome -> {});
  }

  /** A search with given catalogs, on all cores. */
  public static Search with(Catalogs catalogs) {
    return new Search(() -> catalogs, true, done -> {}, () -> false, outcome -> {});
  }

  /** The same search on the calling thread alone. */
  public Search sequential() {
    return new Search(catalogs, false, progress, cancelled, observer);
  }

  /** The same search, telling how many candidates are evaluated from time to time. */
  public Search reporting(IntConsumer listener) {
    return new Search(catalogs, parallel, listener, cancelled, observer);
  }

  /** The same search, given up with a {@link CancellationException} once the flag says so. */
  public Search cancelledBy(BooleanSupplier flag) {
    return new Search(catalogs, parallel, progress, flag, observer);
  }

  /** The same search, telling the outcome of each of its runs; what tests of optimizers look at. */
  public Search observedBy(Consumer<? super SearchOutcome<?, ?>> listener) {
    return new Search(catalogs, parallel, progress, cancelled, listener);
  }

  /** The registered objects of a type; models and solvers never see them. */
  public <T> Catalog<T> catalog(Class<T> type) {
    return catalogs.get().of(type);
  }

  /** Starts a search over candidates. */
  public <C> Candidates<C> over(List<C> candidates) {
    return new Candidates<>(List.copyOf(candidates));
  }

  /** Candidates that wait for their evaluation. */
  public final class Candidates<C> {
    private final List<C> candidates;

    private Candidates(List<C> candidates) {
      this.candidates = candidates;
    }

    /** Says how a candidate is evaluated; an exception makes it a failed candidate. */
    public <E> Evaluated<C, E> evaluatedBy(Function<? super C, ? extends E> evaluate) {
      return new Evaluated<>(candidates, evaluate);
    }
  }

  /** A search that needs an objective. */
  public final class Evaluated<C, E> {
    private final List<C> candidates;
    private final Function<? super C, ? extends E> evaluate;
    private Function<? super E, Optional<String>> infeasible = evaluation -> Optional.empty();
    private Comparator<? super C> tieBreak = Comparator.comparingInt(config -> 0);
    private double tolerance;
    private int top = 5;

    private Evaluated(List<C> candidates, Function<? super C, ? extends E> evaluate) {
      this.candidates = candidates;
      this.evaluate = evaluate;
    }

    /** Says why an evaluation cannot be; empty where it can. */
    public Evaluated<C, E> infeasibleWhen(Function<? super E, Optional<String>> reason) {
      this.infeasible = reason;
      return this;
    }

    /** Orders candidates whose objectives tie within a relative tolerance. */
    public Evaluated<C, E> tiesWithin(double relative, Comparator<? super C> order) {
      this.tolerance = relative;
      this.tieBreak = order;
      return this;
    }

    /** How many of the best to keep. */
    public Evaluated<C, E> keep(int best) {
      this.top = best;
      return this;
    }

    /** Searches for the candidate with the largest objective. */
    public SearchOutcome<C, E> maximize(ToDoubleFunction<? super E> objective) {
      return run(objective, 1);
    }

    /** Searches for the candidate with the smallest objective. */
    public SearchOutcome<C, E> minimize(ToDoubleFunction<? super E> objective) {
      return run(objective, -1);
    }

    private SearchOutcome<C, E> run(ToDoubleFunction<? super E> objective, int sign) {
      List<SearchOutcome.Candidate<C, E>> feasible = new ArrayList<>();
      List<SearchOutcome.Dropped<C>> infeasibles = new ArrayList<>();
      List<SearchOutcome.Dropped<C>> failed = new ArrayList<>();
      for (int from = 0; from < candidates.size(); from += CHUNK) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException(
              "given up after %d of %d candidates".formatted(from, candidates.size()));
        }
        int to = Math.min(candidates.size(), from + CHUNK);
        IntStream indices = IntStream.range(from, to);
        List<Judged<C, E>> judged =
            (parallel ? indices.parallel() : indices)
                .mapToObj(i -> judge(candidates.get(i), objective))
                .toList();
        for (Judged<C, E> each : judged) {
          if (each.candidate != null) {
            feasible.add(each.candidate);
          } else if (each.infeasible != null) {
            infeasibles.add(new SearchOutcome.Dropped<>(each.config, each.infeasible));
          } else {
            failed.add(new SearchOutcome.Dropped<>(each.config, String.valueOf(each.failure)));
          }
        }
        progress.accept(to);
      }
      SearchOutcome<C, E> outcome =
          new SearchOutcome<>(
              best(feasible, sign), candidates.size(), feasible.size(), infeasibles, failed);
      observer.accept(outcome);
      return outcome;
    }

    private Judged<C, E> judge(C config, ToDoubleFunction<? super E> objective) {
      try {
        E evaluation = evaluate.apply(config);
        Optional<String> reason = infeasible.apply(evaluation);
        if (reason.isPresent()) {
          return new Judged<>(config, null, reason.get(), null);
        }
        double value = objective.applyAsDouble(evaluation);
        return Double.isNaN(value)
            ? new Judged<>(config, null, "the objective has no value", null)
            : new Judged<>(
                config, new SearchOutcome.Candidate<>(config, evaluation, value), null, null);
      } catch (RuntimeException e) {
        return new Judged<>(config, null, null, String.valueOf(e.getMessage()));
      }
    }

    /**
     * The best few, best first. Ties form groups: all within the tolerance of a group's best value
     * belong to it, and the tie-break orders the group.
     */
    private List<SearchOutcome.Candidate<C, E>> best(
        List<SearchOutcome.Candidate<C, E>> feasible, int sign) {
      List<SearchOutcome.Candidate<C, E>> sorted = new ArrayList<>(feasible);
      sorted.sort(Comparator.comparingDouble(candidate -> -sign * candidate.objective()));
      List<SearchOutcome.Candidate<C, E>> ordered = new ArrayList<>();
      int start = 0;
      while (start < sorted.size() && ordered.size() < top) {
        double best = sorted.get(start).objective();
        int end = start + 1;
        while (end < sorted.size()
            && Math.abs(sorted.get(end).objective() - best) <= tolerance * Math.abs(best)) {
          end++;
        }
        List<SearchOutcome.Candidate<C, E>> group = new ArrayList<>(sorted.subList(start, end));
        group.sort((one, other) -> tieBreak.compare(one.config(), other.config()));
        ordered.addAll(group);
        start = end;
      }
      return ordered.subList(0, Math.min(top, ordered.size()));
    }
  }

  private record Judged<C, E>(
      C config,
      SearchOutcome.@Nullable Candidate<C, E> candidate,
      @Nullable String infeasible,
      @Nullable String failure) {}
}

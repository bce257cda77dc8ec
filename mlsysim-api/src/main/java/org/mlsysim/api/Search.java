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
 *
 * <p>Only what can still be among the best is remembered, so a space may be far larger than the
 * memory; see {@link #over(Source)}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Search {
  /** How many dropped candidates of a kind an outcome names at most; it counts them all. */
  public static final int DROPPED_KEPT = 10_000;

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
    List<C> all = List.copyOf(candidates);
    return over(all::forEach);
  }

  /** Starts a search over candidates that are made as they are needed. */
  public <C> Candidates<C> over(Source<C> source) {
    return new Candidates<>(source);
  }

  /**
   * Makes candidates and hands them over one by one, in an order of its own that is always the
   * same.
   *
   * @param <C> the candidate
   */
  @FunctionalInterface
  public interface Source<C> {
    /** Hands over every candidate; what the receiver throws ends the search. */
    void handTo(Consumer<C> receiver);
  }

  /** Candidates that wait for their evaluation. */
  public final class Candidates<C> {
    private final Source<C> source;

    private Candidates(Source<C> source) {
      this.source = source;
    }

    /** Says how a candidate is evaluated; an exception makes it a failed candidate. */
    public <E> Evaluated<C, E> evaluatedBy(Function<? super C, ? extends E> evaluate) {
      return new Evaluated<>(source, evaluate);
    }
  }

  /** A search that needs an objective. */
  public final class Evaluated<C, E> {
    private final Source<C> source;
    private final Function<? super C, ? extends E> evaluate;
    private Function<? super E, Optional<String>> infeasible = evaluation -> Optional.empty();
    private Comparator<? super C> tieBreak = Comparator.comparingInt(config -> 0);
    private Function<? super C, ?> key = config -> new Object();
    private double tolerance;
    private int top = 5;

    private Evaluated(Source<C> source, Function<? super C, ? extends E> evaluate) {
      this.source = source;
      this.evaluate = evaluate;
    }

    /** Says why an evaluation cannot be; empty where it can. */
    public Evaluated<C, E> infeasibleWhen(Function<? super E, Optional<String>> reason) {
      this.infeasible = reason;
      return this;
    }

    /** Lets ties within a relative tolerance go to the candidate that was handed in first. */
    public Evaluated<C, E> tiesWithin(double relative) {
      this.tolerance = relative;
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

    /** Keeps of the candidates that share a key the best one alone. */
    public Evaluated<C, E> bestOfEach(Function<? super C, ?> shared) {
      this.key = shared;
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
      Tally<C, E> tally = new Tally<>(new Ranking<>(sign, top, tolerance, tieBreak, key));
      List<C> chunk = new ArrayList<>(CHUNK);
      source.handTo(
          candidate -> {
            chunk.add(candidate);
            if (chunk.size() == CHUNK) {
              evaluate(chunk, objective, tally);
              chunk.clear();
            }
          });
      if (!chunk.isEmpty()) {
        evaluate(chunk, objective, tally);
      }
      SearchOutcome<C, E> outcome = tally.outcome();
      observer.accept(outcome);
      return outcome;
    }

    private void evaluate(List<C> chunk, ToDoubleFunction<? super E> objective, Tally<C, E> tally) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("given up after %d candidates".formatted(tally.searched));
      }
      IntStream indices = IntStream.range(0, chunk.size());
      (parallel ? indices.parallel() : indices)
          .mapToObj(i -> judge(chunk.get(i), objective))
          .toList()
          .forEach(tally::add);
      progress.accept(tally.searched);
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
  }

  private record Judged<C, E>(
      C config,
      SearchOutcome.@Nullable Candidate<C, E> candidate,
      @Nullable String infeasible,
      @Nullable String failure) {}

  /** What has been found so far. */
  private static final class Tally<C, E> {
    private final Ranking<C, E> ranking;
    private final List<SearchOutcome.Dropped<C>> infeasible = new ArrayList<>();
    private final List<SearchOutcome.Dropped<C>> failed = new ArrayList<>();
    private int searched;
    private int feasible;
    private int infeasibleCount;
    private int failedCount;

    private Tally(Ranking<C, E> ranking) {
      this.ranking = ranking;
    }

    void add(Judged<C, E> judged) {
      searched++;
      if (judged.candidate != null) {
        feasible++;
        ranking.add(judged.candidate);
      } else if (judged.infeasible != null) {
        infeasibleCount++;
        keep(infeasible, judged.config, judged.infeasible);
      } else {
        failedCount++;
        keep(failed, judged.config, String.valueOf(judged.failure));
      }
    }

    private void keep(List<SearchOutcome.Dropped<C>> dropped, C config, String reason) {
      if (dropped.size() < DROPPED_KEPT) {
        dropped.add(new SearchOutcome.Dropped<>(config, reason));
      }
    }

    SearchOutcome<C, E> outcome() {
      return new SearchOutcome<>(
          ranking.top(), searched, feasible, infeasibleCount, failedCount, infeasible, failed);
    }
  }
}

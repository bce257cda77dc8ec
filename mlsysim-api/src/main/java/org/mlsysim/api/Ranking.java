package org.mlsysim.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mlsysim.api.SearchOutcome.Candidate;

/**
 * The candidates of a search that can still be among its best few; all others are forgotten.
 *
 * <p>Best first. Ties form groups: all within a relative tolerance of a group's best value belong
 * to it, and inside a group the tie-break decides, then the order of adding. Of the candidates that
 * share a key only the first stands in the list.
 *
 * @param <C> the candidate
 * @param <E> its evaluation
 */
final class Ranking<C, E> {
  private static final int SMALL = 1024;

  private record Entry<C, E>(Candidate<C, E> candidate, Object key, double score, long order) {}

  private final int sign;
  private final int places;
  private final double tolerance;
  private final Comparator<? super C> tieBreak;
  private final Function<? super C, ?> key;

  private List<Entry<C, E>> kept = new ArrayList<>();
  private int bound = SMALL;
  private double bar = Double.NEGATIVE_INFINITY;
  private long added;

  /**
   * An empty list.
   *
   * @param sign 1 where more is better, -1 where less is
   * @param places how many of the best are asked for
   * @param tolerance relative width of a tie, &ge; 0
   * @param tieBreak settles ties
   * @param key what the candidates that compete for one place have in common
   */
  Ranking(
      int sign,
      int places,
      double tolerance,
      Comparator<? super C> tieBreak,
      Function<? super C, ?> key) {
    this.sign = sign;
    this.places = places;
    this.tolerance = tolerance;
    this.tieBreak = tieBreak;
    this.key = key;
  }

  /** Adds a candidate; the objective is a number. */
  void add(Candidate<C, E> candidate) {
    // Adding 0.0 makes one zero of two, so that equal scores are next to each other when sorted.
    double score = sign * candidate.objective() + 0.0;
    long order = added++;
    if (score < bar) {
      return;
    }
    kept.add(new Entry<>(candidate, key.apply(candidate.config()), score, order));
    if (kept.size() >= bound) {
      prune();
      bound = Math.max(SMALL, 2 * kept.size());
    }
  }

  /** How many candidates are remembered. */
  int remembered() {
    return kept.size();
  }

  /**
   * Forgets whom enough others beat for certain: candidates below the best of as many keys as there
   * are places by more than a tie, and of equal ones those that come later for the same key, or
   * behind as many keys as there are places.
   */
  private void prune() {
    kept.sort(byScore().thenComparing(inTie()));
    List<Entry<C, E>> left = new ArrayList<>();
    Set<Object> keys = new HashSet<>();
    Set<Object> equal = new HashSet<>();
    double run = Double.NaN;
    for (Entry<C, E> entry : kept) {
      if (entry.score() < bar) {
        break;
      }
      if (entry.score() != run) {
        run = entry.score();
        equal.clear();
      }
      if (equal.size() < places && equal.add(entry.key())) {
        left.add(entry);
      }
      if (keys.add(entry.key()) && keys.size() == places) {
        // Twice the tolerance, so that rounding forgets nobody who ties.
        bar = Math.max(bar, entry.score() - 2 * tolerance * Math.abs(entry.score()));
      }
    }
    kept = left;
  }

  /** The best few, best first. */
  List<Candidate<C, E>> top() {
    kept.sort(byScore());
    List<Candidate<C, E>> best = new ArrayList<>();
    Set<Object> keys = new HashSet<>();
    int start = 0;
    while (start < kept.size() && best.size() < places) {
      int end = start + 1;
      while (end < kept.size() && ties(kept.get(start).score(), kept.get(end).score())) {
        end++;
      }
      List<Entry<C, E>> group = new ArrayList<>(kept.subList(start, end));
      group.sort(inTie());
      for (Entry<C, E> entry : group) {
        if (best.size() < places && keys.add(entry.key())) {
          best.add(entry.candidate());
        }
      }
      start = end;
    }
    return best;
  }

  private boolean ties(double best, double other) {
    return best == other || best - other <= tolerance * Math.abs(best);
  }

  private Comparator<Entry<C, E>> byScore() {
    return Comparator.comparingDouble(entry -> -entry.score());
  }

  private Comparator<Entry<C, E>> inTie() {
    return Comparator.<Entry<C, E>, C>comparing(entry -> entry.candidate().config(), tieBreak)
        .thenComparingLong(Entry::order);
  }
}

package org.mlsysim.api;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a search found.
 *
 * @param top the best candidates, best first
 * @param searched candidates handed in
 * @param feasible candidates that can be
 * @param infeasibleCount candidates that cannot be
 * @param failedCount candidates whose evaluation threw
 * @param infeasible those that cannot be, with the reason; the first {@link Search#DROPPED_KEPT}
 * @param failed those whose evaluation threw, with the message; the first {@link
 *     Search#DROPPED_KEPT}
 * @param <C> the candidate
 * @param <E> its evaluation
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SearchOutcome<C, E>(
    List<Candidate<C, E>> top,
    int searched,
    int feasible,
    int infeasibleCount,
    int failedCount,
    List<Dropped<C>> infeasible,
    List<Dropped<C>> failed) {
  public SearchOutcome {
    top = List.copyOf(top);
    infeasible = List.copyOf(infeasible);
    failed = List.copyOf(failed);
  }

  /** A feasible candidate with its evaluation and objective. */
  public record Candidate<C, E>(C config, E evaluation, double objective) {}

  /** A candidate that dropped out, and why. */
  public record Dropped<C>(C config, String reason) {}

  /** The best candidate, if any is feasible. */
  public Optional<Candidate<C, E>> best() {
    return top.stream().findFirst();
  }
}

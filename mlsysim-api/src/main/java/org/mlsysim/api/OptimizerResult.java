package org.mlsysim.api;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What an optimizer produces: the best candidate and how it was found.
 *
 * <p>An implementing record has components of these names; with nothing feasible, objective and
 * configuration are absent and {@link #reasons} says why.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface OptimizerResult extends SolverResult {
  /** The best objective, in {@link #objectiveUnit}. */
  Optional<Double> objectiveValue();

  /** What is optimised. */
  String objectiveName();

  /** The unit of the objective, "" where it has none. */
  String objectiveUnit();

  /** Whether more or less is better. */
  Direction direction();

  /** The best candidate. */
  Optional<? extends Record> bestConfig();

  /** Candidates handed to the search. */
  int totalSearched();

  /** Candidates that were evaluated and cannot be. */
  int candidatesInfeasible();

  /** Candidates whose evaluation failed. */
  int candidatesFailed();

  /** The best few candidates, best first. */
  List<? extends Record> topCandidates();

  /** Whether more or less is better. */
  enum Direction {
    MAXIMIZE,
    MINIMIZE
  }
}

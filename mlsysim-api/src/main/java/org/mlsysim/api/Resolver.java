package org.mlsysim.api;

import java.util.List;
import org.apiguardian.api.API;
import org.mlsysim.api.port.PortSpec;

/**
 * A law of mlsysim that answers one question: the service that plugins provide.
 *
 * <p>There are exactly three tiers; a resolver extends one of them. What it requires is its input
 * record, what it produces is its result record; both are declared once, as types, and described at
 * run time as ports.
 *
 * @param <I> the input record
 * @param <R> the result record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Resolver<I extends Record, R extends SolverResult>
    permits BaseModel, BaseSolver, BaseOptimizer {
  /** Everything known about the resolver without running it. */
  Contract<I, R> contract();

  /**
   * Answers the question after checking every input against its port; what pipelines, sweeps and
   * the command line call.
   *
   * @throws org.mlsysim.api.error.BadInputException if an input is refused
   * @throws org.mlsysim.api.error.InfeasibleException if the result is infeasible and the input
   *     {@code raise_errors} is true
   * @throws org.mlsysim.api.error.InternalException if the resolver itself fails
   */
  R resolve(I inputs);

  /**
   * Explains the headline outputs of an answer; empty where a resolver does not explain itself.
   *
   * @param inputs the inputs of the answer
   * @param result the answer
   */
  default List<Explanation> explain(I inputs, R result) {
    return List.of();
  }

  /** The name under which the resolver is found: its class name. */
  default String id() {
    return contract().id();
  }

  /** Which of the three tiers it is. */
  default Tier tier() {
    return contract().tier();
  }

  /** The inputs that must be given. */
  default List<PortSpec> requires() {
    return contract().requires();
  }

  /** All inputs, those with defaults included. */
  default List<PortSpec> inputs() {
    return contract().inputs().ports();
  }

  /** The outputs. */
  default List<PortSpec> produces() {
    return contract().outputs().ports();
  }
}

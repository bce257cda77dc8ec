package org.mlsysim.api;

import java.lang.invoke.MethodHandles;
import org.apiguardian.api.API;

/**
 * X = f⁻¹(Y), or a gradient of f: models inverted or differentiated, exact to a stated tolerance.
 *
 * <p>A solver keeps no state; its answer put into its model gives the target back.
 *
 * @param <I> the input record
 * @param <R> the result record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract non-sealed class BaseSolver<I extends Record, R extends SolverResult>
    implements Resolver<I, R> {
  private final Contract<I, R> contract;

  /**
   * Reads the ports of both records through the resolver's own lookup.
   *
   * @throws IllegalArgumentException if a record is no good contract; it names the record
   */
  protected BaseSolver(MethodHandles.Lookup lookup, Class<I> inputs, Class<R> result) {
    this.contract = new Contract<>(Tier.SOLVER, getClass(), lookup, inputs, result);
  }

  /** Inverts the law; inputs are inside their ranges when called through {@link #resolve}. */
  public abstract R solve(I inputs);

  @Override
  public final R resolve(I inputs) {
    return contract.checked(inputs, this::solve);
  }

  @Override
  public final Contract<I, R> contract() {
    return contract;
  }
}

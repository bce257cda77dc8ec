package org.mlsysim.api;

import java.lang.invoke.MethodHandles;
import org.apiguardian.api.API;

/**
 * Y = f(X): a law evaluated in one state.
 *
 * <p>A model is deterministic and decides nothing: no search, no I/O, no clock, no random number,
 * no mutable state.
 *
 * @param <I> the input record
 * @param <R> the result record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract non-sealed class BaseModel<I extends Record, R extends SolverResult>
    implements Resolver<I, R> {
  private final Contract<I, R> contract;

  /**
   * Reads the ports of both records through the resolver's own lookup.
   *
   * @throws IllegalArgumentException if a record is no good contract; it names the record
   */
  protected BaseModel(MethodHandles.Lookup lookup, Class<I> inputs, Class<R> result) {
    this.contract = new Contract<>(Tier.MODEL, getClass(), lookup, inputs, result);
  }

  /** Evaluates the law; inputs are inside their ranges when called through {@link #resolve}. */
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

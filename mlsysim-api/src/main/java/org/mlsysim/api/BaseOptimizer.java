package org.mlsysim.api;

import java.lang.invoke.MethodHandles;
import org.apiguardian.api.API;

/**
 * max f(x) subject to g(x) ≤ c: a search over candidates that models evaluate.
 *
 * <p>An optimizer hands its candidates to {@link Search}, which counts them, keeps the best and
 * settles ties, so that its result is right by construction.
 *
 * @param <I> the input record
 * @param <R> the result record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract non-sealed class BaseOptimizer<I extends Record, R extends OptimizerResult>
    implements Resolver<I, R> {
  private final Contract<I, R> contract;

  /**
   * Reads the ports of both records through the resolver's own lookup.
   *
   * @throws IllegalArgumentException if a record is no good contract; it names the record
   */
  protected BaseOptimizer(MethodHandles.Lookup lookup, Class<I> inputs, Class<R> result) {
    this.contract = new Contract<>(Tier.OPTIMIZER, getClass(), lookup, inputs, result);
  }

  /** Searches; inputs are inside their ranges when called through {@link #resolve}. */
  public abstract R search(I inputs, Search search);

  /** Searches with the discovered catalogs, on all cores. */
  @Override
  public final R resolve(I inputs) {
    return resolve(inputs, Search.installed());
  }

  /** Searches with given catalogs, parallelism, progress and cancellation. */
  public final R resolve(I inputs, Search search) {
    return contract.checked(inputs, each -> search(each, search));
  }

  @Override
  public final Contract<I, R> contract() {
    return contract;
  }
}

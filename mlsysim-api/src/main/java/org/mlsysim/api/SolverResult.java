package org.mlsysim.api;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What a resolver produces: a record whose components are ports.
 *
 * <p>A result whose state can be impossible has a verdict port ({@code feasible}, {@code
 * is_feasible}, {@code stable}) and says in {@link #reasons} why it is false.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface SolverResult {
  /** What a reader should know before trusting the numbers; may be empty. */
  default List<String> caveats() {
    return List.of();
  }

  /** Why the verdict is false; empty when it is true. */
  default List<String> reasons() {
    return List.of();
  }
}

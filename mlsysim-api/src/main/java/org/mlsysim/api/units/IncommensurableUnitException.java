package org.mlsysim.api.units;

import java.io.Serial;
import org.apiguardian.api.API;

/** Two units of different dimensions where one was to be converted into the other. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class IncommensurableUnitException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  IncommensurableUnitException(String from, String to, Throwable cause) {
    super("%s does not convert into %s.".formatted(name(from), name(to)), cause);
  }

  private static String name(String symbol) {
    return symbol.isEmpty() ? "a plain number" : symbol;
  }
}

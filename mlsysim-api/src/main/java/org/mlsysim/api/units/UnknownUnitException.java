package org.mlsysim.api.units;

import java.io.Serial;
import java.util.List;
import org.apiguardian.api.API;

/** A unit symbol that mlsysim does not know. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class UnknownUnitException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  private final String symbol;
  private final String[] nearest;

  UnknownUnitException(String symbol, List<String> nearest) {
    super(
        nearest.isEmpty()
            ? "\"%s\" is not a unit.".formatted(symbol)
            : "\"%s\" is not a unit; the nearest are %s."
                .formatted(symbol, String.join(", ", nearest)));
    this.symbol = symbol;
    this.nearest = nearest.toArray(String[]::new);
  }

  /** The symbol as it was written. */
  public String symbol() {
    return symbol;
  }

  /** Known symbols that resemble it, nearest first. */
  public List<String> nearest() {
    return List.of(nearest);
  }
}

package org.mlsysim.api.port;

import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;

/** The rule between a Java name and its wire name. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PortNames {
  /** Name endings that already say the unit, so that the wire shows the bare number. */
  private static final Map<String, String> UNIT_ENDINGS =
      Map.of(
          "_usd", "USD",
          "_kg", "kg",
          "_liters", "L",
          "_days", "d",
          "_years", "year",
          "_ms", "ms",
          "_gb", "GB",
          "_per_sec", "1/s");

  /** {@code batchSize} becomes {@code batch_size}; a run of capitals is one word. */
  public static String snakeCase(String name) {
    StringBuilder snake = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean wordStart =
          i > 0
              && Character.isUpperCase(c)
              && (!Character.isUpperCase(name.charAt(i - 1))
                  || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1))));
      if (wordStart) {
        snake.append('_');
      }
      snake.append(c);
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether the name ends in the unit, so that a quantity shows its bare number. */
  public static boolean endsInUnit(String port, String unit) {
    return UNIT_ENDINGS.entrySet().stream()
        .anyMatch(ending -> ending.getValue().equals(unit) && port.endsWith(ending.getKey()));
  }

  private PortNames() {}
}

package org.mlsysim.core.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.apiguardian.api.API;

/** Maps from names to values that keep the order in which the names were given. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Tables {
  /** An unmodifiable copy in the same order. */
  public static <V> Map<String, V> copyOf(Map<String, ? extends V> table) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(table));
  }

  /** A table of the same names, each value worked out from its name and value. */
  public static <V, W> Map<String, W> map(
      Map<String, V> table, BiFunction<String, ? super V, ? extends W> law) {
    Map<String, W> mapped = new LinkedHashMap<>();
    table.forEach((name, value) -> mapped.put(name, law.apply(name, value)));
    return Collections.unmodifiableMap(mapped);
  }

  private Tables() {}
}

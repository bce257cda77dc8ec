package org.mlsysim.core.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Maps from names to values that keep the order in which the names were given. */
public final class Tables {
  /** An unmodifiable copy in the same order. */
  public static <V> Map<String, V> copyOf(Map<String, ? extends V> table) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(table));
  }

  /** A table of the same names, each value put through a law. */
  public static <V, W> Map<String, W> each(
      Map<String, V> table, Function<? super V, ? extends W> law) {
    return map(table, (name, value) -> law.apply(value));
  }

  /** A table of the same names, each value worked out from its name and value. */
  public static <V, W> Map<String, W> map(
      Map<String, V> table, BiFunction<String, ? super V, ? extends W> law) {
    Map<String, W> mapped = new LinkedHashMap<>();
    table.forEach((name, value) -> mapped.put(name, law.apply(name, value)));
    return Collections.unmodifiableMap(mapped);
  }

  /** The same for a law that has no value for some; their names are left out. */
  public static <V, W> Map<String, W> present(
      Map<String, V> table, Function<? super V, Optional<W>> law) {
    Map<String, W> present = new LinkedHashMap<>();
    table.forEach((name, value) -> law.apply(value).ifPresent(each -> present.put(name, each)));
    return Collections.unmodifiableMap(present);
  }

  private Tables() {}
}

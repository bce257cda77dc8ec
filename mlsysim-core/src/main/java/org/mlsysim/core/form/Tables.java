package org.mlsysim.core.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Maps from names to values, always in the order given. */
public final class Tables {
  /** The map with every value put through a law. */
  public static <A, B> Map<String, B> each(
      Map<String, A> map, Function<? super A, ? extends B> law) {
    Map<String, B> answers = new LinkedHashMap<>();
    map.forEach((name, value) -> answers.put(name, law.apply(value)));
    return Collections.unmodifiableMap(answers);
  }

  /** The same for a law that also looks at the name. */
  public static <A, B> Map<String, B> each(
      Map<String, A> map, BiFunction<String, ? super A, ? extends B> law) {
    Map<String, B> answers = new LinkedHashMap<>();
    map.forEach((name, value) -> answers.put(name, law.apply(name, value)));
    return Collections.unmodifiableMap(answers);
  }

  /** The same for a law that has no value for some; their names are left out. */
  public static <A, B> Map<String, B> present(
      Map<String, A> map, Function<? super A, Optional<B>> law) {
    Map<String, B> answers = new LinkedHashMap<>();
    map.forEach((name, value) -> law.apply(value).ifPresent(each -> answers.put(name, each)));
    return Collections.unmodifiableMap(answers);
  }

  /** An unmodifiable copy. */
  public static <A> Map<String, A> copyOf(Map<String, A> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private Tables() {}
}

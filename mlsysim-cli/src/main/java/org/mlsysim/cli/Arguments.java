package org.mlsysim.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** The arguments and options that were given, as text. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Arguments {
  private final Map<String, List<String>> values;

  Arguments(Map<String, List<String>> values) {
    this.values = values;
  }

  /** The value of an argument or option, if it was given; the last one of a repeated one. */
  public Optional<String> find(String name) {
    List<String> given = all(name);
    return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
  }

  /** The value of a mandatory argument. */
  public String get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is no mandatory argument"));
  }

  /** All values of an argument or option, in the order given. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether an argument, option or switch was given. */
  public boolean has(String name) {
    return values.containsKey(name);
  }
}

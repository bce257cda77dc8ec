package org.mlsysim.api.port;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A port as it is known at run time.
 *
 * @param name the wire name, in snake_case
 * @param aliases further names that are read
 * @param type what the port carries
 * @param required whether a value must be given
 * @param defaultText the default in its text form; empty for required ports and for optional ones
 *     without default
 * @param range the numbers allowed
 * @param doc what the value is, in one line
 * @param linked whether an optional port may be fed by an earlier stage's like-named output
 * @param verdict whether this output says that the state can be
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PortSpec(
    String name,
    List<String> aliases,
    PortType type,
    boolean required,
    Optional<String> defaultText,
    Range range,
    String doc,
    boolean linked,
    boolean verdict) {

  public PortSpec {
    aliases = List.copyOf(aliases);
  }

  /** The unit symbol, or "" where the port is no quantity. */
  public String unit() {
    return type.unit();
  }

  /** Whether the name or one of the aliases is the given one. */
  public boolean answersTo(String given) {
    return name.equals(given) || aliases.contains(given);
  }

  /** What the port expects, for people: type, unit, range. */
  public String expected() {
    return range.limits() ? "%s in %s".formatted(type.text(), range) : type.text();
  }
}

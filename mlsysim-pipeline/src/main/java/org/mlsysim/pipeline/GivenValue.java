package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.port.Registry;
import org.mlsysim.api.port.Supply;
import org.mlsysim.api.wire.Wire;

/** A value given under a name, read at most once for each port that takes it. */
final class GivenValue {
  private final String name;
  private final Object raw;
  private final boolean ofRun;
  private final Registry registry;
  private final Map<Slot, Object> read = new ConcurrentHashMap<>();
  private final Map<Supply, Object> supplied = new HashMap<>();
  private final List<Supply> supplies = new ArrayList<>();

  /**
   * @param name the name under which it was given
   * @param raw the value as it was given
   * @param ofRun whether it was given to the run itself, not to the pipeline as a standing input
   * @param takers the ports that answer to the name
   * @param wanted whether some port answers to a name, so that supplying it is of use
   */
  GivenValue(
      String name,
      Object raw,
      boolean ofRun,
      List<Slot> takers,
      java.util.function.Predicate<String> wanted,
      Registry registry) {
    this.name = name;
    this.raw = raw;
    this.ofRun = ofRun;
    this.registry = registry;
    Class<?> type = raw.getClass();
    @Nullable Object object = raw;
    if (raw instanceof String || raw instanceof Wire) {
      Optional<Slot> taker = takers.stream().filter(Slot::carriesObject).findFirst();
      if (taker.isEmpty()) {
        return;
      }
      object = tryRead(taker.get());
      type = object == null ? taker.get().port().type().javaType() : object.getClass();
    }
    for (Supply supply : RecordShape.supplies(type)) {
      if (wanted.test(supply.port())) {
        // An object that cannot be read counts as supplying all, so that it is one error, not many.
        Optional<Object> value = object == null ? Optional.empty() : supply.of(object);
        value.ifPresent(each -> supplied.put(supply, each));
        if (object == null || value.isPresent()) {
          supplies.add(supply);
        }
      }
    }
  }

  String name() {
    return name;
  }

  Object raw() {
    return raw;
  }

  boolean ofRun() {
    return ofRun;
  }

  /** What it supplies to ports of other names. */
  List<Supply> supplies() {
    return supplies;
  }

  /** What it supplies to one port; null where the object itself could not be read. */
  @Nullable Object supplied(Supply supply) {
    return supplied.get(supply);
  }

  /** The value as a port takes it; null where the port refuses it, with the reasons reported. */
  @Nullable Object read(Slot slot, List<Finding> findings) {
    Object known = read.get(slot);
    if (known == null) {
      try {
        known = slot.read(raw, name, registry);
      } catch (MlsysimException e) {
        // Stages that share a name and a type refuse a value in the same words.
        e.findings().stream().filter(each -> !findings.contains(each)).forEach(findings::add);
        return null;
      }
      read.put(slot, known);
    }
    return known;
  }

  private @Nullable Object tryRead(Slot slot) {
    return read(slot, new ArrayList<>());
  }
}

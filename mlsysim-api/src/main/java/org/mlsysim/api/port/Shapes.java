package org.mlsysim.api.port;

import java.lang.invoke.MethodHandles;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.mlsysim.api.wire.Wire;

/** The shapes reachable through one lookup: those of a resolver's records and of theirs. */
final class Shapes {
  private final MethodHandles.Lookup lookup;
  private final ConcurrentMap<Class<?>, RecordShape<?>> shapes = new ConcurrentHashMap<>();

  Shapes(MethodHandles.Lookup lookup) {
    this.lookup = lookup;
  }

  MethodHandles.Lookup lookup() {
    return lookup;
  }

  boolean isRegistered(Class<?> type) {
    return Identified.class.isAssignableFrom(type);
  }

  RecordShape<?> of(Class<?> type) {
    RecordShape<?> known = shapes.get(type);
    if (known == null) {
      known = RecordShape.of(this, type.asSubclass(Record.class));
      shapes.put(type, known);
    }
    return known;
  }

  /** A registered object by its id, any other record written out. */
  Wire writeObject(Object value) {
    if (value instanceof Identified identified && identified.registryId().isPresent()) {
      return Wire.of(identified.registryId().get());
    }
    return of(value.getClass()).writeUnchecked(value);
  }
}

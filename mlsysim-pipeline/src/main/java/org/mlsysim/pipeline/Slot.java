package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.PortType;
import org.mlsysim.api.port.Registry;

/** An input port of a stage: a place that a value must come to. Each is equal to itself alone. */
final class Slot {
  private final Stage<?, ?> stage;
  private final int place;
  private final PortSpec port;
  private final List<String> names;

  Slot(Stage<?, ?> stage, int place, PortSpec port) {
    this.stage = stage;
    this.place = place;
    this.port = port;
    List<String> all = new ArrayList<>();
    all.add(port.name());
    all.addAll(port.aliases());
    this.names = List.copyOf(all);
  }

  Stage<?, ?> stage() {
    return stage;
  }

  /** The position among the stage's inputs. */
  int place() {
    return place;
  }

  PortSpec port() {
    return port;
  }

  /** The name, then the aliases. */
  List<String> names() {
    return names;
  }

  /** Whether absence is a value of the port: optional, and without default. */
  boolean mayBeAbsent() {
    return !port.required() && port.defaultText().isEmpty();
  }

  /** Whether objects of a class can be the port's value. */
  boolean takes(Class<?> type) {
    return port.type().javaType().isAssignableFrom(type);
  }

  /** Whether the port carries an object of a domain or of a record. */
  boolean carriesObject() {
    return port.type() instanceof PortType.Entity;
  }

  /** Reads a given value; findings name it by the path. */
  Object read(Object given, String path, Registry registry) {
    return stage.inputs().convert(port.name(), given, path, registry);
  }

  @Override
  public String toString() {
    return stage.name() + "." + port.name();
  }
}

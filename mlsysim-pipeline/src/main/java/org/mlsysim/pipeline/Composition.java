package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.Search;
import org.mlsysim.api.port.Supply;
import org.mlsysim.api.wire.Wire;

/**
 * Everything about a pipeline that no run changes: stages, wires, constants, standing inputs.
 *
 * <p>What depends on the names given, the wiring, is worked out once for each set of names and what
 * the objects given under them supply.
 */
final class Composition {
  private final String name;
  private final List<Stage<?, ?>> stages;
  private final Map<Slot, Output> wires;
  private final Map<Slot, Object> constants;
  private final Map<String, Object> inputs;
  private final LazyRegistry registry;
  private final Supplier<Search> search;
  private final Supplier<List<Resolver<?, ?>>> known;
  private final Map<String, List<Slot>> takers = new LinkedHashMap<>();
  private final Map<String, List<Output>> outputs = new LinkedHashMap<>();
  private volatile @Nullable Map<String, GivenValue> standing;
  private final ConcurrentMap<Map<String, List<Supply>>, Wiring> wirings =
      new ConcurrentHashMap<>();

  Composition(
      String name,
      List<Stage<?, ?>> stages,
      Map<Slot, Output> wires,
      Map<Slot, Object> constants,
      Map<String, Object> inputs,
      LazyRegistry registry,
      Supplier<Search> search,
      Supplier<List<Resolver<?, ?>>> known) {
    this.name = name;
    this.stages = List.copyOf(stages);
    this.wires = Map.copyOf(wires);
    this.constants = Map.copyOf(constants);
    this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    this.registry = registry;
    this.search = search;
    this.known = known;
    for (Stage<?, ?> stage : stages) {
      for (Slot slot : stage.slots()) {
        slot.names()
            .forEach(each -> takers.computeIfAbsent(each, key -> new ArrayList<>()).add(slot));
      }
      stage
          .contract()
          .outputs()
          .ports()
          .forEach(
              port -> {
                Output output = stage.output(port.name()).orElseThrow();
                outputs.computeIfAbsent(port.name(), key -> new ArrayList<>()).add(output);
                port.aliases()
                    .forEach(
                        alias ->
                            outputs.computeIfAbsent(alias, key -> new ArrayList<>()).add(output));
              });
    }
  }

  String name() {
    return name;
  }

  List<Stage<?, ?>> stages() {
    return stages;
  }

  Map<Slot, Output> wires() {
    return wires;
  }

  Map<Slot, Object> constants() {
    return constants;
  }

  Map<String, Object> inputs() {
    return inputs;
  }

  LazyRegistry registry() {
    return registry;
  }

  Supplier<Search> search() {
    return search;
  }

  /** The resolvers that could join; asked for only when something is missing. */
  Supplier<List<Resolver<?, ?>>> known() {
    return known;
  }

  /** Every name that some input port answers to. */
  List<String> inputNames() {
    return List.copyOf(takers.keySet());
  }

  /** The input ports that answer to a name, in the order of listing. */
  List<Slot> takers(String port) {
    return takers.getOrDefault(port, List.of());
  }

  /**
   * What other stages produce for an input port, one output a stage: a port of its name, or else of
   * an alias, or else the whole result.
   */
  List<Output> producers(Slot slot) {
    Map<Stage<?, ?>, Output> found = new LinkedHashMap<>();
    for (String each : slot.names()) {
      for (Output output : outputs.getOrDefault(each, List.of())) {
        if (output.stage() != slot.stage() && output.fits(slot)) {
          found.putIfAbsent(output.stage(), output);
        }
      }
    }
    if (slot.carriesObject()) {
      for (Stage<?, ?> stage : stages) {
        Output whole = new Output(stage, null);
        if (stage != slot.stage() && whole.fits(slot)) {
          found.putIfAbsent(stage, whole);
        }
      }
    }
    List<Output> inOrder = new ArrayList<>(found.values());
    inOrder.sort(java.util.Comparator.comparingInt(each -> each.stage().index()));
    return inOrder;
  }

  /** The outputs of the right name but of a type or dimension that does not fit. */
  List<Output> misfits(Slot slot) {
    return slot.names().stream()
        .flatMap(each -> outputs.getOrDefault(each, List.of()).stream())
        .filter(output -> output.stage() != slot.stage() && !output.fits(slot))
        .distinct()
        .toList();
  }

  /** The standing inputs with the values of a run, which replace them. */
  Map<String, GivenValue> given(Map<String, ?> values) {
    Map<String, GivenValue> given = new LinkedHashMap<>(standing());
    values.forEach(
        (port, value) -> {
          if (!isAbsent(value)) {
            give(given, given(port, value, true));
          }
        });
    return given;
  }

  /** The standing inputs, which runs share so that each is read once. */
  private Map<String, GivenValue> standing() {
    Map<String, GivenValue> known = standing;
    if (known == null) {
      Map<String, GivenValue> made = new LinkedHashMap<>();
      inputs.forEach((port, value) -> made.put(port, given(port, value, false)));
      known = made;
      standing = known;
    }
    return known;
  }

  /** Adds a value of a run, in place of a standing input under the same name or another alias. */
  void give(Map<String, GivenValue> given, GivenValue value) {
    if (!inputs.isEmpty()) {
      for (Slot slot : takers(value.name())) {
        slot.names().stream()
            .filter(each -> given.containsKey(each) && !given.get(each).ofRun())
            .forEach(given::remove);
      }
    }
    given.put(value.name(), value);
  }

  GivenValue given(String port, Object value, boolean ofRun) {
    return new GivenValue(port, value, ofRun, takers(port), takers::containsKey, registry);
  }

  private static boolean isAbsent(@Nullable Object value) {
    return value == null || value instanceof Wire.Null || Optional.empty().equals(value);
  }

  /** The wiring for given values; the same names with the same supplies have the same one. */
  Wiring wiring(Map<String, GivenValue> given) {
    Map<String, List<Supply>> signature = new java.util.HashMap<>();
    given.forEach((port, value) -> signature.put(port, value.supplies()));
    Wiring known = wirings.get(signature);
    if (known == null) {
      known = new Binder(this, signature).bind();
      // Wrong names are without number; only a wiring that can run is worth keeping.
      if (known.findings().isEmpty()) {
        wirings.put(signature, known);
      }
    }
    return known;
  }

  Prepared prepare(Map<String, ?> values) {
    return Prepared.of(this, given(values));
  }
}

package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.Finding;

/** What feeds every input port for one set of given names, ready to be run many times. */
final class Wiring {
  /**
   * A port that another stage feeds.
   *
   * @param slot the port
   * @param output what feeds it
   * @param converts whether the value must be read before the port takes it
   */
  record Feed(Slot slot, Output output, boolean converts) {}

  /** A port that a given value feeds. */
  record Take(Slot slot, String name) {}

  /** A port that given domain objects supply. */
  record Derive(Slot slot, List<Binding.Source> sources) {}

  private final Composition composition;
  private final List<List<Binding>> bindings;
  private final @Nullable Object[][] base;
  private final Graph graph;
  private final List<Integer> order;
  private final List<Finding> findings;
  private final List<List<Feed>> feeds = new ArrayList<>();
  private final List<Take> takes = new ArrayList<>();
  private final List<Derive> derives = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  /**
   * @param base the constants and defaults of every stage, null at all other places
   * @param findings everything wrong that does not depend on the values given
   */
  Wiring(
      Composition composition,
      List<List<Binding>> bindings,
      @Nullable Object[][] base,
      Graph graph,
      List<Finding> findings) {
    this.composition = composition;
    this.bindings = bindings;
    this.base = base;
    this.graph = graph;
    this.findings = List.copyOf(findings);
    List<Integer> sorted = new ArrayList<>(graph.order());
    for (Stage<?, ?> stage : composition.stages()) {
      // Stages of a cycle come last, so that a plan that cannot run can still be shown.
      if (!sorted.contains(stage.index())) {
        sorted.add(stage.index());
      }
      feeds.add(new ArrayList<>());
      for (Slot slot : stage.slots()) {
        sort(slot);
      }
    }
    this.order = List.copyOf(sorted);
  }

  private void sort(Slot slot) {
    Binding binding = of(slot);
    if (binding instanceof Binding.Fed fed) {
      feeds
          .get(slot.stage().index())
          .add(new Feed(slot, fed.output(), fed.output().converts(slot)));
    } else if (binding instanceof Binding.Given given) {
      takes.add(new Take(slot, given.name()));
      used.add(given.name());
    } else if (binding instanceof Binding.Derived derived && !derived.sources().get(0).constant()) {
      derives.add(new Derive(slot, derived.sources()));
      derived.sources().forEach(source -> used.add(source.name()));
    }
  }

  Composition composition() {
    return composition;
  }

  /** What feeds a port. */
  Binding of(Slot slot) {
    return bindings.get(slot.stage().index()).get(slot.place());
  }

  Graph graph() {
    return graph;
  }

  /** The stages, producers before consumers. */
  List<Integer> order() {
    return order;
  }

  /** Everything wrong that does not depend on the values given. */
  List<Finding> findings() {
    return findings;
  }

  /** A stage's values with constants and defaults in place. */
  @Nullable Object[] base(int stage) {
    return base[stage].clone();
  }

  /** What other stages feed to one. */
  List<Feed> feeds(int stage) {
    return feeds.get(stage);
  }

  List<Take> takes() {
    return takes;
  }

  List<Derive> derives() {
    return derives;
  }

  /** Whether a given value comes to any port. */
  boolean uses(String name) {
    return used.contains(name);
  }
}

package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.port.Supply;

/** Applies the rules of the package page to every input port, for one set of given names. */
final class Binder {
  private final Composition composition;
  private final Map<String, List<Supply>> given;
  private final List<List<Binding>> bindings = new ArrayList<>();
  private final @Nullable Object[][] base;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, List<Slot>> missing = new LinkedHashMap<>();
  private final Graph graph;

  Binder(Composition composition, Map<String, List<Supply>> given) {
    this.composition = composition;
    this.given = given;
    this.graph = new Graph(composition.stages().size());
    this.base = new Object[composition.stages().size()][];
  }

  Wiring bind() {
    for (Stage<?, ?> stage : composition.stages()) {
      readConstants(stage);
    }
    for (Stage<?, ?> stage : composition.stages()) {
      List<Binding> ofStage = new ArrayList<>();
      for (Slot slot : stage.slots()) {
        Binding binding = bind(slot);
        ofStage.add(binding);
        settle(slot, binding);
      }
      bindings.add(List.copyOf(ofStage));
    }
    List<Integer> cycle = graph.cycle();
    if (!cycle.isEmpty()) {
      findings.add(
          CompositionFindings.cycle(
              cycle.stream().map(composition.stages()::get).toList(), feeds()));
    }
    missing.forEach((port, slots) -> findings.add(missing(port, slots)));
    return new Wiring(composition, bindings, base, graph, findings);
  }

  private void readConstants(Stage<?, ?> stage) {
    @Nullable Object[] values = new Object[stage.slots().size()];
    base[stage.index()] = values;
    for (Slot slot : stage.slots()) {
      Object constant = composition.constants().get(slot);
      if (constant != null) {
        values[slot.place()] = read(slot, constant);
      }
    }
  }

  private @Nullable Object read(Slot slot, Object constant) {
    try {
      return slot.read(constant, slot.toString(), composition.registry());
    } catch (MlsysimException e) {
      findings.addAll(e.findings());
      return null;
    }
  }

  private Binding bind(Slot slot) {
    Object constant = composition.constants().get(slot);
    if (constant != null) {
      return new Binding.Constant(constant);
    }
    Output wired = composition.wires().get(slot);
    if (wired != null) {
      return new Binding.Fed(wired, true);
    }
    List<String> names = slot.names().stream().filter(given::containsKey).toList();
    if (!names.isEmpty()) {
      if (names.size() > 1) {
        findings.add(CompositionFindings.givenTwice(slot, names));
      }
      return new Binding.Given(names.get(0));
    }
    List<Output> outputs =
        composition.producers(slot).stream().filter(each -> mayBind(each, slot)).toList();
    if (!outputs.isEmpty()) {
      return outputs.size() == 1
          ? new Binding.Fed(outputs.get(0), false)
          : new Binding.Ambiguous(outputs);
    }
    List<Binding.Source> sources = ofConstants(slot);
    if (sources.isEmpty()) {
      sources = ofGiven(slot);
    }
    if (!sources.isEmpty()) {
      return new Binding.Derived(sources);
    }
    return slot.port().required() ? new Binding.Missing() : new Binding.Default();
  }

  /** A look-alike name must never change a number silently, so optional ports are choosy. */
  private static boolean mayBind(Output output, Slot slot) {
    return slot.port().required()
        || (slot.port().linked() && output.stage().index() < slot.stage().index());
  }

  private List<Binding.Source> ofConstants(Slot slot) {
    List<Binding.Source> sources = new ArrayList<>();
    for (Slot other : slot.stage().slots()) {
      Object object = base(slot)[other.place()];
      if (composition.constants().containsKey(other) && object != null) {
        for (Supply supply : RecordShape.supplies(object.getClass())) {
          if (supplies(supply, slot) && supply.of(object).isPresent()) {
            sources.add(new Binding.Source(other.port().name(), supply, true));
          }
        }
      }
    }
    return sources;
  }

  private List<Binding.Source> ofGiven(Slot slot) {
    List<Binding.Source> sources = new ArrayList<>();
    given.keySet().stream()
        .sorted()
        .forEach(
            name ->
                given.getOrDefault(name, List.of()).stream()
                    .filter(supply -> supplies(supply, slot))
                    .forEach(supply -> sources.add(new Binding.Source(name, supply, false))));
    return sources;
  }

  private static boolean supplies(Supply supply, Slot slot) {
    return slot.port().answersTo(supply.port()) && slot.takes(supply.type());
  }

  private void settle(Slot slot, Binding binding) {
    if (binding instanceof Binding.Fed fed) {
      graph.edge(fed.output().stage().index(), slot.stage().index());
    } else if (binding instanceof Binding.Ambiguous ambiguous) {
      findings.add(CompositionFindings.ambiguous(slot, ambiguous.outputs()));
    } else if (binding instanceof Binding.Missing) {
      missing.computeIfAbsent(slot.port().name(), port -> new ArrayList<>()).add(slot);
    } else if (binding instanceof Binding.Default) {
      base(slot)[slot.place()] = defaultOf(slot);
    } else if (binding instanceof Binding.Derived derived && derived.sources().get(0).constant()) {
      base(slot)[slot.place()] = ofConstant(slot, derived.sources());
    }
  }

  private @Nullable Object[] base(Slot slot) {
    return base[slot.stage().index()];
  }

  private @Nullable Object defaultOf(Slot slot) {
    try {
      return slot.stage()
          .inputs()
          .defaultValue(slot.port().name(), composition.registry())
          .orElse(null);
    } catch (MlsysimException e) {
      findings.addAll(e.findings());
      return null;
    }
  }

  private Object ofConstant(Slot slot, List<Binding.Source> sources) {
    List<Object> values = new ArrayList<>();
    for (Binding.Source source : sources) {
      Slot constant = slot.stage().slot(source.name()).orElseThrow();
      Object object = base(slot)[constant.place()];
      Optional.ofNullable(object).flatMap(source.supply()::of).ifPresent(values::add);
    }
    if (values.stream().distinct().count() > 1) {
      findings.add(CompositionFindings.suppliedTwice(slot, sources));
    }
    return values.get(0);
  }

  private List<Wiring.Feed> feeds() {
    List<Wiring.Feed> feeds = new ArrayList<>();
    for (Stage<?, ?> stage : composition.stages()) {
      for (Slot slot : stage.slots()) {
        if (bindings.get(stage.index()).get(slot.place()) instanceof Binding.Fed fed) {
          feeds.add(new Wiring.Feed(slot, fed.output(), false));
        }
      }
    }
    return feeds;
  }

  private Finding missing(String port, List<Slot> slots) {
    Slot first = slots.get(0);
    List<Output> misfits =
        slots.stream().flatMap(each -> composition.misfits(each).stream()).distinct().toList();
    return CompositionFindings.missing(
        port, slots, producers(first, composition.known().get()), misfits);
  }

  /** The ids of known resolvers that could produce a port, sorted. */
  static List<String> producers(Slot slot, List<Resolver<?, ?>> known) {
    return known.stream()
        .filter(resolver -> produces(new Stage<>(0, resolver.id(), resolver), slot))
        .map(Resolver::id)
        .distinct()
        .sorted()
        .collect(Collectors.toUnmodifiableList());
  }

  private static boolean produces(Stage<?, ?> stage, Slot slot) {
    return new Output(stage, null).fits(slot)
        || slot.names().stream()
            .anyMatch(name -> stage.output(name).filter(each -> each.fits(slot)).isPresent());
  }
}

package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mlsysim.api.error.NearestNames;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.PortType;

/**
 * Wires that would feed optional inputs which no rule binds, because only their names look alike.
 */
final class Suggestions {
  /** Shorter names resemble everything. */
  private static final int SHORTEST = 3;

  static List<PipelinePlan.Edge> of(Wiring wiring) {
    List<PipelinePlan.Edge> suggestions = new ArrayList<>();
    for (Stage<?, ?> stage : wiring.composition().stages()) {
      for (Slot slot : stage.slots()) {
        if (wiring.of(slot) instanceof Binding.Default) {
          Set<String> outputs = new LinkedHashSet<>();
          wiring.composition().producers(slot).stream()
              .filter(each -> closesNoCycle(wiring, each, slot))
              .forEach(each -> outputs.add(each.toString()));
          for (Stage<?, ?> other : wiring.composition().stages()) {
            if (other != stage && !wiring.graph().reaches(stage.index(), other.index())) {
              outputs.addAll(near(other, slot));
            }
          }
          outputs.forEach(each -> suggestions.add(new PipelinePlan.Edge(each, slot.toString())));
        }
      }
    }
    return List.copyOf(suggestions);
  }

  private static boolean closesNoCycle(Wiring wiring, Output output, Slot slot) {
    return !wiring.graph().reaches(slot.stage().index(), output.stage().index());
  }

  /** Numbers whose names differ from the port's by a slip: {@code hfu} for {@code mfu}. */
  private static List<String> near(Stage<?, ?> stage, Slot slot) {
    PortType type = slot.port().type();
    if (slot.port().name().length() < SHORTEST
        || !(type instanceof PortType.Real || type instanceof PortType.Measure)) {
      return List.of();
    }
    List<String> known =
        stage.contract().outputs().ports().stream()
            .filter(port -> type.accepts(port.type()))
            .map(PortSpec::name)
            .toList();
    int length = slot.port().name().length();
    return NearestNames.of(slot.port().name(), known).stream()
        .filter(each -> Math.abs(each.length() - length) <= 1)
        .map(each -> stage.name() + "." + each)
        .toList();
  }

  private Suggestions() {}
}

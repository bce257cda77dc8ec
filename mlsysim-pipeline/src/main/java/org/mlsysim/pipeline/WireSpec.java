package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.PortType;

/**
 * A wire as it was written.
 *
 * @param index its position among the wires, by which errors name it
 * @param from {@code STAGE.PORT} or {@code STAGE}
 * @param to {@code STAGE.PORT}
 */
record WireSpec(int index, String from, String to) {
  private record Place(Stage<?, ?> stage, String port) {}

  /** The outputs by the inputs that they feed; everything wrong is reported. */
  static Map<Slot, Output> resolve(
      List<WireSpec> wires, List<Stage<?, ?>> stages, Set<Slot> constants, List<Finding> findings) {
    Map<Slot, Output> resolved = new LinkedHashMap<>();
    for (WireSpec wire : wires) {
      Output output = wire.output(stages, findings);
      Slot slot = wire.slot(stages, findings);
      if (output == null || slot == null) {
        continue;
      }
      if (!output.fits(slot)) {
        findings.add(CompositionFindings.misfit(wire.path("to"), output, slot));
      }
      if (constants.contains(slot)) {
        findings.add(CompositionFindings.wiredConstant(wire.path("to"), slot, output));
      }
      Output other = resolved.putIfAbsent(slot, output);
      if (other != null && !other.toString().equals(output.toString())) {
        findings.add(CompositionFindings.twoWires(wire.path("to"), slot, other, output));
      }
    }
    findCycle(resolved, stages, findings);
    return resolved;
  }

  /** Wires that make a cycle make it in every plan. */
  private static void findCycle(
      Map<Slot, Output> wires, List<Stage<?, ?>> stages, List<Finding> findings) {
    Graph graph = new Graph(stages.size());
    List<Wiring.Feed> feeds = new ArrayList<>();
    wires.forEach(
        (slot, output) -> {
          graph.edge(output.stage().index(), slot.stage().index());
          feeds.add(new Wiring.Feed(slot, output, false));
        });
    List<Integer> cycle = graph.cycle();
    if (!cycle.isEmpty()) {
      List<Stage<?, ?>> members = new ArrayList<>();
      cycle.forEach(each -> members.add(stages.get(each)));
      findings.add(CompositionFindings.cycle(members, feeds));
    }
  }

  private @Nullable Output output(List<Stage<?, ?>> stages, List<Finding> findings) {
    Place place = place(from, path("from"), stages, findings);
    if (place == null) {
      return null;
    }
    Stage<?, ?> stage = place.stage();
    if (place.port().isEmpty()) {
      return new Output(stage, null);
    }
    Optional<Output> output = stage.output(place.port());
    if (output.isEmpty()) {
      List<String> known = outputs(stage, place.port().indexOf('.') >= 0);
      findings.add(CompositionFindings.unknownOutput(path("from"), stage, place.port(), known));
    }
    return output.orElse(null);
  }

  private @Nullable Slot slot(List<Stage<?, ?>> stages, List<Finding> findings) {
    Place place = place(to, path("to"), stages, findings);
    if (place == null) {
      return null;
    }
    Optional<Slot> slot = place.stage().slot(place.port());
    if (slot.isEmpty()) {
      findings.add(
          CompositionFindings.unknownInput(
              ErrorCode.PIPELINE_WIRE, path("to"), place.stage(), place.port()));
    }
    return slot.orElse(null);
  }

  private static @Nullable Place place(
      String text, String path, List<Stage<?, ?>> stages, List<Finding> findings) {
    int dot = text.indexOf('.');
    String name = dot < 0 ? text : text.substring(0, dot);
    for (Stage<?, ?> stage : stages) {
      if (stage.name().equals(name)) {
        return new Place(stage, dot < 0 ? "" : text.substring(dot + 1));
      }
    }
    List<String> known = stages.stream().map(Stage::name).toList();
    findings.add(CompositionFindings.unknownStage(ErrorCode.PIPELINE_WIRE, path, name, known));
    return null;
  }

  private String path(String end) {
    return "wires[%d].%s".formatted(index, end);
  }

  private static List<String> outputs(Stage<?, ?> stage, boolean nested) {
    List<String> names = new ArrayList<>();
    for (PortSpec port : stage.contract().outputs().ports()) {
      names.add(port.name());
      if (nested && port.type() instanceof PortType.Entity entity) {
        entity.ports().forEach(member -> names.add(port.name() + "." + member.name()));
      }
    }
    return names;
  }
}

package org.mlsysim.pipeline;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plan as a diagram: stages, the values given to them, and what is missing. */
final class PlanDiagram {
  /** An arrow between two nodes, with the port that it carries. */
  private record Arrow(String from, String to, String label) {}

  private final Map<String, String> stages = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> holes = new LinkedHashMap<>();
  private final Set<Arrow> arrows = new LinkedHashSet<>();

  private PlanDiagram(PipelinePlan plan) {
    for (PipelinePlan.PlannedStage stage : plan.stages()) {
      stages.put(stage.name(), "s" + (stages.size() + 1));
    }
    for (PipelinePlan.PlannedStage stage : plan.stages()) {
      String to = stages.get(stage.name());
      for (PipelinePlan.Input input : stage.inputs()) {
        draw(String.valueOf(to), input);
      }
    }
  }

  private void draw(String to, PipelinePlan.Input input) {
    String port = input.port().name();
    String from = input.origin().from().orElse("");
    switch (input.origin().kind()) {
      case WIRE, STAGE -> {
        int dot = from.indexOf('.');
        String stage = dot < 0 ? from : from.substring(0, dot);
        String output = dot < 0 ? "result" : from.substring(dot + 1);
        String label = output.equals(port) ? port : output + " as " + port;
        arrows.add(new Arrow(String.valueOf(stages.get(stage)), to, label));
      }
      case INPUT, DERIVED ->
          arrows.add(
              new Arrow(values.computeIfAbsent(from, name -> "v" + (values.size() + 1)), to, port));
      case MISSING ->
          arrows.add(
              new Arrow(holes.computeIfAbsent(port, name -> "m" + (holes.size() + 1)), to, port));
      case CONSTANT, DEFAULT -> {
        // A stage's own values are part of the stage, not of the flow.
      }
    }
  }

  static String mermaid(PipelinePlan plan) {
    PlanDiagram diagram = new PlanDiagram(plan);
    StringBuilder text = new StringBuilder("flowchart LR\n");
    plan.stages()
        .forEach(
            stage ->
                text.append(
                    "  %s[\"%s\"]\n"
                        .formatted(
                            diagram.stages.get(stage.name()),
                            String.join(
                                "<br/>", labels(stage).stream().map(PlanDiagram::html).toList()))));
    diagram.values.forEach((name, id) -> text.append("  %s([\"%s\"])\n".formatted(id, html(name))));
    diagram.holes.forEach((name, id) -> text.append("  %s{{\"%s?\"}}\n".formatted(id, html(name))));
    diagram.arrows.forEach(
        arrow ->
            text.append(
                "  %s -->|\"%s\"| %s\n".formatted(arrow.from(), html(arrow.label()), arrow.to())));
    return text.toString();
  }

  static String dot(PipelinePlan plan) {
    PlanDiagram diagram = new PlanDiagram(plan);
    StringBuilder text = new StringBuilder();
    text.append("digraph %s {\n".formatted(quoted(plan.pipeline())));
    text.append("  rankdir=LR;\n");
    plan.stages()
        .forEach(
            stage ->
                text.append(
                    "  %s [shape=box, label=%s];\n"
                        .formatted(
                            diagram.stages.get(stage.name()),
                            quoted(labels(stage).toArray(String[]::new)))));
    diagram.values.forEach(
        (name, id) -> text.append("  %s [shape=ellipse, label=%s];\n".formatted(id, quoted(name))));
    diagram.holes.forEach(
        (name, id) ->
            text.append("  %s [shape=hexagon, label=%s];\n".formatted(id, quoted(name + "?"))));
    diagram.arrows.forEach(
        arrow ->
            text.append(
                "  %s -> %s [label=%s];\n"
                    .formatted(arrow.from(), arrow.to(), quoted(arrow.label()))));
    return text.append("}\n").toString();
  }

  private static List<String> labels(PipelinePlan.PlannedStage stage) {
    return stage.name().equals(stage.resolver())
        ? List.of(stage.name())
        : List.of(stage.name(), stage.resolver());
  }

  private static String html(String text) {
    return Shown.line(text)
        .replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String quoted(String... lines) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < lines.length; i++) {
      text.append(i == 0 ? "" : "\\n");
      text.append(Shown.line(lines[i]).replace("\\", "\\\\").replace("\"", "\\\""));
    }
    return text.append('"').toString();
  }
}

package org.mlsysim.pipeline;

import java.util.List;
import java.util.stream.Collectors;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.port.PortSpec;

/** A plan as text. */
final class PlanText {
  static String of(PipelinePlan plan) {
    StringBuilder text = new StringBuilder();
    text.append(Shown.line(plan.pipeline())).append(": ");
    text.append(Shown.line(String.join(" -> ", plan.order()))).append('\n');
    int number = 0;
    for (PipelinePlan.PlannedStage stage : plan.stages()) {
      text.append('\n').append(++number).append(' ').append(heading(stage)).append('\n');
      TextTable inputs = new TextTable("    ");
      stage.inputs().forEach(each -> inputs.row(port(each.port()), origin(each)));
      text.append(inputs);
      text.append("    => ")
          .append(stage.outputs().stream().map(PlanText::port).collect(Collectors.joining(", ")))
          .append('\n');
    }
    section(text, "Suggested", plan.suggestions().stream().map(PlanText::suggestion).toList());
    section(text, "Notes", plan.caveats());
    section(text, "Wrong", plan.findings().stream().map(Finding::text).toList());
    return text.toString();
  }

  private static String heading(PipelinePlan.PlannedStage stage) {
    String what =
        stage.name().equals(stage.resolver())
            ? stage.tier().wireName()
            : stage.resolver() + ", " + stage.tier().wireName();
    String walls = stage.walls().isEmpty() ? "" : "; walls: " + String.join(", ", stage.walls());
    return Shown.line("%s (%s%s)".formatted(stage.name(), what, walls));
  }

  private static String port(PortSpec port) {
    return port.unit().isEmpty() ? port.name() : "%s [%s]".formatted(port.name(), port.unit());
  }

  private static String origin(PipelinePlan.Input input) {
    PipelinePlan.Origin origin = input.origin();
    String from = Shown.line(origin.from().orElse(""));
    String value = origin.value().map(Shown::text).orElse("absent");
    return switch (origin.kind()) {
      case WIRE -> "wired from " + from;
      case STAGE -> "from " + from;
      case INPUT ->
          from.equals(input.port().name())
              ? "given " + value
              : "given %s, as %s".formatted(value, from);
      case CONSTANT -> "constant " + value;
      case DERIVED -> "%s, supplied by %s".formatted(value, from);
      case DEFAULT -> "default " + value;
      case MISSING ->
          origin.producers().isEmpty()
              ? "MISSING"
              : "MISSING; produced by " + String.join(", ", origin.producers());
    };
  }

  private static String suggestion(PipelinePlan.Edge edge) {
    return "wire(\"%s\", \"%s\")".formatted(edge.from(), edge.to());
  }

  private static void section(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(title).append('\n');
      lines.forEach(
          each ->
              text.append("    ")
                  .append(each.lines().map(Shown::line).collect(Collectors.joining("\n    ")))
                  .append('\n'));
    }
  }

  private PlanText() {}
}

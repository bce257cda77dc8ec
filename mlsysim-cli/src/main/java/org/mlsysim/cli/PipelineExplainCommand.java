package org.mlsysim.cli;

import java.util.List;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.Findings;
import org.mlsysim.pipeline.PipelinePlan;

/** {@code pipeline explain}: what a run would do, and what keeps it from running. */
final class PipelineExplainCommand implements Command {
  private static final List<String> FORMATS = List.of("text", "mermaid", "dot");

  @Override
  public String name() {
    return "pipeline explain";
  }

  @Override
  public String summary() {
    return "show the stages of a pipeline and where each input comes from";
  }

  @Override
  public Syntax syntax() {
    return Syntax.builder()
        .required("file", "the pipeline, as YAML")
        .rest(PortArguments.NAME, "values by port name, for all stages")
        .option("format", "FORMAT", "text (default), mermaid or dot")
        .build();
  }

  @Override
  public Answer run(Arguments arguments, Session session) {
    String format = arguments.find("format").orElse("text");
    if (!FORMATS.contains(format)) {
      throw new BadInputException(List.of(Findings.notOneOf("format", format, FORMATS)));
    }
    PipelineFile file = PipelineFile.read(arguments.get("file"), session);
    PipelinePlan plan =
        file.build(file.builder()).plan(file.values(arguments.all(PortArguments.NAME)));
    return Answer.of(
        plan.complete() ? Answer.OK : Answer.BAD_INPUT,
        plan::toWire,
        page -> lines(text(plan, format), page));
  }

  private static String text(PipelinePlan plan, String format) {
    return switch (format) {
      case "mermaid" -> plan.toMermaid();
      case "dot" -> plan.toDot();
      default -> plan.explain();
    };
  }

  static void lines(String text, TextPage page) {
    text.lines().forEach(page::line);
  }
}

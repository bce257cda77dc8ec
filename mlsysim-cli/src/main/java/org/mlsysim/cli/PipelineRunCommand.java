package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.mlsysim.api.Metric;
import org.mlsysim.api.error.CompositionException;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.core.evaluation.Assertion;
import org.mlsysim.pipeline.Pipeline;
import org.mlsysim.pipeline.PipelineBuilder;
import org.mlsysim.pipeline.PipelineResult;
import org.mlsysim.pipeline.StageStatus;

/** {@code pipeline run}: every stage, and whether the targets are met. */
final class PipelineRunCommand implements Command {
  @Override
  public String name() {
    return "pipeline run";
  }

  @Override
  public String summary() {
    return "run a pipeline of resolvers";
  }

  @Override
  public Syntax syntax() {
    return Syntax.builder()
        .required("file", "the pipeline, as YAML")
        .rest(PortArguments.NAME, "values by port name, for all stages")
        .flag("parallel", "run independent stages at the same time")
        .build();
  }

  @Override
  public Answer run(Arguments arguments, Session session) {
    PipelineFile file = PipelineFile.read(arguments.get("file"), session);
    Map<String, Object> values = file.values(arguments.all(PortArguments.NAME));
    PipelineBuilder builder = file.builder().parallel(arguments.has("parallel"));
    for (PipelineFile.Callback each : file.callbacks()) {
      builder.listener(session.mlsysim().listener(each.id(), each.options()));
    }
    Pipeline pipeline = file.build(builder);
    PipelineResult result = result(pipeline, values, file);
    List<Assertion.Outcome> assertions = check(file.assertions(), result);
    return Answer.of(
        exitCode(result, assertions),
        () -> document(result, assertions),
        page -> write(result, assertions, page));
  }

  private static PipelineResult result(
      Pipeline pipeline, Map<String, Object> values, PipelineFile file) {
    List<Finding> findings = file.located(pipeline.plan(values).findings());
    if (findings.isEmpty()) {
      return pipeline.run(values);
    }
    boolean composed =
        findings.stream().anyMatch(each -> each.code().name().startsWith("PIPELINE"));
    throw composed ? new CompositionException(findings) : MlsysimException.of(findings);
  }

  private static List<Assertion.Outcome> check(List<Assertion> assertions, PipelineResult result) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    result.metrics().forEach((name, metric) -> metrics.put(name.replaceFirst("/", "."), metric));
    List<Assertion.Outcome> outcomes = new ArrayList<>();
    for (Assertion each : assertions) {
      Metric metric = metrics.get(each.metric().name());
      outcomes.add(
          each.check(metric == null ? OptionalDouble.empty() : OptionalDouble.of(metric.value())));
    }
    return outcomes;
  }

  private static int exitCode(PipelineResult result, List<Assertion.Outcome> assertions) {
    if (result.status() == StageStatus.FAILED) {
      return Answer.FAILURE;
    }
    if (result.status() != StageStatus.OK) {
      return Answer.INFEASIBLE;
    }
    return assertions.stream().allMatch(Assertion.Outcome::passed)
        ? Answer.OK
        : Answer.ASSERTION_FAILED;
  }

  private static Wire.Fields document(PipelineResult result, List<Assertion.Outcome> assertions) {
    Wire.FieldsBuilder document = Wire.fields().putAll(result.toWire());
    if (exitCode(result, assertions) == Answer.ASSERTION_FAILED) {
      document.put("status", "sla_failed");
    }
    return document
        .put(
            "assertions",
            new Wire.Items(assertions.stream().map(each -> (Wire) each.toWire()).toList()))
        .put("violations", Wire.texts(violations(assertions)))
        .build();
  }

  private static List<String> violations(List<Assertion.Outcome> assertions) {
    return assertions.stream()
        .filter(each -> !each.passed())
        .map(Assertion.Outcome::message)
        .toList();
  }

  private static void write(
      PipelineResult result, List<Assertion.Outcome> assertions, TextPage page) {
    PipelineExplainCommand.lines(result.table(), page);
    for (Assertion.Outcome each : assertions) {
      page.put(
              each.passed() ? TextPage.Style.GOOD : TextPage.Style.BAD,
              each.passed() ? "PASS" : "FAIL")
          .put("  ")
          .line(each.passed() ? each.assertion().metric().name() : each.message());
    }
  }
}

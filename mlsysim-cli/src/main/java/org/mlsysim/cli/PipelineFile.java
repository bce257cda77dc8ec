package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.error.CompositionException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.PortType;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.core.evaluation.Assertion;
import org.mlsysim.core.evaluation.MetricForm;
import org.mlsysim.pipeline.Pipeline;
import org.mlsysim.pipeline.PipelineBuilder;

/** A pipeline as a file, with the values that a call adds to it. */
final class PipelineFile {
  /** The file as it is written. */
  record Content(
      @Port(doc = "version of the format") String version,
      @Port(doc = "name of the pipeline") String name,
      @Port(doc = "resolvers") List<StageEntry> stages,
      @Port(doc = "explicit edges", defaultValue = "") List<Edge> wires,
      @Port(doc = "values by port name, for all stages", defaultValue = "")
          Map<String, Wire> inputs,
      @Port(doc = "listeners to switch on", defaultValue = "") List<Callback> callbacks,
      @Port(doc = "targets") Optional<Targets> constraints) {}

  /** A stage as it is written. */
  record StageEntry(
      @Port(doc = "id of the resolver") String resolver,
      @Port(doc = "name of the stage") Optional<String> name,
      @Port(doc = "constants of the stage", defaultValue = "") Map<String, Wire> inputs) {}

  /** A wire as it is written. */
  record Edge(
      @Port(doc = "STAGE.PORT that gives") String from,
      @Port(doc = "STAGE.PORT that takes") String to) {}

  /** A listener as it is written. */
  record Callback(
      @Port(doc = "id of the listener") String id,
      @Port(doc = "its options", defaultValue = "") Map<String, String> options) {}

  private final InputFile file;
  private final Content content;
  private final List<Resolver<?, ?>> resolvers = new ArrayList<>();
  private final List<String> stageNames = new ArrayList<>();
  private final List<Assertion> assertions = new ArrayList<>();
  private final Session session;

  private PipelineFile(InputFile file, Content content, Session session) {
    this.file = file;
    this.content = content;
    this.session = session;
  }

  /** Reads a file and finds its resolvers. */
  static PipelineFile read(String name, Session session) {
    InputFile file = InputFile.read(name, "file", session);
    PipelineFile pipeline =
        new PipelineFile(file, file.as(Content.class, session.catalogs()), session);
    file.checkVersion(pipeline.content.version());
    pipeline.findResolvers();
    file.throwIfAny();
    pipeline.assertions.addAll(
        pipeline.content.constraints().orElse(Targets.NONE).resolve(pipeline.metrics(), file));
    file.throwIfAny();
    return pipeline;
  }

  private void findResolvers() {
    Set<String> taken = new LinkedHashSet<>();
    content.stages().forEach(stage -> stage.name().ifPresent(taken::add));
    for (int i = 0; i < content.stages().size(); i++) {
      StageEntry stage = content.stages().get(i);
      try {
        Resolver<?, ?> resolver = Resolvers.find(stage.resolver(), session);
        resolvers.add(resolver);
        stageNames.add(stage.name().orElseGet(() -> free(resolver.id(), taken)));
      } catch (MlsysimException e) {
        for (Finding each : e.findings()) {
          file.report(moved(each, "stages[" + i + "].resolver"));
        }
      }
    }
  }

  /** The name that the composer gives to a stage without one. */
  private static String free(String id, Set<String> taken) {
    String name = id;
    for (int number = 2; !taken.add(name); number++) {
      name = id + "#" + number;
    }
    return name;
  }

  private static Finding moved(Finding finding, String port) {
    return new Finding(
        finding.code(),
        port,
        finding.message(),
        finding.hint(),
        finding.value(),
        finding.expected(),
        finding.nearest(),
        finding.position());
  }

  /** The numbers that the stages declare, by STAGE.PORT. */
  private List<MetricForm> metrics() {
    List<MetricForm> metrics = new ArrayList<>();
    for (int i = 0; i < resolvers.size(); i++) {
      addMetrics(stageNames.get(i), resolvers.get(i).produces(), metrics);
    }
    return metrics;
  }

  private static void addMetrics(String prefix, List<PortSpec> ports, List<MetricForm> metrics) {
    for (PortSpec port : ports) {
      String name = prefix + "." + port.name();
      PortType type = port.type();
      if (type instanceof PortType.Measure measure) {
        metrics.add(new MetricForm(name, measure.unit(), measure.bare()));
      } else if (type instanceof PortType.Real || type instanceof PortType.Whole) {
        metrics.add(new MetricForm(name, "", true));
      } else if (type instanceof PortType.Entity entity) {
        addMetrics(name, entity.ports(), metrics);
      }
    }
  }

  /** The targets of the file. */
  List<Assertion> assertions() {
    return assertions;
  }

  /** The listeners that the file switches on, as ids and options. */
  List<Callback> callbacks() {
    return content.callbacks();
  }

  /** The pipeline, without listeners. */
  PipelineBuilder builder() {
    PipelineBuilder builder =
        Pipeline.builder(content.name())
            .catalogs(session.catalogs())
            .suggesting(session.resolvers());
    for (int i = 0; i < resolvers.size(); i++) {
      StageEntry stage = content.stages().get(i);
      builder.stage(stageNames.get(i), resolvers.get(i));
      String name = stageNames.get(i);
      stage.inputs().forEach((port, value) -> builder.constant(name, port, value));
    }
    content.wires().forEach(wire -> builder.wire(wire.from(), wire.to()));
    content.inputs().forEach(builder::input);
    return builder;
  }

  /** Builds the pipeline; what is wrong carries its place in the file. */
  Pipeline build(PipelineBuilder builder) {
    try {
      return builder.build();
    } catch (CompositionException e) {
      throw new CompositionException(located(e.findings()));
    }
  }

  /** Findings with the place in the file of the values they blame. */
  List<Finding> located(List<Finding> findings) {
    return InputFile.inOrder(
        findings.stream().map(each -> file.located(each, "inputs." + each.port())).toList());
  }

  /** The values of a call by port name, read by the first stage that has the port. */
  Map<String, Object> values(List<String> words) {
    List<PortSpec> ports = new ArrayList<>();
    resolvers.forEach(resolver -> ports.addAll(resolver.inputs()));
    PortArguments arguments = PortArguments.of(ports, words, session);
    List<Finding> findings = new ArrayList<>(arguments.findings());
    arguments
        .values()
        .forEach(
            (port, value) -> {
              for (int i = 0; i < content.stages().size(); i++) {
                Wire constant = content.stages().get(i).inputs().get(port);
                if (constant != null && !constant.equals(value)) {
                  findings.add(
                      Finding.of(
                              ErrorCode.INPUT_CONFLICT,
                              port,
                              port
                                  + " is given, but stage "
                                  + stageNames.get(i)
                                  + " has another constant of that name.")
                          .withHint("Remove the constant from the file, or leave the value out."));
                }
              }
            });
    if (!findings.isEmpty()) {
      throw MlsysimException.of(findings);
    }
    return new LinkedHashMap<>(arguments.values());
  }
}

package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.Tier;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.WireName;
import org.mlsysim.api.wire.Wire;

/**
 * What a run with some values would do: its order, where each input comes from, and everything that
 * keeps it from running.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PipelinePlan {
  /** The kinds of source that an input can have, in no order. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public enum OriginKind implements WireName {
    /** An explicit wire from another stage. */
    WIRE,
    /** A given value. */
    INPUT,
    /** A constant of the stage. */
    CONSTANT,
    /** Another stage, by name and type. */
    STAGE,
    /** What a given domain object supplies. */
    DERIVED,
    /** The port's default, or its absence. */
    DEFAULT,
    /** Nothing, or two stages that both could. */
    MISSING;

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Where an input comes from.
   *
   * @param kind the kind of source
   * @param from the output, the given name, or the domain object that supplies it
   * @param value its value, where that is known before the run
   * @param producers where it is missing, what could produce it: stages if several could, else ids
   *     of known resolvers
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public record Origin(
      OriginKind kind, Optional<String> from, Optional<Wire> value, List<String> producers) {
    public Origin {
      producers = List.copyOf(producers);
    }
  }

  /** An input port of a stage and where its value comes from. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public record Input(PortSpec port, Origin origin) {}

  /**
   * A stage of the plan.
   *
   * @param name its name
   * @param resolver the id of its resolver
   * @param tier the resolver's tier
   * @param walls the names of the walls that it resolves
   * @param inputs its inputs
   * @param outputs its outputs
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public record PlannedStage(
      String name,
      String resolver,
      Tier tier,
      List<String> walls,
      List<Input> inputs,
      List<PortSpec> outputs) {
    public PlannedStage {
      walls = List.copyOf(walls);
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /** An output that feeds an input; both as {@code STAGE.PORT}. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public record Edge(String from, String to) {}

  /**
   * An input that nothing feeds.
   *
   * @param port its name
   * @param stage the stage that requires it
   * @param unit its unit, "" where it has none
   * @param producers the ids of known resolvers that could produce it
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public record Missing(String port, String stage, String unit, List<String> producers) {
    public Missing {
      producers = List.copyOf(producers);
    }
  }

  private final Prepared prepared;
  private final List<PlannedStage> stages = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();
  private final List<Edge> suggestions;

  PipelinePlan(Prepared prepared) {
    this.prepared = prepared;
    boolean incomplete =
        prepared.findings().stream().anyMatch(each -> each.code() == ErrorCode.PIPELINE_MISSING);
    List<Resolver<?, ?>> known = incomplete ? prepared.composition().known().get() : List.of();
    for (int each : prepared.wiring().order()) {
      Stage<?, ?> stage = prepared.composition().stages().get(each);
      List<Input> inputs = new ArrayList<>();
      for (Slot slot : stage.slots()) {
        inputs.add(new Input(slot.port(), origin(slot, known)));
      }
      stages.add(
          new PlannedStage(
              stage.name(),
              stage.resolver().id(),
              stage.resolver().tier(),
              stage.contract().walls(),
              inputs,
              stage.resolver().produces()));
    }
    this.suggestions = Suggestions.of(prepared.wiring());
  }

  private Origin origin(Slot slot, List<Resolver<?, ?>> known) {
    Binding binding = prepared.wiring().of(slot);
    if (binding instanceof Binding.Fed fed) {
      edges.add(new Edge(fed.output().toString(), slot.toString()));
      return new Origin(
          fed.wired() ? OriginKind.WIRE : OriginKind.STAGE,
          Optional.of(fed.output().toString()),
          Optional.empty(),
          List.of());
    }
    if (binding instanceof Binding.Ambiguous ambiguous) {
      return new Origin(
          OriginKind.MISSING,
          Optional.empty(),
          Optional.empty(),
          ambiguous.outputs().stream().map(each -> each.stage().name()).toList());
    }
    if (binding instanceof Binding.Missing) {
      List<String> producers = Binder.producers(slot, known);
      missing.add(
          new Missing(slot.port().name(), slot.stage().name(), slot.port().unit(), producers));
      return new Origin(OriginKind.MISSING, Optional.empty(), Optional.empty(), producers);
    }
    Object value = prepared.values(slot.stage().index())[slot.place()];
    Optional<Wire> shown = value == null ? Optional.empty() : Optional.of(Shown.wire(slot, value));
    if (binding instanceof Binding.Given given) {
      return new Origin(
          OriginKind.INPUT,
          Optional.of(given.name()),
          shown.or(() -> Optional.of(Shown.raw(prepared.given(given.name()).raw()))),
          List.of());
    }
    if (binding instanceof Binding.Derived derived) {
      return new Origin(
          OriginKind.DERIVED, Optional.of(derived.sources().get(0).name()), shown, List.of());
    }
    OriginKind kind =
        binding instanceof Binding.Constant ? OriginKind.CONSTANT : OriginKind.DEFAULT;
    return new Origin(kind, Optional.empty(), shown, List.of());
  }

  /** The pipeline's name. */
  public String pipeline() {
    return prepared.composition().name();
  }

  /** The names of the stages, producers before consumers. */
  public List<String> order() {
    return stages.stream().map(PlannedStage::name).toList();
  }

  /** The stages, producers before consumers; those of a cycle last. */
  public List<PlannedStage> stages() {
    return List.copyOf(stages);
  }

  /** The numbers of a stage's walls in the pipeline's catalogs, ascending. */
  List<Integer> wallNumbers(PlannedStage stage) {
    return prepared.composition().registry().wallNumbers(stage.walls());
  }

  /** What feeds what. */
  public List<Edge> edges() {
    return List.copyOf(edges);
  }

  /** The inputs that nothing feeds. */
  public List<Missing> missing() {
    return List.copyOf(missing);
  }

  /** The given names that nothing answers to, each with the nearest ones. */
  public List<Finding> unknown() {
    return List.copyOf(prepared.unknown());
  }

  /** Wires that a reader may have meant: optional inputs left alone, and outputs like them. */
  public List<Edge> suggestions() {
    return suggestions;
  }

  /** What to know about values that are given and not used. */
  public List<String> caveats() {
    return List.copyOf(prepared.caveats());
  }

  /** Everything that keeps the pipeline from running: values first, then the composition. */
  public List<Finding> findings() {
    return List.copyOf(prepared.findings());
  }

  /** Whether a run can start. */
  public boolean complete() {
    return prepared.findings().isEmpty();
  }

  /**
   * This plan, when a run can start.
   *
   * @throws org.mlsysim.api.error.MlsysimException if it cannot; it holds everything that is wrong
   */
  public PipelinePlan orThrow() {
    prepared.check();
    return this;
  }

  /** The plan as text: stages, walls, ports, where each input comes from, what is wrong. */
  public String explain() {
    return PlanText.of(this);
  }

  /** The plan as a Mermaid flow chart. */
  public String toMermaid() {
    return PlanDiagram.mermaid(this);
  }

  /** The plan as a Graphviz graph. */
  public String toDot() {
    return PlanDiagram.dot(this);
  }

  /** The document of {@code mlsysim pipeline explain}. */
  public Wire.Fields toWire() {
    return PlanWire.of(this);
  }

  @Override
  public String toString() {
    return explain();
  }
}

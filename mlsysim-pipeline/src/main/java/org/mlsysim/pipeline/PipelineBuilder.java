package org.mlsysim.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.Search;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.CompositionException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.listener.PipelineListener;

/** Collects the stages, wires, constants and listeners of a pipeline. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PipelineBuilder {
  private static final Duration LISTENER_LIMIT = Duration.ofSeconds(5);

  private record Entry(@Nullable String name, Resolver<?, ?> resolver) {}

  private record Constant(String stage, String port, Object value) {}

  private final String name;
  private final List<Entry> entries = new ArrayList<>();
  private final List<WireSpec> wires = new ArrayList<>();
  private final List<Constant> constants = new ArrayList<>();
  private final Map<String, Object> inputs = new LinkedHashMap<>();
  private final List<Broadcast.Named> listeners = new ArrayList<>();
  private Duration listenerLimit = LISTENER_LIMIT;
  private boolean parallel;
  private Supplier<Catalogs> catalogs = Catalogs::installed;
  private @Nullable Supplier<Search> search;
  private Supplier<List<Resolver<?, ?>>> known =
      () -> resolvers(ResolverFactory.installed().available());

  PipelineBuilder(String name) {
    this.name = name;
  }

  /** Adds a stage under its resolver's class name; a second one of the class becomes NAME#2. */
  public PipelineBuilder stage(Resolver<?, ?> resolver) {
    entries.add(new Entry(null, Objects.requireNonNull(resolver, "resolver")));
    return this;
  }

  /** Adds a stage under a name of its own. */
  public PipelineBuilder stage(String stage, Resolver<?, ?> resolver) {
    Objects.requireNonNull(resolver, "resolver");
    entries.add(new Entry(Objects.requireNonNull(stage, "stage"), resolver));
    return this;
  }

  /**
   * Fixes an input of one stage, whatever is given to a run under that name.
   *
   * @param value a Java value, a registry name, a number in the port's unit, a text with a unit, or
   *     a wire value
   */
  public PipelineBuilder constant(String stage, String port, Object value) {
    constants.add(new Constant(stage, port, Objects.requireNonNull(value, "value")));
    return this;
  }

  /** A value for all stages under a port's name, in every run that gives no other one. */
  public PipelineBuilder input(String port, Object value) {
    inputs.put(port, Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * Feeds an output to an input; their names may differ, their types and dimensions may not.
   *
   * @param from {@code STAGE.PORT}, a member such as {@code STAGE.node_profile.mfu}, or {@code
   *     STAGE} for its whole result
   * @param to {@code STAGE.PORT}
   */
  public PipelineBuilder wire(String from, String to) {
    wires.add(new WireSpec(wires.size(), from, to));
    return this;
  }

  /** Adds a listener; see {@link Pipeline#run} for what it may rely on. */
  public PipelineBuilder listener(PipelineListener listener) {
    String id = listener.id();
    String shown = id.isEmpty() ? "listener " + (listeners.size() + 1) : id;
    listeners.add(new Broadcast.Named(shown, listener));
    return this;
  }

  /** Adds a listener that hears stage names and results. */
  public PipelineBuilder onStageEnd(BiConsumer<? super String, ? super SolverResult> callback) {
    return listener(PipelineListener.onStageEnd(callback));
  }

  /** How long one call of a listener may take before it is given up; five seconds unless set. */
  public PipelineBuilder listenerLimit(Duration limit) {
    this.listenerLimit = limit;
    return this;
  }

  /** Whether independent stages run at the same time; results do not depend on it. */
  public PipelineBuilder parallel(boolean atOnce) {
    this.parallel = atOnce;
    return this;
  }

  /** The catalogs that registry names are looked up in; the installed ones unless set. */
  public PipelineBuilder catalogs(Catalogs given) {
    this.catalogs = () -> given;
    return this;
  }

  /** How optimizers search; with the pipeline's catalogs on all cores unless set. */
  public PipelineBuilder search(Search given) {
    this.search = () -> given;
    return this;
  }

  /** The resolvers that errors suggest for what is missing; the installed ones unless set. */
  public PipelineBuilder suggesting(ResolverFactory factory) {
    this.known = () -> resolvers(factory.available());
    return this;
  }

  /** The resolvers that errors suggest for what is missing. */
  public PipelineBuilder suggesting(List<? extends Resolver<?, ?>> resolvers) {
    List<Resolver<?, ?>> copy = List.copyOf(resolvers);
    this.known = () -> copy;
    return this;
  }

  private static List<Resolver<?, ?>> resolvers(List<ResolverFactory.Available> available) {
    List<Resolver<?, ?>> resolvers = new ArrayList<>();
    available.forEach(each -> resolvers.add(each.resolver()));
    return resolvers;
  }

  PipelineBuilder copy() {
    PipelineBuilder copy = new PipelineBuilder(name);
    copy.entries.addAll(entries);
    copy.wires.addAll(wires);
    copy.constants.addAll(constants);
    copy.inputs.putAll(inputs);
    copy.listeners.addAll(listeners);
    copy.listenerLimit = listenerLimit;
    copy.parallel = parallel;
    copy.catalogs = catalogs;
    copy.search = search;
    copy.known = known;
    return copy;
  }

  /**
   * The pipeline. What depends on the values given, and so may still be missing, ambiguous or
   * circular, is found by {@link Pipeline#plan} and by every run before it starts.
   *
   * @throws CompositionException if stages, wires or constants are wrong in themselves; it holds
   *     everything that is
   */
  public Pipeline build() {
    List<Finding> findings = new ArrayList<>();
    List<Stage<?, ?>> stages = stages(findings);
    Map<Slot, Object> fixed = fixed(stages, findings);
    Map<Slot, Output> wired = WireSpec.resolve(wires, stages, fixed.keySet(), findings);
    if (!findings.isEmpty()) {
      throw new CompositionException(findings);
    }
    Supplier<Catalogs> source = catalogs;
    Supplier<Search> searching = search;
    Composition composition =
        new Composition(
            name,
            stages,
            wired,
            fixed,
            inputs,
            new LazyRegistry(source),
            searching == null ? () -> Search.with(source.get()) : searching,
            known);
    return new Pipeline(composition, copy(), listeners, listenerLimit, parallel);
  }

  private List<Stage<?, ?>> stages(List<Finding> findings) {
    if (entries.isEmpty()) {
      findings.add(CompositionFindings.noStages());
    }
    Set<String> taken = new LinkedHashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      String stage = entries.get(i).name();
      if (stage != null
          && (stage.isBlank() || stage.indexOf('.') >= 0 || stage.indexOf('/') >= 0)) {
        findings.add(CompositionFindings.badStageName(i, stage));
      } else if (stage != null && !taken.add(stage)) {
        findings.add(CompositionFindings.doubledStageName(i, stage));
      }
    }
    List<Stage<?, ?>> stages = new ArrayList<>();
    for (Entry entry : entries) {
      String stage = entry.name();
      if (stage == null) {
        stage = entry.resolver().id();
        for (int number = 2; !taken.add(stage); number++) {
          stage = entry.resolver().id() + "#" + number;
        }
      }
      stages.add(new Stage<>(stages.size(), stage, entry.resolver()));
    }
    return stages;
  }

  private Map<Slot, Object> fixed(List<Stage<?, ?>> stages, List<Finding> findings) {
    Map<Slot, Object> fixed = new LinkedHashMap<>();
    Map<Slot, String> names = new LinkedHashMap<>();
    List<String> stageNames = stages.stream().map(Stage::name).toList();
    for (Constant constant : constants) {
      String path = constant.stage() + "." + constant.port();
      int at = stageNames.indexOf(constant.stage());
      if (at < 0) {
        findings.add(
            CompositionFindings.unknownStage(
                ErrorCode.NAME_UNKNOWN, path, constant.stage(), stageNames));
        continue;
      }
      Slot slot = stages.get(at).slot(constant.port()).orElse(null);
      if (slot == null) {
        List<String> ports =
            stages.get(at).slots().stream().map(each -> each.port().name()).toList();
        findings.add(Findings.unknownKey(path, constant.port(), ports));
      } else if (names.containsKey(slot) && !constant.port().equals(names.get(slot))) {
        findings.add(
            CompositionFindings.constantTwice(
                slot, List.of(String.valueOf(names.get(slot)), constant.port())));
      } else {
        fixed.put(slot, constant.value());
        names.put(slot, constant.port());
      }
    }
    return fixed;
  }
}

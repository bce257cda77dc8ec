package org.mlsysim.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.listener.PipelineListener;

/**
 * Resolvers that feed each other, as a graph that follows from their ports: immutable, and run as
 * often as one likes, from any thread.
 *
 * <pre>{@code
 * PipelineResult result =
 *     Pipeline.of(new DistributedModel(), new PowerEfficiencyModel(), new EconomicsModel())
 *         .given("model", "Llama3_8B")
 *         .given("fleet", "Frontier_8K")
 *         .given("duration_days", 30)
 *         .run();
 * result.get(PowerEfficiencyModel.class).flopsPerWatt();
 * }</pre>
 *
 * <p>Values are given by port name and feed every stage that has a port of that name. They may be
 * Java values, registry names, numbers in the port's unit, texts with a unit, or wire values. The
 * rules by which the other ports are fed stand on the package page.
 *
 * <p>A pipeline plans once for each set of given names and keeps the plan.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Pipeline {
  private final Composition composition;
  private final PipelineBuilder origin;
  private final List<Broadcast.Named> listeners;
  private final Duration listenerLimit;
  private final boolean parallel;

  Pipeline(
      Composition composition,
      PipelineBuilder origin,
      List<Broadcast.Named> listeners,
      Duration listenerLimit,
      boolean parallel) {
    this.composition = composition;
    this.origin = origin;
    this.listeners = List.copyOf(listeners);
    this.listenerLimit = listenerLimit;
    this.parallel = parallel;
  }

  /** A pipeline of resolvers, each a stage under its class name. */
  public static Pipeline of(Resolver<?, ?>... resolvers) {
    PipelineBuilder builder = builder("pipeline");
    for (Resolver<?, ?> resolver : resolvers) {
      builder.stage(resolver);
    }
    return builder.build();
  }

  /**
   * A pipeline of installed resolvers, named by their classes.
   *
   * @throws UnknownNameException if a class is no installed resolver; it names the nearest ones
   */
  @SafeVarargs
  public static Pipeline of(Class<? extends Resolver<?, ?>>... resolvers) {
    PipelineBuilder builder = builder("pipeline");
    for (Class<? extends Resolver<?, ?>> type : resolvers) {
      ResolverFactory factory = ResolverFactory.installed();
      Resolver<?, ?> found = factory.get(type.getSimpleName());
      if (found.getClass() != type) {
        throw UnknownNameException.of(
            "resolver", "an installed resolver", type.getName(), factory.ids());
      }
      builder.stage(found);
    }
    return builder.build();
  }

  /** Starts a pipeline with names, wires, constants and listeners. */
  public static PipelineBuilder builder(String name) {
    return new PipelineBuilder(name);
  }

  /** A builder that holds everything this pipeline was built from. */
  public PipelineBuilder toBuilder() {
    return origin.copy();
  }

  /** The same pipeline with one more listener. */
  public Pipeline listener(PipelineListener listener) {
    return with(toBuilder().listener(listener));
  }

  /** The same pipeline with one more listener, which hears stage names and results. */
  public Pipeline onStageEnd(BiConsumer<? super String, ? super SolverResult> callback) {
    return with(toBuilder().onStageEnd(callback));
  }

  /** The same pipeline, independent stages at the same time or not; results are the same. */
  public Pipeline parallel(boolean atOnce) {
    return with(toBuilder().parallel(atOnce));
  }

  private static Pipeline with(PipelineBuilder changed) {
    return changed.build();
  }

  /** The pipeline's name. */
  public String name() {
    return composition.name();
  }

  /** The names of the stages, in the order of listing. */
  public List<String> stages() {
    return composition.stages().stream().map(Stage::name).toList();
  }

  /** Starts the values of a run. */
  public PipelineInputs given(String port, Object value) {
    return new PipelineInputs(this, Map.of()).given(port, value);
  }

  /** What would feed every port without any value given. */
  public PipelinePlan plan() {
    return plan(Map.of());
  }

  /** What would feed every port in a run with these values; it runs nothing and never throws. */
  public PipelinePlan plan(Map<String, ?> values) {
    return new PipelinePlan(composition.prepare(values));
  }

  /** The plan as text. */
  public String explain(Map<String, ?> values) {
    return plan(values).explain();
  }

  /** Runs with the pipeline's standing inputs alone; as {@link #run(Map)}. */
  public PipelineResult run() {
    return run(Map.of());
  }

  /**
   * Runs every stage whose inputs arrive. A stage that fails takes those behind it along and no
   * other one; what was computed stays readable.
   *
   * <p>Listeners hear the run on a daemon thread of its own, events in order. At its end the run
   * waits for them; one call that takes longer than the limit is given up, and its listener hears
   * nothing more. What a listener throws is reported in the result and to {@code System.Logger}.
   *
   * @throws org.mlsysim.api.error.CompositionException if the stages do not make a pipeline with
   *     these values; it holds everything that is wrong, and nothing ran
   * @throws org.mlsysim.api.error.MlsysimException if only values are wrong; likewise
   */
  public PipelineResult run(Map<String, ?> values) {
    return Run.of(composition.prepare(values).check(), parallel, listeners, listenerLimit);
  }

  /**
   * Prepares runs over the product of axes, the last one fastest; each recomputes only the stages
   * downstream of what changed.
   *
   * @param axes the values of each port that varies, in the order of nesting
   * @param fixed the values of the others
   * @throws org.mlsysim.api.error.MlsysimException if an axis is empty, or if the pipeline cannot
   *     run whatever the values on the axes are
   */
  public PipelineSweep sweep(Map<String, ? extends List<?>> axes, Map<String, ?> fixed) {
    return PipelineSweep.of(composition, axes, fixed);
  }

  @Override
  public String toString() {
    return composition.stages().stream()
        .map(Stage::name)
        .collect(Collectors.joining(" → ", "Pipeline(", ")"));
  }
}

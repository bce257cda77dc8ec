package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mlsysim.api.Metric;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.CompositionException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.wire.Wire;

/**
 * What a run computed, by stage. Infeasible results are results; a stage that failed or was skipped
 * has none and says why, and the others stay readable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PipelineResult {
  private final Prepared prepared;
  private final StageOutcome[] outcomes;
  private final List<ListenerFailure> listenerFailures;

  PipelineResult(
      Prepared prepared, StageOutcome[] outcomes, List<ListenerFailure> listenerFailures) {
    this.prepared = prepared;
    this.outcomes = outcomes;
    this.listenerFailures = listenerFailures;
  }

  Prepared prepared() {
    return prepared;
  }

  StageOutcome outcome(int stage) {
    return outcomes[stage];
  }

  /** The pipeline's name. */
  public String pipeline() {
    return prepared.composition().name();
  }

  /** The stages in the order of the plan. */
  public List<StageOutcome> stages() {
    return prepared.wiring().order().stream().map(each -> outcomes[each]).toList();
  }

  /**
   * What became of a stage.
   *
   * @throws UnknownNameException if there is no such stage; it names the nearest ones
   */
  public StageOutcome stage(String name) {
    return Arrays.stream(outcomes)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> UnknownNameException.of("stage", "a stage", name, names()));
  }

  /**
   * The result of a resolver's one stage.
   *
   * @throws UnknownNameException if no stage is of that resolver
   * @throws CompositionException if several are, or if the stage has no result; it says why
   */
  public <R extends SolverResult> R get(Class<? extends Resolver<?, R>> resolver) {
    List<StageOutcome> found =
        Arrays.stream(outcomes)
            .filter(each -> each.stage().resolver().getClass() == resolver)
            .toList();
    if (found.isEmpty()) {
      throw UnknownNameException.of("stage", "a stage", resolver.getSimpleName(), names());
    }
    if (found.size() > 1) {
      String stages = String.join(" and ", found.stream().map(StageOutcome::name).toList());
      throw new CompositionException(
          List.of(
              Finding.of(
                      ErrorCode.PIPELINE_AMBIGUOUS,
                      "stage",
                      "%s is the resolver of %s.".formatted(resolver.getSimpleName(), stages))
                  .withHint("Ask by the stage's name.")));
    }
    return typed(found.get(0));
  }

  /** The stage's class is the one asked for, and its result record is part of that class. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <R extends SolverResult> R typed(StageOutcome outcome) {
    return (R) outcome.require();
  }

  /**
   * The result of a stage.
   *
   * @throws UnknownNameException if there is no such stage; it names the nearest ones
   * @throws CompositionException if the stage has no result; it says why
   */
  public SolverResult get(String stage) {
    return stage(stage).require();
  }

  /** The result of a stage as a record of the given class; otherwise as {@link #get(String)}. */
  public <R extends SolverResult> R get(String stage, Class<R> type) {
    return type.cast(get(stage));
  }

  /** Whether every stage has a result. */
  public boolean succeeded() {
    return Arrays.stream(outcomes).allMatch(each -> each.result().isPresent());
  }

  /**
   * The worst of the stages: failed, infeasible or ok. Skipped stages stand behind one of these.
   */
  public StageStatus status() {
    List<StageStatus> all = Arrays.stream(outcomes).map(StageOutcome::status).toList();
    if (all.contains(StageStatus.FAILED)) {
      return StageStatus.FAILED;
    }
    return all.contains(StageStatus.INFEASIBLE) ? StageStatus.INFEASIBLE : StageStatus.OK;
  }

  /**
   * This result, when every stage has one.
   *
   * @throws CompositionException if a stage failed or was skipped; it holds every such stage
   */
  public PipelineResult orThrow() {
    if (succeeded()) {
      return this;
    }
    List<StageOutcome> without = stages().stream().filter(each -> each.result().isEmpty()).toList();
    throw new CompositionException(
        without.stream().map(StageOutcome::finding).toList(),
        without.get(0).failure().orElse(null));
  }

  /** The numbers of all results, by {@code stage/port}, in the order of the plan. */
  public Map<String, Metric> metrics() {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    for (StageOutcome stage : stages()) {
      stage.metrics().forEach(each -> metrics.put(each.name(), each));
    }
    return metrics;
  }

  /** What the plan and the stages want known; a stage's begin with its name. */
  public List<String> caveats() {
    List<String> caveats = new ArrayList<>(prepared.caveats());
    for (StageOutcome stage : stages()) {
      stage.caveats().forEach(each -> caveats.add(stage.name() + ": " + each));
    }
    return caveats;
  }

  /** Events that listeners did not take; they change no result. */
  public List<ListenerFailure> listenerFailures() {
    return listenerFailures;
  }

  /** Where every input of the run came from. */
  public PipelinePlan plan() {
    return new PipelinePlan(prepared);
  }

  /** The document of {@code mlsysim pipeline run}, with no assertions. */
  public Wire.Fields toWire() {
    return ResultWire.of(this);
  }

  /** The results as a text table, numbers with six digits. */
  public String table() {
    return ResultTable.of(this);
  }

  private List<String> names() {
    return Arrays.stream(outcomes).map(StageOutcome::name).toList();
  }

  @Override
  public String toString() {
    return table();
  }
}

package org.mlsysim.pipeline;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.Metric;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.CompositionException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.InfeasibleException;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.wire.Wire;

/** What became of one stage of a run: its result, or why it has none. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StageOutcome {
  private final Stage<?, ?> stage;
  private final @Nullable Object[] inputs;
  private final @Nullable SolverResult result;
  private final @Nullable RuntimeException failure;
  private final @Nullable String skipped;

  private StageOutcome(
      Stage<?, ?> stage,
      @Nullable Object[] inputs,
      @Nullable SolverResult result,
      @Nullable RuntimeException failure,
      @Nullable String skipped) {
    this.stage = stage;
    this.inputs = inputs;
    this.result = result;
    this.failure = failure;
    this.skipped = skipped;
  }

  static StageOutcome of(Stage<?, ?> stage, @Nullable Object[] inputs, SolverResult result) {
    return new StageOutcome(stage, inputs, result, null, null);
  }

  static StageOutcome failed(
      Stage<?, ?> stage, @Nullable Object[] inputs, RuntimeException failure) {
    return new StageOutcome(stage, inputs, null, failure, null);
  }

  static StageOutcome skipped(Stage<?, ?> stage, @Nullable Object[] inputs, String reason) {
    return new StageOutcome(stage, inputs, null, null, reason);
  }

  Stage<?, ?> stage() {
    return stage;
  }

  /** The stage's name. */
  public String name() {
    return stage.name();
  }

  /** The id of its resolver. */
  public String resolver() {
    return stage.resolver().id();
  }

  /** How it went. */
  public StageStatus status() {
    if (result != null) {
      return stage.feasible(result) ? StageStatus.OK : StageStatus.INFEASIBLE;
    }
    if (skipped != null) {
      return StageStatus.SKIPPED;
    }
    return failure instanceof InfeasibleException ? StageStatus.INFEASIBLE : StageStatus.FAILED;
  }

  /** The result, if there is one; an infeasible one is a result. */
  public Optional<SolverResult> result() {
    return Optional.ofNullable(result);
  }

  /** What it threw, if it did. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Why it is infeasible, failed or skipped; empty when it is neither. */
  public List<String> reasons() {
    if (result != null) {
      return result.reasons();
    }
    return List.of(skipped != null ? skipped : message());
  }

  /** What to know before trusting the result. */
  public List<String> caveats() {
    return result == null ? List.of() : result.caveats();
  }

  /** What the stage was given, defaults included; what never arrived is null. */
  public Wire.Fields inputs() {
    return inputs(stage, inputs);
  }

  static Wire.Fields inputs(Stage<?, ?> stage, @Nullable Object[] values) {
    Wire.FieldsBuilder fields = Wire.fields();
    for (Slot slot : stage.slots()) {
      fields.put(slot.port().name(), Shown.wire(slot, values[slot.place()]));
    }
    return fields.build();
  }

  /** The outputs in wire form, {@link Wire#NULL} where there is no result. */
  public Wire outputs() {
    return result == null ? Wire.NULL : stage.write(result);
  }

  /** The numbers of the result, named {@code stage/port}; none without a result. */
  public List<Metric> metrics() {
    return result == null ? List.of() : stage.metrics(result);
  }

  /**
   * The result.
   *
   * @throws CompositionException if there is none; it names the stage, its inputs and the reason
   */
  SolverResult require() {
    if (result != null) {
      return result;
    }
    throw new CompositionException(List.of(finding()), failure);
  }

  /** Why there is no result, with the stage and its inputs named. */
  Finding finding() {
    String what = skipped == null ? "failed: %s" : "was skipped: %s";
    return Finding.of(
            ErrorCode.PIPELINE_STAGE,
            name(),
            "Stage %s %s".formatted(name(), what.formatted(reasons().get(0))))
        .withHint("Its inputs were %s.".formatted(Shown.text(inputs())));
  }

  /** The findings of what it threw; one of an internal error where it threw something foreign. */
  List<Finding> findings() {
    if (failure instanceof MlsysimException known) {
      return known.findings();
    }
    return List.of(
        Finding.of(
            skipped == null ? ErrorCode.INTERNAL : ErrorCode.PIPELINE_STAGE,
            name(),
            reasons().get(0)));
  }

  private String message() {
    return failure instanceof MlsysimException known
        ? known.findings().get(0).message()
        : String.valueOf(failure);
  }
}

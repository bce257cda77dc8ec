package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.wire.Wire;

/**
 * A pipeline over the product of axes: one row a point, none dropped, the last axis fastest.
 *
 * <p>A row is computed when the stream asks for it, and from one row to the next only the stages
 * downstream of a changed value run again; so memory does not grow with the number of points.
 * Listeners hear runs, not sweeps.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PipelineSweep {
  /** A value on an axis, in both forms. */
  private record Step(Object value, Wire shown) {}

  private final Composition composition;
  private final List<String> names;
  private final List<List<Step>> axes;
  private final Map<String, ?> fixed;
  private final long size;

  private PipelineSweep(
      Composition composition, List<String> names, List<List<Step>> axes, Map<String, ?> fixed) {
    this.composition = composition;
    this.names = names;
    this.axes = axes;
    this.fixed = fixed;
    this.size = axes.stream().mapToLong(List::size).reduce(1, PipelineSweep::product);
  }

  static PipelineSweep of(
      Composition composition, Map<String, ? extends List<?>> axes, Map<String, ?> fixed) {
    List<Finding> findings = new ArrayList<>();
    if (axes.isEmpty()) {
      findings.add(
          Finding.of(ErrorCode.INPUT_MISSING, "", "A sweep has at least one axis.")
              .withHint("Give a port and its values."));
    }
    List<List<Step>> steps = new ArrayList<>();
    axes.forEach(
        (port, values) -> {
          if (values.isEmpty()) {
            findings.add(
                Finding.of(
                        ErrorCode.INPUT_MISSING, port, "The axis %s has no values.".formatted(port))
                    .withHint("Give it at least one."));
          }
          if (fixed.containsKey(port)) {
            findings.add(
                Finding.of(
                        ErrorCode.INPUT_CONFLICT,
                        port,
                        "%s is both an axis and fixed.".formatted(port))
                    .withHint("Give it once."));
          }
          steps.add(steps(composition, port, values));
        });
    if (!findings.isEmpty()) {
      throw Prepared.exception(findings);
    }
    PipelineSweep sweep =
        new PipelineSweep(
            composition,
            List.copyOf(axes.keySet()),
            List.copyOf(steps),
            Collections.unmodifiableMap(new LinkedHashMap<>(fixed)));
    sweep.check();
    return sweep;
  }

  private static List<Step> steps(Composition composition, String port, List<?> values) {
    List<Step> steps = new ArrayList<>();
    for (Object value : values) {
      steps.add(new Step(value, shown(composition, port, value)));
    }
    return List.copyOf(steps);
  }

  /** A value as its first port writes it; as it was given where the port refuses it. */
  private static Wire shown(Composition composition, String port, Object value) {
    GivenValue given = composition.given(port, value, true);
    for (Slot taker : composition.takers(port)) {
      Object read = given.read(taker, new ArrayList<>());
      if (read != null) {
        return Shown.wire(taker, read);
      }
    }
    return Shown.raw(value);
  }

  private static long product(long one, long other) {
    try {
      return Math.multiplyExact(one, other);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Throws what is wrong whatever the values on the axes are. */
  private void check() {
    Walk walk = new Walk();
    Prepared first = Prepared.of(composition, walk.given());
    List<Finding> findings = new ArrayList<>();
    for (Wiring.Take take : first.wiring().takes()) {
      if (!names.contains(take.name())) {
        first.given(take.name()).read(take.slot(), findings);
      }
    }
    findings.addAll(first.composing());
    if (!findings.isEmpty()) {
      throw Prepared.exception(findings);
    }
  }

  /** The ports that vary, with their values in wire form. */
  public Map<String, List<Wire>> axes() {
    Map<String, List<Wire>> shown = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      shown.put(names.get(i), axes.get(i).stream().map(Step::shown).toList());
    }
    return shown;
  }

  /** The number of points. */
  public long size() {
    return size;
  }

  /** The rows, each computed when it is asked for; every call starts anew. */
  public Stream<SweepRow> rows() {
    return StreamSupport.stream(new Walk(), false);
  }

  /** A walk over the points: an odometer, and the last result to go on from. */
  private final class Walk extends Spliterators.AbstractSpliterator<SweepRow> {
    private final Map<String, GivenValue> given;
    private final List<List<GivenValue>> values = new ArrayList<>();
    private final int[] at = new int[axes.size()];
    private @Nullable PipelineResult last;
    private boolean done;

    Walk() {
      super(size, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
      this.given = composition.given(fixed);
      for (int i = 0; i < axes.size(); i++) {
        String port = names.get(i);
        List<GivenValue> ofAxis = new ArrayList<>();
        axes.get(i).forEach(step -> ofAxis.add(composition.given(port, step.value(), true)));
        values.add(ofAxis);
        composition.give(given, ofAxis.get(0));
      }
    }

    Map<String, GivenValue> given() {
      return given;
    }

    @Override
    public boolean tryAdvance(Consumer<? super SweepRow> action) {
      if (done) {
        return false;
      }
      SweepRow row = row();
      step();
      action.accept(row);
      return true;
    }

    private void step() {
      for (int i = at.length - 1; i >= 0; i--) {
        at[i] = at[i] + 1 == axes.get(i).size() ? 0 : at[i] + 1;
        given.put(names.get(i), values.get(i).get(at[i]));
        if (at[i] > 0) {
          return;
        }
      }
      done = true;
    }

    private SweepRow row() {
      Map<String, Object> point = new LinkedHashMap<>();
      Wire.FieldsBuilder shown = Wire.fields();
      for (int i = 0; i < at.length; i++) {
        Step step = axes.get(i).get(at[i]);
        point.put(names.get(i), step.value());
        shown.put(names.get(i), step.shown());
      }
      point = Collections.unmodifiableMap(point);
      Prepared prepared = Prepared.of(composition, new LinkedHashMap<>(given));
      if (!prepared.findings().isEmpty()) {
        return new SweepRow(
            point, shown.build(), SweepRow.Status.ERROR, Optional.empty(), prepared.findings());
      }
      PipelineResult result = Run.after(last, prepared);
      last = result;
      return switch (result.status()) {
        case OK, SKIPPED ->
            new SweepRow(point, shown.build(), SweepRow.Status.OK, Optional.of(result), List.of());
        case INFEASIBLE ->
            new SweepRow(
                point, shown.build(), SweepRow.Status.INFEASIBLE, Optional.of(result), List.of());
        case FAILED ->
            new SweepRow(
                point, shown.build(), SweepRow.Status.ERROR, Optional.of(result), failures(result));
      };
    }
  }

  private static List<Finding> failures(PipelineResult result) {
    return result.stages().stream()
        .filter(each -> each.status() == StageStatus.FAILED)
        .flatMap(each -> each.findings().stream())
        .toList();
  }
}

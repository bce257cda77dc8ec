package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.port.WireName;
import org.mlsysim.api.wire.Wire;

/**
 * One point of a sweep and what came of it.
 *
 * @param point the values of the axes, as they were given, in the order of nesting
 * @param shown the same values in wire form
 * @param status how it went
 * @param result what was computed; empty when the values were refused before anything ran
 * @param errors why the point is an error; empty when it is none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SweepRow(
    Map<String, Object> point,
    Wire.Fields shown,
    Status status,
    Optional<PipelineResult> result,
    List<Finding> errors) {
  /** How a point went. */
  public enum Status implements WireName {
    /** Every stage has a result, and every state can be. */
    OK,
    /** The physics forbids the state of a stage. */
    INFEASIBLE,
    /** A value was refused, or a stage failed. */
    ERROR;

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SweepRow {
    errors = List.copyOf(errors);
  }

  /** Why the state of a stage cannot be, each reason with its stage. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    for (StageOutcome stage : result.map(PipelineResult::stages).orElse(List.of())) {
      if (stage.status() == StageStatus.INFEASIBLE) {
        stage.reasons().forEach(each -> reasons.add(stage.name() + ": " + each));
      }
    }
    return reasons;
  }

  /** The row of {@code mlsysim sweep}: outputs by stage. */
  public Wire.Fields toWire() {
    Wire.FieldsBuilder row = Wire.fields().put("point", shown).put("status", status.wireName());
    result.ifPresent(
        each -> {
          Wire.FieldsBuilder outputs = Wire.fields();
          each.stages().forEach(stage -> outputs.put(stage.name(), stage.outputs()));
          row.put("outputs", outputs.build());
        });
    if (status == Status.INFEASIBLE) {
      row.put("reason", Wire.texts(reasons()));
    }
    if (!errors.isEmpty()) {
      row.put("error", ResultWire.error(errors.get(0)));
    }
    return row.build();
  }
}

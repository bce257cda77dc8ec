package org.mlsysim.pipeline;

import java.util.List;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.wire.Wire;

/** A result as the document that the command line and the tools answer. */
final class ResultWire {
  static Wire.Fields of(PipelineResult result) {
    List<StageOutcome> stages = result.stages();
    Wire.FieldsBuilder metrics = Wire.fields();
    for (StageOutcome stage : stages) {
      addMetrics(stage.name() + "/", stage.outputs(), metrics);
    }
    return Wire.fields()
        .put("status", status(result.status()))
        .put("pipeline", result.pipeline())
        .put("order", Wire.texts(stages.stream().map(StageOutcome::name).toList()))
        .put("stages", new Wire.Items(stages.stream().map(ResultWire::stage).toList()))
        .put("metrics", metrics.build())
        .put("assertions", new Wire.Items(List.of()))
        .put("violations", new Wire.Items(List.of()))
        .put("caveats", Wire.texts(result.caveats()))
        .build();
  }

  /** The status of a whole document; a failure inside makes it an error. */
  static String status(StageStatus status) {
    return status == StageStatus.FAILED ? "error" : status.wireName();
  }

  private static Wire stage(StageOutcome stage) {
    Wire.FieldsBuilder fields =
        Wire.fields()
            .put("name", stage.name())
            .put("resolver", stage.resolver())
            .put("status", stage.status().wireName())
            .put("outputs", stage.outputs())
            .put("caveats", Wire.texts(stage.caveats()));
    if (stage.result().isEmpty()) {
      Wire.Fields error = error(stage.findings().get(0));
      fields.put("error", Wire.fields().putAll(error).put("inputs", stage.inputs()).build());
    }
    return fields.build();
  }

  /** A finding as a member of an error document. */
  static Wire.Fields error(Finding finding) {
    Wire.FieldsBuilder fields =
        Wire.fields().put("code", finding.code().text()).put("message", finding.message());
    finding.hint().ifPresent(each -> fields.put("hint", each));
    fields.put("port", finding.port());
    finding.value().ifPresent(each -> fields.put("value", each));
    finding.expected().ifPresent(each -> fields.put("expected", each));
    if (!finding.nearest().isEmpty()) {
      fields.put("nearest", Wire.texts(finding.nearest()));
    }
    return fields.build();
  }

  private static void addMetrics(String name, Wire wire, Wire.FieldsBuilder to) {
    if (wire instanceof Wire.Num || wire instanceof Wire.Amount) {
      to.put(name, wire);
    } else if (wire instanceof Wire.Fields fields) {
      String prefix = name.endsWith("/") ? name : name + ".";
      fields.values().forEach((port, value) -> addMetrics(prefix + port, value, to));
    }
  }

  private ResultWire() {}
}

package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.wire.Wire;

/** A plan as the document that the command line and the tools answer. */
final class PlanWire {
  static Wire.Fields of(PipelinePlan plan) {
    List<Wire> stages = new ArrayList<>();
    plan.stages().forEach(each -> stages.add(stage(each, plan)));
    List<Wire> edges = new ArrayList<>();
    plan.edges()
        .forEach(
            each -> edges.add(Wire.fields().put("from", each.from()).put("to", each.to()).build()));
    List<Wire> missing = new ArrayList<>();
    plan.missing().forEach(each -> missing.add(missing(each)));
    List<Wire> unknown = new ArrayList<>();
    plan.unknown().forEach(each -> unknown.add(unknown(each)));
    return Wire.fields()
        .put("status", plan.complete() ? "ok" : "incomplete")
        .put("pipeline", plan.pipeline())
        .put("order", Wire.texts(plan.order()))
        .put("stages", new Wire.Items(stages))
        .put("edges", new Wire.Items(edges))
        .put("missing", new Wire.Items(missing))
        .put("unknown", new Wire.Items(unknown))
        .build();
  }

  private static Wire stage(PipelinePlan.PlannedStage stage, PipelinePlan plan) {
    List<Wire> inputs = new ArrayList<>();
    for (PipelinePlan.Input input : stage.inputs()) {
      inputs.add(port(input.port()).put("origin", origin(input.origin())).build());
    }
    List<Wire> outputs = new ArrayList<>();
    stage.outputs().forEach(each -> outputs.add(port(each).build()));
    return Wire.fields()
        .put("name", stage.name())
        .put("resolver", stage.resolver())
        .put("tier", stage.tier().wireName())
        .put("walls", new Wire.Items(plan.wallNumbers(stage).stream().<Wire>map(Wire::of).toList()))
        .put("inputs", new Wire.Items(inputs))
        .put("outputs", new Wire.Items(outputs))
        .build();
  }

  private static Wire.FieldsBuilder port(PortSpec port) {
    return Wire.fields()
        .put("port", port.name())
        .put("type", port.type().text())
        .put("unit", port.unit());
  }

  private static Wire origin(PipelinePlan.Origin origin) {
    Wire.FieldsBuilder fields = Wire.fields().put("kind", origin.kind().wireName());
    origin.from().ifPresent(each -> fields.put("from", each));
    origin.value().ifPresent(each -> fields.put("value", each));
    if (origin.kind() == PipelinePlan.OriginKind.MISSING) {
      fields.put("producers", Wire.texts(origin.producers()));
    }
    return fields.build();
  }

  private static Wire missing(PipelinePlan.Missing missing) {
    return Wire.fields()
        .put("port", missing.port())
        .put("stage", missing.stage())
        .put("unit", missing.unit())
        .put("producers", Wire.texts(missing.producers()))
        .build();
  }

  private static Wire unknown(Finding unknown) {
    return Wire.fields()
        .put("port", unknown.port())
        .put("nearest", Wire.texts(unknown.nearest()))
        .build();
  }

  private PlanWire() {}
}

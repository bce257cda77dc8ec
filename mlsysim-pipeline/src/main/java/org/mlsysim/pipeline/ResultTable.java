package org.mlsysim.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mlsysim.api.units.QuantityText;
import org.mlsysim.api.wire.Wire;

/** A result as a text table: stage, status, output, value with unit. */
final class ResultTable {
  static String of(PipelineResult result) {
    StringBuilder text = new StringBuilder();
    text.append(Shown.line(result.pipeline()))
        .append(": ")
        .append(result.status().wireName())
        .append("\n\n");
    TextTable table = new TextTable("").row("stage", "status", "output", "value");
    for (StageOutcome stage : result.stages()) {
      String name = Shown.line(stage.name());
      String status = stage.status().wireName();
      Map<String, String> outputs = new LinkedHashMap<>();
      if (stage.outputs() instanceof Wire.Fields fields) {
        fields.values().forEach((port, value) -> flatten(stage, port, value, outputs));
      }
      for (Map.Entry<String, String> each : outputs.entrySet()) {
        table.row(name, status, each.getKey(), each.getValue());
        name = "";
        status = "";
      }
      for (String reason : stage.reasons()) {
        table.row(name, status, "reason", Shown.line(reason));
        name = "";
        status = "";
      }
    }
    text.append(table);
    result.caveats().forEach(each -> text.append("note: ").append(Shown.line(each)).append('\n'));
    return text.toString();
  }

  private static void flatten(
      StageOutcome stage, String port, Wire wire, Map<String, String> outputs) {
    if (wire instanceof Wire.Fields fields && !fields.values().isEmpty()) {
      fields
          .values()
          .forEach((member, value) -> flatten(stage, port + "." + member, value, outputs));
    } else {
      String unit = stage.stage().output(port).map(ResultTable::unit).orElse("");
      outputs.put(port, text(wire, unit));
    }
  }

  private static String text(Wire wire, String unit) {
    if (wire instanceof Wire.Amount amount) {
      return QuantityText.of(amount.value(), amount.unit());
    }
    return wire instanceof Wire.Num num && !unit.isEmpty()
        ? QuantityText.of(num.value(), unit)
        : Shown.text(wire);
  }

  private static String unit(Output output) {
    return output.path() == null ? "" : output.path().spec().unit();
  }

  private ResultTable() {}
}

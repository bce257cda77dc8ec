package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.NearestNames;
import org.mlsysim.api.port.PortSpec;

/** What can be wrong with a composition, in words that name stages and ports. */
final class CompositionFindings {
  static Finding noStages() {
    return Finding.of(ErrorCode.INPUT_MISSING, "stages", "A pipeline has at least one stage.")
        .withHint("Add a resolver.");
  }

  static Finding badStageName(int index, String name) {
    String rule = "a name that is not empty and has no '.' and no '/'";
    return Finding.of(
            ErrorCode.INPUT_OUT_OF_RANGE,
            "stages[%d].name".formatted(index),
            "The stage name \"%s\" is not %s.".formatted(name, rule))
        .withValue(name, rule)
        .withHint("Wires are written STAGE.PORT and metrics STAGE/PORT; choose another name.");
  }

  static Finding doubledStageName(int index, String name) {
    return Finding.of(
            ErrorCode.INPUT_CONFLICT,
            "stages[%d].name".formatted(index),
            "Two stages are called %s.".formatted(name))
        .withHint("Give one of them another name.");
  }

  static Finding unknownStage(ErrorCode code, String path, String name, Collection<String> stages) {
    return named(
        Finding.of(code, path, "\"%s\" is not a stage of the pipeline.".formatted(name)),
        name,
        stages,
        "Its stages are %s.");
  }

  static Finding unknownOutput(String path, Stage<?, ?> stage, String port, List<String> known) {
    return named(
        Finding.of(
            ErrorCode.PIPELINE_WIRE, path, "%s has no output %s.".formatted(stage.name(), port)),
        port,
        known,
        "Its outputs are %s.");
  }

  static Finding unknownInput(ErrorCode code, String path, Stage<?, ?> stage, String port) {
    List<String> known = stage.slots().stream().map(each -> each.port().name()).toList();
    return named(
        Finding.of(
            code,
            path,
            port.isEmpty()
                ? "%s is a whole stage, not one of its inputs.".formatted(stage.name())
                : "%s has no input %s.".formatted(stage.name(), port)),
        port,
        known,
        "Its inputs are %s.");
  }

  private static Finding named(
      Finding finding, String name, Collection<String> known, String otherwise) {
    List<String> nearest = NearestNames.of(name, known);
    return finding
        .withNearest(name, nearest)
        .withHint(
            nearest.isEmpty()
                ? otherwise.formatted(String.join(", ", known))
                : "Did you mean %s?".formatted(String.join(" or ", nearest)));
  }

  static Finding misfit(String path, Output output, Slot slot) {
    return Finding.of(
            ErrorCode.PIPELINE_WIRE,
            path,
            "%s carries %s, but %s takes %s."
                .formatted(output, output.carries(), slot, slot.port().type().text()))
        .withValue(output.carries(), slot.port().expected())
        .withHint("Wire an output of that type and dimension, or give %s.".formatted(name(slot)));
  }

  static Finding twoWires(String path, Slot slot, Output one, Output other) {
    return Finding.of(
            ErrorCode.INPUT_CONFLICT,
            path,
            "%s has two wires, from %s and from %s.".formatted(slot, one, other))
        .withHint("Keep one of them.");
  }

  static Finding wiredConstant(String path, Slot slot, Output output) {
    return Finding.of(
            ErrorCode.INPUT_CONFLICT,
            path,
            "%s has a constant and a wire from %s.".formatted(slot, output))
        .withHint("Keep one of them.");
  }

  static Finding constantTwice(Slot slot, List<String> names) {
    return Finding.of(
            ErrorCode.INPUT_CONFLICT,
            slot.toString(),
            "%s has two constants, as %s.".formatted(slot, String.join(" and ", names)))
        .withHint("Keep one of them.");
  }

  static Finding cycle(List<Stage<?, ?>> cycle, List<Wiring.Feed> feeds) {
    List<String> edges = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (int i = 0; i < cycle.size(); i++) {
      Stage<?, ?> producer = cycle.get(i);
      Stage<?, ?> consumer = cycle.get((i + 1) % cycle.size());
      for (Wiring.Feed feed : feeds) {
        if (feed.output().stage() == producer && feed.slot().stage() == consumer) {
          edges.add("%s feeds %s".formatted(feed.output(), feed.slot()));
          ports.add(name(feed.slot()));
        }
      }
    }
    String ring =
        cycle.stream().map(Stage::name).collect(Collectors.joining(" -> "))
            + " -> "
            + cycle.get(0).name();
    return Finding.of(
            ErrorCode.PIPELINE_CYCLE,
            "",
            "The stages wait for each other: %s (%s).".formatted(ring, String.join(", ", edges)))
        .withHint("Give one of %s, or wire it from another stage.".formatted(list(ports)));
  }

  static Finding ambiguous(Slot slot, List<Output> outputs) {
    String wires =
        outputs.stream()
            .map(each -> "wire(\"%s\", \"%s\")".formatted(each, slot))
            .collect(Collectors.joining(" or "));
    String producers =
        outputs.stream().map(Output::toString).collect(Collectors.joining(" and by "));
    return Finding.of(
            ErrorCode.PIPELINE_AMBIGUOUS,
            name(slot),
            "%s is produced by %s.".formatted(slot, producers))
        .withHint("Settle it with %s, or give %s.".formatted(wires, name(slot)));
  }

  static Finding suppliedTwice(Slot slot, List<Binding.Source> sources) {
    String suppliers =
        sources.stream().map(Binding.Source::name).distinct().collect(Collectors.joining(" and "));
    return Finding.of(
            ErrorCode.PIPELINE_AMBIGUOUS,
            name(slot),
            "%s is supplied by %s, and they differ.".formatted(slot, suppliers))
        .withHint("Give %s.".formatted(name(slot)));
  }

  static Finding givenTwice(Slot slot, List<String> names) {
    return Finding.of(
            ErrorCode.INPUT_CONFLICT,
            name(slot),
            "%s is given twice, as %s.".formatted(slot, String.join(" and ", names)))
        .withHint("Give it once.");
  }

  static Finding hidden(String name, List<Slot> slots) {
    String constants = slots.stream().map(Slot::toString).collect(Collectors.joining(" and "));
    return Finding.of(
            ErrorCode.INPUT_CONFLICT,
            name,
            "%s is given, but the constant of %s hides it.".formatted(name, constants))
        .withHint("Change the constant, or leave %s out.".formatted(name));
  }

  static Finding missing(
      String port, List<Slot> slots, List<String> producers, List<Output> misfits) {
    PortSpec spec = slots.get(0).port();
    String unit = spec.unit().isEmpty() ? "" : " [%s]".formatted(spec.unit());
    String stages =
        slots.stream().map(each -> each.stage().name()).collect(Collectors.joining(" and "));
    String hint = "Give %s: %s, %s.".formatted(port, spec.doc(), spec.expected());
    if (!producers.isEmpty()) {
      hint += " It is produced by %s.".formatted(String.join(", ", producers));
    }
    if (!misfits.isEmpty()) {
      hint +=
          " %s carries %s and does not fit.".formatted(misfits.get(0), misfits.get(0).carries());
    }
    return Finding.of(
            ErrorCode.PIPELINE_MISSING,
            port,
            "%s%s is missing: %s %s it."
                .formatted(port, unit, stages, slots.size() == 1 ? "requires" : "require"))
        .withHint(hint);
  }

  private static String name(Slot slot) {
    return slot.port().name();
  }

  private static String list(List<String> names) {
    return String.join(", ", names.stream().distinct().toList());
  }

  private CompositionFindings() {}
}

package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.CompositionException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.port.Supply;

/** A wiring with the values of one run in place, and everything that is wrong with them. */
final class Prepared {
  private final Wiring wiring;
  private final Map<String, GivenValue> given;
  private final @Nullable Object[][] values;
  private final @Nullable Record[] records;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Finding> composing = new ArrayList<>();
  private final List<Finding> unknown = new ArrayList<>();
  private final List<String> caveats = new ArrayList<>();

  private Prepared(Wiring wiring, Map<String, GivenValue> given) {
    this.wiring = wiring;
    this.given = given;
    this.values = new Object[wiring.order().size()][];
    this.records = new Record[values.length];
  }

  static Prepared of(Composition composition, Map<String, GivenValue> given) {
    Wiring wiring = composition.wiring(given);
    Prepared prepared = new Prepared(wiring, given);
    prepared.place();
    prepared.checkUse();
    prepared.composing.addAll(wiring.findings());
    prepared.checkRecords();
    prepared.findings.addAll(prepared.composing);
    return prepared;
  }

  private void place() {
    for (int i = 0; i < values.length; i++) {
      values[i] = wiring.base(i);
    }
    for (Wiring.Take take : wiring.takes()) {
      put(take.slot(), value(take.name()).read(take.slot(), findings));
    }
    for (Wiring.Derive derive : wiring.derives()) {
      put(derive.slot(), derived(derive));
    }
  }

  private void put(Slot slot, @Nullable Object value) {
    values[slot.stage().index()][slot.place()] = value;
  }

  private GivenValue value(String name) {
    return java.util.Objects.requireNonNull(given.get(name));
  }

  private @Nullable Object derived(Wiring.Derive derive) {
    List<Object> supplied = new ArrayList<>(1);
    for (Binding.Source source : derive.sources()) {
      GivenValue object = value(source.name());
      Supply supply = source.supply();
      Object each = object.supplied(supply);
      if (each == null) {
        // The object could not be read; reading it for the port it was given for says why.
        composition().takers(source.name()).stream()
            .filter(Slot::carriesObject)
            .limit(1)
            .forEach(taker -> object.read(taker, findings));
      } else if (!supplied.contains(each)) {
        supplied.add(each);
      }
    }
    if (supplied.size() > 1) {
      composing.add(CompositionFindings.suppliedTwice(derive.slot(), derive.sources()));
    }
    return supplied.isEmpty() ? null : supplied.get(0);
  }

  /** Finds given values that come to no port: unknown ones, hidden ones and wired-over ones. */
  private void checkUse() {
    given.forEach(
        (name, value) -> {
          if (wiring.uses(name)) {
            return;
          }
          List<Slot> takers = composition().takers(name);
          if (takers.isEmpty()) {
            Finding finding = Findings.unknownKey(name, name, composition().inputNames());
            unknown.add(finding);
            composing.add(finding);
            return;
          }
          List<Slot> constants =
              takers.stream().filter(each -> isConstant(each) && differs(each, value)).toList();
          if (value.ofRun() && !constants.isEmpty()) {
            composing.add(CompositionFindings.hidden(name, constants));
          }
          for (Slot taker : takers) {
            if (wiring.of(taker) instanceof Binding.Fed fed) {
              caveats.add(
                  "%s is given, but %s takes the wire from %s."
                      .formatted(name, taker, fed.output()));
            }
          }
        });
  }

  private boolean isConstant(Slot slot) {
    return wiring.of(slot) instanceof Binding.Constant;
  }

  private boolean differs(Slot slot, GivenValue value) {
    Object constant = values[slot.stage().index()][slot.place()];
    Object other = value.read(slot, new ArrayList<>());
    // In wire form both stand in the port's unit.
    return constant == null
        || other == null
        || !Shown.wire(slot, constant).equals(Shown.wire(slot, other));
  }

  /** Creates the inputs that wait for no stage, so that a record's own rules speak before a run. */
  private void checkRecords() {
    if (!findings.isEmpty() || !composing.isEmpty()) {
      return;
    }
    for (Stage<?, ?> stage : composition().stages()) {
      if (wiring.feeds(stage.index()).isEmpty()) {
        try {
          records[stage.index()] = stage.create(values[stage.index()]);
        } catch (MlsysimException e) {
          e.findings().stream().filter(each -> !findings.contains(each)).forEach(findings::add);
        }
      }
    }
  }

  Composition composition() {
    return wiring.composition();
  }

  Wiring wiring() {
    return wiring;
  }

  /** A stage's values; null where another stage feeds the port, and where a value is absent. */
  @Nullable Object[] values(int stage) {
    return values[stage];
  }

  /** The input record of a stage that waits for no other one, else null. */
  @Nullable Record record(int stage) {
    return records[stage];
  }

  GivenValue given(String name) {
    return value(name);
  }

  /** Everything wrong: values first, in the order given, then the composition. */
  List<Finding> findings() {
    return findings;
  }

  /** What is wrong whatever the values are. */
  List<Finding> composing() {
    return composing;
  }

  /** The given names that nothing answers to. */
  List<Finding> unknown() {
    return unknown;
  }

  /** What to know about values that are given and not used. */
  List<String> caveats() {
    return caveats;
  }

  /** Throws everything that is wrong, if anything is. */
  Prepared check() {
    if (findings.isEmpty()) {
      return this;
    }
    throw exception(findings);
  }

  /** A composition error where the composition is part of it, else one of input. */
  static MlsysimException exception(List<Finding> findings) {
    return findings.stream().anyMatch(each -> isOfComposition(each.code()))
        ? new CompositionException(findings)
        : MlsysimException.of(findings);
  }

  private static boolean isOfComposition(ErrorCode code) {
    return switch (code) {
      case PIPELINE_MISSING, PIPELINE_AMBIGUOUS, PIPELINE_CYCLE, PIPELINE_WIRE, PIPELINE_STAGE ->
          true;
      default -> false;
    };
  }
}

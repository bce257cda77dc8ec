package org.mlsysim.testkit;

import java.util.ArrayList;
import java.util.List;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.wire.Wire;

/** required_r02. Presence and dimension are checked by the contract when the result is taken. */
final class Outputs {
  static <I extends Record, R extends SolverResult> List<String> violations(Subject<I, R> subject) {
    R answer;
    try {
      answer = subject.answer();
    } catch (RuntimeException e) {
      return List.of("the typical inputs give no result: " + e);
    }
    List<String> violations = new ArrayList<>();
    walk("", subject.write(answer), violations);
    if (!subject.contract().feasible(answer) && answer.reasons().isEmpty()) {
      violations.add("the result is infeasible and says no reason");
    }
    return violations;
  }

  private static void walk(String path, Wire wire, List<String> violations) {
    if (wire instanceof Wire.Fields fields) {
      fields
          .values()
          .forEach(
              (name, each) -> walk(path.isEmpty() ? name : path + "." + name, each, violations));
    } else if (wire instanceof Wire.Items items) {
      for (int i = 0; i < items.values().size(); i++) {
        walk(path + "[" + i + "]", items.values().get(i), violations);
      }
    } else {
      boolean finite =
          wire instanceof Wire.Amount amount
              ? Double.isFinite(amount.value())
              : !(wire instanceof Wire.Num num) || Double.isFinite(num.value());
      if (!finite) {
        violations.add("%s is %s".formatted(path, Subject.show(wire)));
      }
    }
  }

  private Outputs() {}
}

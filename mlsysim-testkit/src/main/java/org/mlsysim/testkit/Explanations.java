package org.mlsysim.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.SolverResult;

/** required_r07. */
final class Explanations {
  static <I extends Record, R extends SolverResult> List<String> violations(Subject<I, R> subject) {
    R answer = subject.answer();
    List<String> violations = new ArrayList<>();
    for (Explanation each : subject.resolver().explain(subject.inputs(), answer)) {
      Optional<Double> number = subject.number(answer, each.port());
      if (number.isEmpty()) {
        violations.add("%s is explained, but is no number of the result".formatted(each.port()));
      } else if (Double.compare(number.get(), each.value()) != 0) {
        violations.add(
            "%s is %s, explained as %s".formatted(each.port(), number.get(), each.value()));
      }
    }
    return violations;
  }

  private Explanations() {}
}

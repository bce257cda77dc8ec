package org.mlsysim.testkit;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What became of one rule.
 *
 * @param rule the rule
 * @param status whether it holds
 * @param remarks where it is broken, one line a finding, or why it was not checked
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Outcome(Rule rule, Status status, List<String> remarks) {
  /** Whether a rule holds. */
  public enum Status {
    HELD,
    BROKEN,
    UNCHECKED
  }

  public Outcome {
    remarks = List.copyOf(remarks);
  }

  static Outcome of(Rule rule, List<String> violations) {
    return new Outcome(rule, violations.isEmpty() ? Status.HELD : Status.BROKEN, violations);
  }

  static Outcome unchecked(Rule rule, String why) {
    return new Outcome(rule, Status.UNCHECKED, List.of(why));
  }

  /** The rule, its status and the remarks, one a line. */
  public String text() {
    StringBuilder text =
        new StringBuilder(
            "%s: %s: %s"
                .formatted(
                    rule.code(),
                    status.name().toLowerCase(java.util.Locale.ROOT),
                    rule.statement()));
    remarks.forEach(remark -> text.append(System.lineSeparator()).append("  ").append(remark));
    return text.toString();
  }
}

package org.mlsysim.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.wire.Wire;

class AssertionTest {
  private static final MetricForm LATENCY = new MetricForm("performance.latency", "ms", false);
  private static final Assertion BETWEEN_1_AND_10 =
      new Assertion(LATENCY, OptionalDouble.of(10), OptionalDouble.of(1));

  @Test
  void boundsBelongToTheAllowedValues() {
    assertThat(BETWEEN_1_AND_10.check(OptionalDouble.of(1)).passed()).isTrue();
    assertThat(BETWEEN_1_AND_10.check(OptionalDouble.of(10)).passed()).isTrue();
  }

  @Test
  void aValueOutsideFailsAndSaysWhichBoundItMisses() {
    Assertion.Outcome above = BETWEEN_1_AND_10.check(OptionalDouble.of(12.5));
    Assertion.Outcome below = BETWEEN_1_AND_10.check(OptionalDouble.of(0.5));

    assertThat(above.passed()).isFalse();
    assertThat(above.message()).contains("performance.latency is 12.5 ms", "maximum of 10 ms");
    assertThat(below.message()).contains("500 µs", "minimum of 1 ms");
  }

  @Test
  void aMetricWithoutValueFails() {
    Assertion.Outcome outcome = BETWEEN_1_AND_10.check(OptionalDouble.empty());

    assertThat(outcome.passed()).isFalse();
    assertThat(outcome.toWire().values().get("value")).isEqualTo(Wire.NULL);
  }

  @Test
  void theDocumentHasValueAndBoundsInTheMetricsForm() {
    Wire.Fields wire = BETWEEN_1_AND_10.check(OptionalDouble.of(5)).toWire();

    assertThat(wire.values().get("value")).isEqualTo(new Wire.Amount(5, "ms"));
    assertThat(wire.values().get("max")).isEqualTo(new Wire.Amount(10, "ms"));
    assertThat(wire.values()).doesNotContainKey("message");
  }
}

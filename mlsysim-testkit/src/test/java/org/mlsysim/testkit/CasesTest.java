package org.mlsysim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CasesTest {
  @Test
  void thereAreTwoHundredAndTheirIndexIsTheirSeed() {
    List<Cases> cases = Cases.seeded().toList();

    assertThat(cases).hasSize(200);
    assertThat(cases.get(16)).hasToString("seed 17");
    assertThat(cases.get(16).uniform(0, 1)).isEqualTo(Cases.of(17).uniform(0, 1));
    assertThat(cases.get(17).uniform(0, 1)).isNotEqualTo(Cases.of(17).uniform(0, 1));
  }

  @ParameterizedTest
  @MethodSource("org.mlsysim.testkit.Cases#seeded")
  void drawsStayInside(Cases any) {
    assertThat(any.uniform(-2, 3)).isBetween(-2.0, 3.0);
    assertThat(any.logUniform(1e-9, 1e9)).isBetween(1e-9, 1e9);
    assertThat(any.integer(3, 5)).isBetween(3, 5);
    assertThat(any.choice(List.of("a", "b"))).isIn("a", "b");
  }

  @Test
  void aLogUniformDrawIsAsOftenBelowTheGeometricMeanAsAbove() {
    Cases any = Cases.of(1);

    // 10 000 draws of a fair coin lie within 5 standard deviations (250) of 5 000.
    long below =
        DoubleStream.generate(() -> any.logUniform(1, 1e6))
            .limit(10_000)
            .filter(drawn -> drawn < 1e3)
            .count();

    assertThat(below).isBetween(4_750L, 5_250L);
  }

  @Test
  void bothEndsOfAWholeRangeAreDrawn() {
    Cases any = Cases.of(1);

    assertThat(DoubleStream.generate(() -> any.integer(1, 3)).limit(100).distinct().toArray())
        .containsExactlyInAnyOrder(1, 2, 3);
    assertThat(any.integer(Integer.MIN_VALUE, Integer.MAX_VALUE)).isNotZero();
  }
}

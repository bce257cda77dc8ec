package com.example.mlsysim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Registry;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.GenericWorkloadBuilder;
import org.mlsysim.testkit.Cases;
import org.mlsysim.testkit.Inversion;
import org.mlsysim.testkit.Monotonicity;
import org.mlsysim.testkit.ResolverConformance;

class RequiredBandwidthSolverTest {
  private static RequiredBandwidthSolver.Inputs llamaIn(String target) {
    return new RequiredBandwidthSolverInputsBuilder()
        .workload(Devices.LLAMA3_8B)
        .targetLatency(target)
        .build(Registry.EMPTY);
  }

  private static double bandwidth(RequiredBandwidthSolver.Inputs inputs) {
    return Units.in(
        Units.BYTE_PER_SECOND, new RequiredBandwidthSolver().resolve(inputs).requiredBandwidth());
  }

  @Test
  void llama3In10MillisecondsNeeds1606GigabytesPerSecond() {
    double bandwidth = bandwidth(llamaIn("10 ms"));

    assertThat(bandwidth).isCloseTo(8.03e9 * 2 / 0.01, within(1.0)); // 1606 GB/s, by hand
  }

  @Test
  void fourBitsNeedAQuarterOfIt() {
    RequiredBandwidthSolver.Inputs quantized =
        RequiredBandwidthSolverInputsBuilder.from(llamaIn("10 ms"))
            .precision(Precision.INT4)
            .build(Registry.EMPTY);

    assertThat(bandwidth(quantized)).isCloseTo(401.5e9, within(1.0)); // 1606 / 4, by hand
  }

  @Test
  void theResultIsDataForTime() {
    var unit =
        new RequiredBandwidthSolver().resolve(llamaIn("10 ms")).requiredBandwidth().getUnit();

    assertThat(unit.isCompatible(Units.parse("GB/s"))).isTrue();
    assertThat(unit.isCompatible(Units.parse("FLOP/s"))).isFalse();
  }

  @Test
  void aWorkloadWithoutParametersIsRefused() {
    var unknown =
        new GenericWorkloadBuilder().name("Unknown").architecture("Unknown").build(Registry.EMPTY);

    assertThatThrownBy(
            () ->
                bandwidth(
                    RequiredBandwidthSolverInputsBuilder.from(llamaIn("10 ms"))
                        .workload(unknown)
                        .build(Registry.EMPTY)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("Unknown has no parameter count");
  }

  @ParameterizedTest
  @MethodSource("org.mlsysim.testkit.Cases#seeded")
  void halfTheTimeNeedsTwiceTheBandwidth(Cases any) {
    double target = any.logUniform(1e-6, 1e3);

    // Halving a double is exact, and so is the quotient's doubling.
    assertThat(bandwidth(llamaIn(target / 2 + " s")))
        .isEqualTo(2 * bandwidth(llamaIn(target + " s")));
  }

  @Nested
  class Conforms
      extends ResolverConformance<
          RequiredBandwidthSolver.Inputs, RequiredBandwidthSolver.RequiredBandwidthResult> {
    @Override
    protected RequiredBandwidthSolver resolver() {
      return new RequiredBandwidthSolver();
    }

    @Override
    protected RequiredBandwidthSolver.Inputs typicalInputs() {
      return llamaIn("10 ms");
    }

    /** The model is one pass over the weights at the bandwidth found: t = N b / B. */
    @Override
    protected Optional<Inversion> inversion(
        RequiredBandwidthSolver.Inputs inputs,
        RequiredBandwidthSolver.RequiredBandwidthResult result) {
      double pass = 8.03e9 * 2 / Units.in(Units.BYTE_PER_SECOND, result.requiredBandwidth());
      return Optional.of(
          new Inversion("latency", Units.in(Units.SECOND, inputs.targetLatency()), pass, 1e-12));
    }

    @Override
    protected List<Monotonicity> monotonicities() {
      return List.of(Monotonicity.neverRaises("target_latency", "required_bandwidth"));
    }
  }
}

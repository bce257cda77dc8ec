package com.example.mlsysim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.Search;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.InfeasibleException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.port.Registry;
import org.mlsysim.testkit.Monotonicity;
import org.mlsysim.testkit.ResolverConformance;

class CheapestHardwareOptimizerTest {
  /** Peak and price of five data-centre devices around 2024; one has no public price. */
  private static final Catalogs SHOP =
      Devices.catalogs(
          Map.of(
              "T4", "65 TFLOP/s, 2500 USD",
              "V100", "125 TFLOP/s, 10000 USD",
              "A100", "312 TFLOP/s, 15000 USD",
              "H100", "989 TFLOP/s, 25000 USD",
              "TPUv5p", "459 TFLOP/s,"));

  private static CheapestHardwareOptimizer.Inputs atLeast(String flops) {
    return new CheapestHardwareOptimizerInputsBuilder().minimumFlops(flops).build(Registry.EMPTY);
  }

  private static CheapestHardwareOptimizer.CheapestHardwareResult cheapest(
      CheapestHardwareOptimizer.Inputs inputs) {
    return new CheapestHardwareOptimizer().resolve(inputs, Search.with(SHOP));
  }

  @Test
  void theCheapestWith300TeraflopsIsTheA100() {
    var result = cheapest(atLeast("300 TFLOP/s"));

    assertThat(result.bestConfig()).map(HardwareNode::id).contains("A100");
    assertThat(result.objectiveValue()).contains(15_000.0);
    assertThat(result.totalSearched()).isEqualTo(5);
    assertThat(result.candidatesInfeasible()).isEqualTo(3); // T4, V100 too slow; TPUv5p unpriced
    assertThat(result.topCandidates()).extracting(HardwareNode::id).containsExactly("A100", "H100");
  }

  @Test
  void aDeviceThatJustReachesTheRateWillDo() {
    assertThat(cheapest(atLeast("312 TFLOP/s")).bestConfig())
        .map(HardwareNode::id)
        .contains("A100");
    assertThat(cheapest(atLeast("312.001 TFLOP/s")).bestConfig())
        .map(HardwareNode::id)
        .contains("H100");
  }

  @Test
  void ofTwoAtOnePriceTheFirstByIdWins() {
    Catalogs twins = Devices.catalogs(Map.of("B", "2 TFLOP/s, 10 USD", "A", "1 TFLOP/s, 10 USD"));

    var result = new CheapestHardwareOptimizer().resolve(atLeast("1 TFLOP/s"), Search.with(twins));

    assertThat(result.bestConfig()).map(HardwareNode::id).contains("A");
  }

  @Test
  void withNothingFastEnoughTheResultIsInfeasibleAndSaysWhy() {
    var result = cheapest(atLeast("1 ZFLOP/s"));

    assertThat(result.feasible()).isFalse();
    assertThat(result.bestConfig()).isEmpty();
    assertThat(result.objectiveValue()).isEmpty();
    assertThat(result.reasons())
        .containsExactly(
            "No hardware meets the requirement: each of the 5 registered devices is too slow or"
                + " has no price.");
  }

  @Test
  void anExceptionCanBeAskedForInstead() {
    var inputs =
        new CheapestHardwareOptimizerInputsBuilder()
            .minimumFlops("1 ZFLOP/s")
            .raiseErrors(true)
            .build(Registry.EMPTY);

    assertThatThrownBy(() -> cheapest(inputs))
        .isInstanceOf(InfeasibleException.class)
        .hasMessageContaining("No hardware meets the requirement");
  }

  @Nested
  class Conforms
      extends ResolverConformance<
          CheapestHardwareOptimizer.Inputs, CheapestHardwareOptimizer.CheapestHardwareResult> {
    @Override
    protected CheapestHardwareOptimizer resolver() {
      return new CheapestHardwareOptimizer();
    }

    @Override
    protected CheapestHardwareOptimizer.Inputs typicalInputs() {
      return atLeast("100 TFLOP/s");
    }

    @Override
    protected Registry registry() {
      return SHOP;
    }

    @Override
    protected Search search() {
      return Search.with(SHOP);
    }

    @Override
    protected List<Monotonicity> monotonicities() {
      return List.of(Monotonicity.neverLowers("minimum_flops", "objective_value"));
    }
  }

  @Nested
  class ConformsWithNothingFound
      extends ResolverConformance<
          CheapestHardwareOptimizer.Inputs, CheapestHardwareOptimizer.CheapestHardwareResult> {
    @Override
    protected CheapestHardwareOptimizer resolver() {
      return new CheapestHardwareOptimizer();
    }

    @Override
    protected CheapestHardwareOptimizer.Inputs typicalInputs() {
      return atLeast("1 ZFLOP/s");
    }

    @Override
    protected Registry registry() {
      return SHOP;
    }

    @Override
    protected Search search() {
      return Search.with(SHOP);
    }
  }
}

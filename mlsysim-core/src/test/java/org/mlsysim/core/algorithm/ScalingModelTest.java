package org.mlsysim.core.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.DAY;
import static org.mlsysim.api.units.Units.FLOP;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Registry;

class ScalingModelTest {
  private final ScalingModel model = new ScalingModel();

  private ScalingModel.ScalingResult spent(Map<String, ?> values) {
    return model.resolve(model.contract().inputs(values, Registry.EMPTY));
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @Test
  void aYottaflopTrainsNinetyOneBillionParameters() {
    var result = spent(Map.of("compute_budget", "1e24 FLOP"));

    // sqrt(1e24 / 120) and 20 tokens each.
    assertThat(result.optimalParameters()).isCloseTo(91_287_092_917.5, within(0.1));
    assertThat(result.optimalTokens()).isCloseTo(1_825_741_858_350.0, within(10.0));
    assertThat(result.tokensPerParameter()).isEqualTo(20);
  }

  @Test
  void aPrefixIsConvertedAndABareNumberIsInFlop() {
    assertThat(spent(Map.of("compute_budget", "1000 ZFLOP")))
        .isEqualTo(spent(Map.of("compute_budget", "1e24 FLOP")))
        .isEqualTo(spent(Map.of("compute_budget", 1e24)));
  }

  @Test
  void acceleratorDaysCountFortyPercentOfThePeak() {
    var result = spent(Map.of("compute_budget", "10000 d"));

    // 10000 · 86400 s · 989e12 · 0.4 FLOP/s.
    assertThat(in(FLOP, result.computeBudgetFlops())).isCloseTo(3.417984e23, within(1e13));
    assertThat(result.optimalParameters()).isCloseTo(53_369_654_299.0, within(1.0));
    assertThat(result.caveats()).anyMatch(caveat -> caveat.contains("989"));
  }

  @Test
  void aTargetPutsTheRestOfTheBudgetIntoTokens() {
    var result = spent(Map.of("compute_budget", "1e24 FLOP", "target_model_size", "8 Bparam"));

    assertThat(result.optimalParameters()).isEqualTo(8e9);
    assertThat(result.tokensPerParameter()).isCloseTo(2604.16666667, within(1e-8));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theBudgetIsSpentToTheLastOperation(long seed) {
    var random = new SplittableRandom(seed);
    double budget = Math.exp(random.nextDouble(30, 60));
    var best = spent(Map.of("compute_budget", budget));
    var target =
        spent(Map.of("compute_budget", budget, "target_model_size", best.optimalParameters() / 3));

    assertThat(6 * best.optimalParameters() * best.optimalTokens() / budget)
        .as("seed %d", seed)
        .isCloseTo(1, within(1e-12));
    assertThat(6 * target.optimalParameters() * target.optimalTokens() / budget)
        .as("seed %d", seed)
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void aBudgetOfBytesIsRefusedWithBothUnitsNamed() {
    assertThatThrownBy(() -> spent(Map.of("compute_budget", "3 GB")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("compute_budget is \"3 GB\"")
        .hasMessageContaining("FLOP or s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 FLOP", "-1 d"})
  void aBudgetOfNothingIsRefused(String budget) {
    assertThatThrownBy(() -> spent(Map.of("compute_budget", budget)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("compute_budget");
  }

  @Test
  void theExplanationOfABudgetOfTimeNamesTheRate() {
    var inputs = ScalingModel.Inputs.builder().computeBudget(of(1, DAY)).build();
    var result = model.resolve(inputs);

    Explanation explained = model.explain(inputs, result).get(0);
    Explanation.Term budget = explained.terms().get(0);

    assertThat(explained.value()).isEqualTo(result.optimalParameters());
    assertThat(budget.value())
        .isEqualTo(budget.terms().get(0).value() * budget.terms().get(1).value());
  }
}

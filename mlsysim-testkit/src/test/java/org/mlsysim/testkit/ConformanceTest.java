package org.mlsysim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.SolverResult;
import org.mlsysim.testkit.Laws.BandwidthInputs;
import org.mlsysim.testkit.Laws.BandwidthSolver;
import org.mlsysim.testkit.Laws.Flaw;
import org.mlsysim.testkit.Laws.LinksInputs;
import org.mlsysim.testkit.Laws.LinksOptimizer;
import org.mlsysim.testkit.Laws.OneInput;
import org.mlsysim.testkit.Laws.TransferInputs;
import org.mlsysim.testkit.Laws.TransferModel;
import org.mlsysim.testkit.Laws.TransferResult;

class ConformanceTest {
  private static <I extends Record, R extends SolverResult> List<Rule> broken(
      Resolver<I, R> resolver, I inputs) {
    return Conformance.check(resolver, inputs).stream()
        .filter(each -> each.status() == Outcome.Status.BROKEN)
        .map(Outcome::rule)
        .toList();
  }

  private static <I extends Record, R extends SolverResult> String remark(
      Resolver<I, R> resolver, I inputs, Rule rule) {
    Outcome outcome = Conformance.of(resolver, inputs).outcome(rule);
    assertThat(outcome.status()).isEqualTo(Outcome.Status.BROKEN);
    return outcome.text();
  }

  @Test
  void aGoodModelKeepsEveryRule() {
    List<Outcome> outcomes = Conformance.check(new TransferModel(), TransferInputs.typical());

    assertThat(outcomes).extracting(Outcome::rule).containsExactly(Rule.values());
    assertThat(outcomes)
        .filteredOn(each -> each.status() == Outcome.Status.UNCHECKED)
        .extracting(Outcome::rule)
        .containsExactly(Rule.REQUIRED_R06, Rule.OPTIONAL_R20);
    assertThat(broken(new TransferModel(), TransferInputs.typical())).isEmpty();
  }

  @Test
  void aResolverThatCountsItsCallsBreaksR01() {
    assertThat(broken(new Laws.ForgetfulModel(), TransferInputs.typical()))
        .contains(Rule.REQUIRED_R01);
    assertThat(remark(new Laws.ForgetfulModel(), TransferInputs.typical(), Rule.REQUIRED_R01))
        .contains("a second call gets another result: excess is once");
  }

  @Test
  void aResultThatIsNoNumberBreaksR02Alone() {
    assertThat(broken(new Laws.UndefinedModel(), TransferInputs.typical()))
        .containsExactly(Rule.REQUIRED_R02);
  }

  @Test
  void anInfeasibleResultWithoutReasonBreaksR02() {
    assertThat(broken(new Laws.SilentModel(), new OneInput(1))).containsExactly(Rule.REQUIRED_R02);
  }

  @Test
  void aLawThatBreaksAtTheEndOfARangeBreaksR03Alone() {
    assertThat(broken(new Laws.InverseModel(), TransferInputs.typical()))
        .containsExactly(Rule.REQUIRED_R03);
    assertThat(remark(new Laws.InverseModel(), TransferInputs.typical(), Rule.REQUIRED_R03))
        .contains("size = 0.0, the end of [0, inf), breaks it");
  }

  @Test
  void aResolverThatIgnoresUnitsBreaksR04Alone() {
    assertThat(broken(new Laws.UnitBlindModel(), TransferInputs.typical()))
        .containsExactly(Rule.REQUIRED_R04);
    assertThat(remark(new Laws.UnitBlindModel(), TransferInputs.typical(), Rule.REQUIRED_R04))
        .contains("size in units of 1024 B: latency is once");
  }

  @Test
  void wordsThatAreWrittenAlikeBreakR05Alone() {
    assertThat(broken(new Laws.MumblingModel(), new OneInput(1)))
        .containsExactly(Rule.REQUIRED_R05);
    assertThat(remark(new Laws.MumblingModel(), new OneInput(1), Rule.REQUIRED_R05))
        .contains("word comes back as LONG");
  }

  @Test
  void aSolverThatMissesItsTargetBreaksR06() {
    Outcome exact =
        Conformance.of(new BandwidthSolver(1), BandwidthInputs.typical())
            .inverting(BandwidthSolver::throughTheModel)
            .outcome(Rule.REQUIRED_R06);
    Outcome off =
        Conformance.of(new BandwidthSolver(1.01), BandwidthInputs.typical())
            .inverting(BandwidthSolver::throughTheModel)
            .outcome(Rule.REQUIRED_R06);

    assertThat(exact.status()).isEqualTo(Outcome.Status.HELD);
    assertThat(off.status()).isEqualTo(Outcome.Status.BROKEN);
    assertThat(off.text()).contains("latency: asked for 0.25");
  }

  @ParameterizedTest
  @EnumSource(
      value = Flaw.class,
      names = {"TOTAL", "OBJECTIVE", "CONFIG", "UNSEARCHED"})
  void anOptimizerThatReportsAnotherSearchBreaksR06Alone(Flaw flaw) {
    assertThat(broken(new LinksOptimizer(flaw), new LinksInputs(8, 5)))
        .containsExactly(Rule.REQUIRED_R06);
  }

  @ParameterizedTest
  @CsvSource({"8, 5", "4, 5", "1, 1"})
  void anHonestOptimizerKeepsEveryRuleFeasibleOrNot(int most, int needed) {
    assertThat(broken(new LinksOptimizer(Flaw.NONE), new LinksInputs(most, needed))).isEmpty();
  }

  @Test
  void anExplanationOfAnotherNumberBreaksR07Alone() {
    assertThat(broken(new Laws.EvasiveModel(), TransferInputs.typical()))
        .containsExactly(Rule.REQUIRED_R07);
    assertThat(remark(new Laws.EvasiveModel(), TransferInputs.typical(), Rule.REQUIRED_R07))
        .contains("delay is explained, but is no number of the result");
  }

  @Test
  void aPromiseThatIsNotKeptBreaksR20() {
    Conformance<TransferInputs, TransferResult> check =
        Conformance.of(new TransferModel(), TransferInputs.typical());

    assertThat(
            check
                .promising(
                    List.of(
                        Monotonicity.neverRaises("bandwidth", "latency"),
                        Monotonicity.neverLowers("size", "latency"),
                        Monotonicity.neverRaises("links", "latency")))
                .outcome(Rule.OPTIONAL_R20)
                .status())
        .isEqualTo(Outcome.Status.HELD);
    assertThat(
            check
                .promising(List.of(Monotonicity.neverLowers("bandwidth", "latency")))
                .outcome(Rule.OPTIONAL_R20)
                .text())
        .contains("broken")
        .contains("latency goes from");
    assertThat(
            check
                .promising(List.of(Monotonicity.neverLowers("speed", "latency")))
                .outcome(Rule.OPTIONAL_R20)
                .remarks())
        .containsExactly("there is no input speed");
  }

  @Test
  void aRuleThatIsSwitchedOffIsNotChecked() {
    Outcome outcome =
        Conformance.of(new Laws.ForgetfulModel(), TransferInputs.typical())
            .without(Rule.REQUIRED_R01)
            .outcome(Rule.REQUIRED_R01);

    assertThat(outcome.status()).isEqualTo(Outcome.Status.UNCHECKED);
  }

  @Nested
  class ModelConforms extends ResolverConformance<TransferInputs, TransferResult> {
    @Override
    protected TransferModel resolver() {
      return new TransferModel();
    }

    @Override
    protected TransferInputs typicalInputs() {
      return TransferInputs.typical();
    }

    @Override
    protected List<Monotonicity> monotonicities() {
      return List.of(Monotonicity.neverRaises("bandwidth", "latency"));
    }
  }

  @Nested
  class SolverConforms extends ResolverConformance<BandwidthInputs, Laws.BandwidthResult> {
    @Override
    protected BandwidthSolver resolver() {
      return new BandwidthSolver(1);
    }

    @Override
    protected BandwidthInputs typicalInputs() {
      return BandwidthInputs.typical();
    }

    @Override
    protected Optional<Inversion> inversion(BandwidthInputs inputs, Laws.BandwidthResult result) {
      return BandwidthSolver.throughTheModel(inputs, result);
    }
  }

  @Nested
  class OptimizerConforms extends ResolverConformance<LinksInputs, Laws.LinksResult> {
    @Override
    protected LinksOptimizer resolver() {
      return new LinksOptimizer(Flaw.NONE);
    }

    @Override
    protected LinksInputs typicalInputs() {
      return new LinksInputs(8, 5);
    }
  }
}

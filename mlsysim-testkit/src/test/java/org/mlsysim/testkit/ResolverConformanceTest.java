package org.mlsysim.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mlsysim.testkit.Laws.BandwidthInputs;
import org.mlsysim.testkit.Laws.BandwidthSolver;
import org.mlsysim.testkit.Laws.TransferInputs;
import org.mlsysim.testkit.Laws.TransferResult;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What the tests of the kit say when a resolver fails them. */
class ResolverConformanceTest {
  private static final class Blind extends ResolverConformance<TransferInputs, TransferResult> {
    private final boolean capable;

    Blind(boolean capable) {
      this.capable = capable;
    }

    @Override
    protected Laws.UnitBlindModel resolver() {
      return new Laws.UnitBlindModel();
    }

    @Override
    protected TransferInputs typicalInputs() {
      return TransferInputs.typical();
    }

    @Override
    protected boolean readsAnyUnit() {
      return capable;
    }
  }

  private static final class Unproven
      extends ResolverConformance<BandwidthInputs, Laws.BandwidthResult> {
    @Override
    protected BandwidthSolver resolver() {
      return new BandwidthSolver(1);
    }

    @Override
    protected BandwidthInputs typicalInputs() {
      return BandwidthInputs.typical();
    }
  }

  @Test
  void aBrokenRuleFailsItsTestAndSaysWhere() {
    Blind blind = new Blind(true);

    assertThatThrownBy(blind::required_r04_theSameQuantityInAnotherUnitGivesTheSameResult)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("UnitBlindModel breaks required_r04")
        .hasMessageContaining("size in units of 1024 B");
    assertThatCode(blind::required_r01_equalInputsGiveEqualResultsAlsoFromEightThreads)
        .doesNotThrowAnyException();
  }

  @Test
  void aCapabilitySwitchesItsRuleOff() {
    Blind blind = new Blind(false);

    assertThatThrownBy(blind::required_r04_theSameQuantityInAnotherUnitGivesTheSameResult)
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("switched off");
  }

  @Test
  void aSolverHasToShowTheWayBackThroughItsModel() {
    Unproven unproven = new Unproven();

    assertThatThrownBy(unproven::required_r06_theLawOfTheTierHolds)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("the way back through the solver's model is not given");
  }
}

package org.mlsysim.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.Search;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.Tier;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.port.Registry;

/**
 * The numbered rules as tests: extend it, give the resolver and inputs that it answers.
 *
 * <pre>{@code
 * @Nested
 * class Conforms extends ResolverConformance<MyModel.Inputs, MyModel.MyResult> {
 *   @Override
 *   protected MyModel resolver() {
 *     return new MyModel();
 *   }
 *
 *   @Override
 *   protected MyModel.Inputs typicalInputs() {
 *     return new MyModelInputsBuilder().batchSize(8).build();
 *   }
 * }
 * }</pre>
 *
 * <p>A rule that cannot hold is switched off by its capability, never by overriding its test.
 *
 * @param <I> the input record
 * @param <R> the result record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@SuppressWarnings("MemberName") // a test bears the number of its rule
public abstract class ResolverConformance<I extends Record, R extends SolverResult> {
  protected ResolverConformance() {}

  /** The resolver under test. */
  protected abstract Resolver<I, R> resolver();

  /** Inputs that the resolver answers. */
  protected abstract I typicalInputs();

  /** Where names of objects are looked up. */
  protected Registry registry() {
    return Catalogs.installed();
  }

  /** How an optimizer under test searches. */
  protected Search search() {
    return Search.installed();
  }

  /**
   * A solver's answer put into its model; a solver overrides this.
   *
   * @param inputs the typical inputs
   * @param result the solver's answer to them
   */
  protected Optional<Inversion> inversion(I inputs, R result) {
    return Optional.empty();
  }

  /** Directions that the law promises; none by default. */
  protected List<Monotonicity> monotonicities() {
    return List.of();
  }

  /** Whether equal inputs give equal results. */
  protected boolean isDeterministic() {
    return true;
  }

  /** Whether every declared output is there. */
  protected boolean producesEveryOutput() {
    return true;
  }

  /** Whether what is outside a range is refused and what is at its closed ends is answered. */
  protected boolean keepsItsRanges() {
    return true;
  }

  /** Whether a quantity may be given in any unit of its dimension. */
  protected boolean readsAnyUnit() {
    return true;
  }

  /** Whether the result can be written and read back. */
  protected boolean travelsAsText() {
    return true;
  }

  /** Whether a solver inverts a model, or an optimizer compares all candidates by one objective. */
  protected boolean keepsTheLawOfItsTier() {
    return true;
  }

  /** Whether explanations reproduce the result. */
  protected boolean explainsExactly() {
    return true;
  }

  /** Whether the promised directions hold. */
  protected boolean keepsItsDirections() {
    return true;
  }

  @Test
  public final void required_r01_equalInputsGiveEqualResultsAlsoFromEightThreads() {
    verify(Rule.REQUIRED_R01, isDeterministic());
  }

  @Test
  public final void required_r02_everyOutputIsPresentInItsDimensionAndFinite() {
    verify(Rule.REQUIRED_R02, producesEveryOutput());
  }

  @Test
  public final void required_r03_whatIsMissingOrOutOfRangeIsRefusedByName() {
    verify(Rule.REQUIRED_R03, keepsItsRanges());
  }

  @Test
  public final void required_r04_theSameQuantityInAnotherUnitGivesTheSameResult() {
    verify(Rule.REQUIRED_R04, readsAnyUnit());
  }

  @Test
  public final void required_r05_theResultSurvivesItsTextFormAndPortsAreDocumented() {
    verify(Rule.REQUIRED_R05, travelsAsText());
  }

  @Test
  public final void required_r06_theLawOfTheTierHolds() {
    verify(Rule.REQUIRED_R06, keepsTheLawOfItsTier());
  }

  @Test
  public final void required_r07_anExplanationReproducesTheResult() {
    verify(Rule.REQUIRED_R07, explainsExactly());
  }

  @Test
  public final void optional_r20_outputsMoveOnlyInThePromisedDirection() {
    verify(Rule.OPTIONAL_R20, keepsItsDirections());
  }

  private void verify(Rule rule, boolean capable) {
    assumeTrue(capable, () -> rule.code() + " is switched off");
    Resolver<I, R> resolver = resolver();
    Outcome outcome =
        Conformance.of(resolver, typicalInputs())
            .naming(registry())
            .searching(search())
            .inverting(this::inversion)
            .promising(monotonicities())
            .outcome(rule);
    boolean solverWithoutModel =
        rule == Rule.REQUIRED_R06
            && resolver.tier() == Tier.SOLVER
            && outcome.status() == Outcome.Status.UNCHECKED;
    if (outcome.status() == Outcome.Status.BROKEN || solverWithoutModel) {
      fail(resolver.id() + " breaks " + outcome.text());
    }
    assumeTrue(outcome.status() == Outcome.Status.HELD, outcome::text);
  }
}

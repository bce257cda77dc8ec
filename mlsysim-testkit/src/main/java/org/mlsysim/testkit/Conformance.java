package org.mlsysim.testkit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apiguardian.api.API;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.Search;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.Tier;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.port.Registry;

/**
 * Checks a resolver against the numbered rules by plain calls, without a test framework.
 *
 * <p>Immutable; {@link ResolverConformance} is the same as tests.
 *
 * @param <I> the input record
 * @param <R> the result record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Conformance<I extends Record, R extends SolverResult> {
  private final Subject<I, R> subject;
  private final BiFunction<? super I, ? super R, Optional<Inversion>> inversion;
  private final List<Monotonicity> monotonicities;
  private final Set<Rule> switchedOff;

  private Conformance(
      Subject<I, R> subject,
      BiFunction<? super I, ? super R, Optional<Inversion>> inversion,
      List<Monotonicity> monotonicities,
      Set<Rule> switchedOff) {
    this.subject = subject;
    this.inversion = inversion;
    this.monotonicities = List.copyOf(monotonicities);
    this.switchedOff = switchedOff;
  }

  /** The outcome of every rule for a resolver and inputs that it answers, installed catalogs. */
  public static <I extends Record, R extends SolverResult> List<Outcome> check(
      Resolver<I, R> resolver, I typicalInputs) {
    return of(resolver, typicalInputs).outcomes();
  }

  /** A check of a resolver with inputs that it answers, to be told more about it. */
  public static <I extends Record, R extends SolverResult> Conformance<I, R> of(
      Resolver<I, R> resolver, I typicalInputs) {
    Subject<I, R> subject =
        new Subject<>(resolver, typicalInputs, Catalogs.installed(), Search.installed());
    return new Conformance<>(
        subject, (inputs, result) -> Optional.empty(), List.of(), EnumSet.noneOf(Rule.class));
  }

  /** The same check with names of other catalogs. */
  public Conformance<I, R> naming(Registry registry) {
    return with(
        new Subject<>(subject.resolver(), subject.inputs(), registry, subject.search()),
        switchedOff);
  }

  /** The same check with another search for an optimizer. */
  public Conformance<I, R> searching(Search search) {
    return with(
        new Subject<>(subject.resolver(), subject.inputs(), subject.registry(), search),
        switchedOff);
  }

  /** The same check with the way from a solver's answer back through its model. */
  public Conformance<I, R> inverting(
      BiFunction<? super I, ? super R, Optional<Inversion>> throughTheModel) {
    return new Conformance<>(subject, throughTheModel, monotonicities, switchedOff);
  }

  /** The same check with directions that the law promises. */
  public Conformance<I, R> promising(List<Monotonicity> promises) {
    return new Conformance<>(subject, inversion, promises, switchedOff);
  }

  /** The same check without some rules. */
  public Conformance<I, R> without(Rule... rules) {
    Set<Rule> off = EnumSet.noneOf(Rule.class);
    off.addAll(switchedOff);
    off.addAll(Arrays.asList(rules));
    return with(subject, off);
  }

  private Conformance<I, R> with(Subject<I, R> other, Set<Rule> off) {
    return new Conformance<>(other, inversion, monotonicities, off);
  }

  /** The outcome of every rule, in the order of their numbers. */
  public List<Outcome> outcomes() {
    return Arrays.stream(Rule.values()).map(this::outcome).toList();
  }

  /** The outcome of one rule. */
  public Outcome outcome(Rule rule) {
    if (switchedOff.contains(rule)) {
      return Outcome.unchecked(rule, "it is switched off");
    }
    if (rule != Rule.REQUIRED_R02) {
      try {
        subject.answer();
      } catch (RuntimeException e) {
        return Outcome.unchecked(rule, "the typical inputs give no result; see required_r02");
      }
    }
    return switch (rule) {
      case REQUIRED_R01 -> Outcome.of(rule, Determinism.violations(subject));
      case REQUIRED_R02 -> Outcome.of(rule, Outputs.violations(subject));
      case REQUIRED_R03 -> Outcome.of(rule, Refusals.violations(subject));
      case REQUIRED_R04 -> Outcome.of(rule, UnitFreedom.violations(subject));
      case REQUIRED_R05 -> Outcome.of(rule, TextForm.violations(subject));
      case REQUIRED_R06 -> tierLaw();
      case REQUIRED_R07 -> Outcome.of(rule, Explanations.violations(subject));
      case OPTIONAL_R20 ->
          monotonicities.isEmpty()
              ? Outcome.unchecked(rule, "no direction is promised")
              : Outcome.of(rule, Trends.violations(subject, monotonicities));
    };
  }

  private Outcome tierLaw() {
    Rule rule = Rule.REQUIRED_R06;
    if (subject.resolver().tier() == Tier.OPTIMIZER) {
      return Outcome.of(rule, TierLaw.ofOptimizer(subject));
    }
    if (subject.resolver().tier() == Tier.MODEL) {
      return Outcome.unchecked(rule, "a model has no law of its tier beyond the other rules");
    }
    return inversion
        .apply(subject.inputs(), subject.answer())
        .map(each -> Outcome.of(rule, TierLaw.ofSolver(each)))
        .orElseGet(
            () -> Outcome.unchecked(rule, "the way back through the solver's model is not given"));
  }
}

package org.mlsysim.core.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.testkit.Conformance;
import org.mlsysim.testkit.Outcome;

/**
 * Every built-in resolver keeps the rules that plugins keep, with the inputs of its first golden
 * case whose answer is feasible.
 */
class ConformanceTest {
  static Stream<String> resolversWithCases() {
    return ResolverFactory.installed().ids().stream()
        .filter(id -> Files.exists(GoldenCase.folder().resolve(id + ".jsonl")));
  }

  @ParameterizedTest
  @MethodSource("resolversWithCases")
  void noRuleIsBroken(String id) {
    Resolver<?, ?> resolver = ResolverFactory.installed().get(id);

    assertThat(broken(resolver, GoldenCase.read(id + ".jsonl"))).isEmpty();
  }

  private static <I extends Record, R extends SolverResult> List<String> broken(
      Resolver<I, R> resolver, List<GoldenCase> cases) {
    I inputs =
        cases.stream()
            .map(each -> resolver.contract().inputs().read(each.inputs(), Catalogs.installed()))
            .filter(each -> resolver.contract().feasible(resolver.resolve(each)))
            .findFirst()
            .orElseThrow();
    return Conformance.check(resolver, inputs).stream()
        .filter(outcome -> outcome.status() == Outcome.Status.BROKEN)
        .map(Outcome::text)
        .toList();
  }
}

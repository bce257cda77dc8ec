package org.mlsysim.core.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.Contract;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Metric;
import org.mlsysim.api.OptimizerResult;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.catalog.Catalogs;

/** What the built-in resolvers say about their numbers is true of every golden case. */
class ExplanationTest {
  private static final ResolverFactory RESOLVERS = ResolverFactory.installed();

  static Stream<String> resolversWithCases() {
    return RESOLVERS.ids().stream()
        .filter(id -> Files.exists(GoldenCase.folder().resolve(id + ".jsonl")));
  }

  static Stream<String> resolversWithWalls() {
    return resolversWithCases().filter(id -> !RESOLVERS.get(id).contract().walls().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("resolversWithCases")
  void theRootIsTheNumberOfTheResultToTheLastBit(String id) {
    List<String> differences = new ArrayList<>();
    for (GoldenCase each : answered(id)) {
      differences.addAll(Answer.of(RESOLVERS.get(id), each).differences(each.id()));
    }

    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("resolversWithWalls")
  void aResolverOfAWallExplainsEveryFeasibleAnswer(String id) {
    List<String> silent =
        answered(id).stream()
            .filter(each -> Answer.of(RESOLVERS.get(id), each).owesAnExplanation())
            .map(GoldenCase::id)
            .toList();

    assertThat(silent).isEmpty();
  }

  @Test
  void everyResolverOfAWallHasGoldenCases() {
    assertThat(resolversWithWalls())
        .containsExactlyElementsOf(
            RESOLVERS.ids().stream()
                .filter(id -> !RESOLVERS.get(id).contract().walls().isEmpty())
                .toList())
        .hasSize(27);
  }

  private static List<GoldenCase> answered(String id) {
    return GoldenCase.read(id + ".jsonl").stream().filter(each -> !each.isRefusal()).toList();
  }

  /** The numbers of an answer under their dotted names, and what is said about them. */
  private record Answer(
      boolean feasible,
      SolverResult result,
      Map<String, Metric> numbers,
      List<Explanation> explanations) {

    static <I extends Record, R extends SolverResult> Answer of(
        Resolver<I, R> resolver, GoldenCase asked) {
      Contract<I, R> contract = resolver.contract();
      I inputs = contract.inputs().read(asked.inputs(), Catalogs.installed());
      R result = resolver.resolve(inputs);
      return new Answer(
          contract.feasible(result),
          result,
          contract.metrics(result).stream()
              .collect(Collectors.toMap(Metric::name, metric -> metric)),
          resolver.explain(inputs, result));
    }

    boolean owesAnExplanation() {
      return feasible && explanations.isEmpty();
    }

    List<String> differences(String id) {
      List<String> differences = new ArrayList<>();
      for (Explanation each : explanations) {
        Metric number = numbers.get(each.port());
        if (number == null) {
          differences.add("%s: %s is no number of the result".formatted(id, each.port()));
        } else if (Double.compare(number.value(), each.value()) != 0
            || !unit(number).equals(each.unit())) {
          differences.add("%s: %s is not %s".formatted(id, each, number));
        }
      }
      return differences;
    }

    /** The objective is a bare number whose unit stands beside it. */
    private String unit(Metric number) {
      return number.name().equals("objective_value") && result instanceof OptimizerResult optimum
          ? optimum.objectiveUnit()
          : number.unit();
    }
  }
}

package org.mlsysim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches find what sorting everything finds, on one thread and on many, in bounded memory. */
class SearchTest {
  private static final double TOLERANCE = 1e-2;

  private record Point(int key, int rank, double value) {}

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theTopListIsThatOfSortingEverything(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Point> points = points(random, 1 + random.nextInt(6000));
    int places = 1 + random.nextInt(7);
    Search search = Search.installed();

    List<Point> expected = sorted(points, places);

    assertThat(top(search, points, places)).isEqualTo(expected);
    assertThat(top(search.sequential(), points, places)).isEqualTo(expected);
  }

  /** Values on a coarse grid and close to it: equal ones, ties, and near misses of ties. */
  private static List<Point> points(SplittableRandom random, int count) {
    int keys = 1 + random.nextInt(2 * count);
    int steps = 1 + random.nextInt(40);
    double offset = random.nextDouble(-2, 2);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double jitter = random.nextInt(3) == 0 ? random.nextDouble(-0.02, 0.02) : 0;
              double value = offset + random.nextInt(steps) / (double) steps + jitter;
              return new Point(random.nextInt(keys), random.nextInt(100), value);
            })
        .toList();
  }

  private static List<Point> top(Search search, List<Point> points, int places) {
    return search
        .<Point>over(points::forEach)
        .<Double>evaluatedBy(Point::value)
        .tiesWithin(TOLERANCE, Comparator.comparingInt(Point::rank))
        .bestOfEach(Point::key)
        .keep(places)
        .maximize(value -> value)
        .top()
        .stream()
        .map(SearchOutcome.Candidate::config)
        .toList();
  }

  /** The definition, without regard to memory. */
  private static List<Point> sorted(List<Point> points, int places) {
    List<Point> left = new ArrayList<>(points);
    left.sort(Comparator.comparingDouble(point -> -point.value()));
    List<Point> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      double best = left.get(0).value();
      List<Point> group = new ArrayList<>();
      while (!left.isEmpty() && best - left.get(0).value() <= TOLERANCE * Math.abs(best)) {
        group.add(left.remove(0));
      }
      group.sort(Comparator.comparingInt(Point::rank).thenComparingInt(points::indexOf));
      ordered.addAll(group);
    }
    Set<Integer> keys = new HashSet<>();
    return ordered.stream().filter(point -> keys.add(point.key())).limit(places).toList();
  }

  @Test
  void aMillionCandidatesAreNotRemembered() {
    SplittableRandom random = new SplittableRandom(7);
    Ranking<Integer, Double> spread =
        new Ranking<>(1, 5, 1e-12, Comparator.naturalOrder(), config -> config);
    Ranking<Integer, Double> equal =
        new Ranking<>(1, 5, 1e-12, Comparator.naturalOrder(), config -> config);
    for (int i = 0; i < 1_000_000; i++) {
      double value = random.nextDouble();
      spread.add(new SearchOutcome.Candidate<>(i, value, value));
      equal.add(new SearchOutcome.Candidate<>(i, 1.0, 1.0));
    }

    assertThat(spread.remembered()).isLessThan(2000);
    assertThat(equal.remembered()).isLessThan(2000);
    assertThat(equal.top())
        .extracting(SearchOutcome.Candidate::config)
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void everyCandidateIsCounted() {
    SearchOutcome<Integer, Integer> outcome =
        Search.installed()
            .over(IntStream.range(0, 30_000).boxed().toList())
            .<Integer>evaluatedBy(i -> i % 3 == 2 ? 1 / (i % 3 - 2) : i)
            .infeasibleWhen(i -> i % 3 == 1 ? Optional.of("odd one out") : Optional.empty())
            .minimize(i -> i);

    assertThat(outcome.searched()).isEqualTo(30_000);
    assertThat(outcome.feasible()).isEqualTo(10_000);
    assertThat(outcome.infeasibleCount()).isEqualTo(10_000);
    assertThat(outcome.failedCount()).isEqualTo(10_000);
    assertThat(outcome.failed().get(0).reason()).isEqualTo("/ by zero");
    assertThat(outcome.infeasible().get(0).config()).isEqualTo(1);
    assertThat(outcome.best().orElseThrow().config()).isEqualTo(0);
  }

  @Test
  void aSearchThatIsGivenUpStopsItsSource() {
    AtomicInteger made = new AtomicInteger();
    Search search = Search.installed().cancelledBy(() -> made.get() > 5000);

    assertThatThrownBy(
            () ->
                search
                    .<Integer>over(
                        receiver -> {
                          for (int i = 0; i < 1_000_000; i++) {
                            made.incrementAndGet();
                            receiver.accept(i);
                          }
                        })
                    .<Integer>evaluatedBy(i -> i)
                    .maximize(i -> i))
        .isInstanceOf(CancellationException.class);
    assertThat(made.get()).isLessThan(10_000);
  }
}

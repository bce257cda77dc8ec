package org.mlsysim.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Order and cycles. */
class GraphTest {
  @Test
  void theListingOrderSettlesTies() {
    Graph graph = new Graph(5);
    graph.edge(4, 0);
    graph.edge(3, 1);

    assertThat(graph.order()).containsExactly(2, 3, 1, 4, 0);
    assertThat(graph.cycle()).isEmpty();
    assertThat(graph.reaches(4, 0)).isTrue();
    assertThat(graph.reaches(0, 4)).isFalse();
  }

  @Test
  void aCycleIsFoundWithoutWhatLeadsToItAndFromIt() {
    Graph graph = new Graph(6);
    graph.edge(0, 4);
    graph.edge(4, 2);
    graph.edge(2, 5);
    graph.edge(5, 4);
    graph.edge(5, 1);
    graph.edge(1, 3);

    assertThat(graph.cycle()).containsExactly(2, 5, 4);
    assertThat(graph.order()).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everyGraphHasAnOrderThatRespectsItsEdgesOrACycleOfItsEdges(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 1 + random.nextInt(20);
    Graph graph = new Graph(size);
    for (int i = 0; i < size; i++) {
      graph.edge(random.nextInt(size), random.nextInt(size));
    }

    List<Integer> order = graph.order();
    List<Integer> cycle = graph.cycle();

    assertThat(cycle.isEmpty()).as("seed %d", seed).isEqualTo(order.size() == size);
    for (int stage : order) {
      graph.waitsFor(stage).stream()
          .forEach(
              producer ->
                  assertThat(order.indexOf(producer))
                      .as("seed %d", seed)
                      .isNotNegative()
                      .isLessThan(order.indexOf(stage)));
    }
    for (int i = 0; i < cycle.size(); i++) {
      int next = cycle.get((i + 1) % cycle.size());
      assertThat(graph.waitsFor(next).get(cycle.get(i))).as("seed %d", seed).isTrue();
    }
  }
}

package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidLayoutsTest {
  @Test
  void llama70bHasOneHundredAndFiftyFourLayoutsOnFiveHundredAndTwelve() {
    // 64 heads, 80 layers; tp up to the eight accelerators of a node.
    var space = new ValidLayouts.Space(512, 512, 80, 64, 1, 4096, 8, 512, 1, 1);

    assertEquals(154, ValidLayouts.count(space));
  }

  @Test
  void oneAcceleratorHasOneLayoutPerDivisorOfItsBatch() {
    var space = new ValidLayouts.Space(1, 12, 32, 32, 1, 2048, 1, 1, 1, 1);
    List<Integer> microbatches = new ArrayList<>();
    long visited =
        ValidLayouts.forEach(
            space,
            (tp, pp, dp, ep, cp, m) -> {
              microbatches.add(m);
              return true;
            });

    assertEquals(List.of(1, 2, 3, 4, 6, 12), microbatches);
    assertEquals(6, visited);
  }

  @Test
  void aVisitorThatHasSeenEnoughStopsTheWalk() {
    var space = new ValidLayouts.Space(512, 512, 80, 64, 1, 4096, 8, 512, 1, 1);

    assertEquals(1, ValidLayouts.forEach(space, (tp, pp, dp, ep, cp, m) -> false));
  }

  @Test
  void aBatchTooSmallForAnyLayoutHasNone() {
    // 64 replicas at least, for tp, pp, ep and cp are capped at 1.
    assertEquals(0, ValidLayouts.count(new ValidLayouts.Space(64, 8, 80, 64, 1, 4096, 1, 1, 1, 1)));
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWalkAgreesWithATryOfEveryInteger(long seed) {
    var random = new SplittableRandom(seed);
    var space =
        new ValidLayouts.Space(
            random.nextInt(1, 33),
            random.nextInt(1, 33),
            random.nextInt(1, 13),
            random.nextInt(1, 17),
            random.nextInt(1, 9),
            random.nextInt(1, 17),
            random.nextInt(1, 17),
            random.nextInt(1, 17),
            random.nextInt(1, 9),
            random.nextInt(1, 5));
    List<List<Integer>> walked = new ArrayList<>();

    ValidLayouts.forEach(
        space, (tp, pp, dp, ep, cp, m) -> walked.add(List.of(tp, pp, dp, ep, cp, m)));

    assertEquals(tried(space), walked);
  }

  private static List<List<Integer>> tried(ValidLayouts.Space space) {
    List<List<Integer>> found = new ArrayList<>();
    int n = space.accelerators();
    for (int tp = 1; tp <= Math.min(n, space.maxTensor()); tp++) {
      for (int pp = 1; pp <= Math.min(n, Math.min(space.maxPipeline(), space.layers())); pp++) {
        for (int ep = 1; ep <= Math.min(n, space.maxExpert()); ep++) {
          for (int cp = 1; cp <= Math.min(n, space.maxContext()); cp++) {
            int replica = tp * pp * ep * cp;
            boolean split =
                n % replica == 0
                    && space.heads() % tp == 0
                    && space.experts() % ep == 0
                    && space.sequenceLength() % cp == 0;
            if (!split || n / replica * ep > space.batchSize()) {
              continue;
            }
            int dp = n / replica;
            int samples = (int) Math.ceil(space.batchSize() / (double) (dp * ep));
            for (int m = 1; m <= samples; m++) {
              if (samples % m == 0) {
                found.add(List.of(tp, pp, dp, ep, cp, m));
              }
            }
          }
        }
      }
    }
    return found;
  }
}

package org.mlsysim.physics.training;

/**
 * Every valid layout of a training step on a cluster, in the order in which ties are settled.
 *
 * <p>A layout splits n accelerators into tensor (tp), pipeline (pp), expert (ep), context (cp) and
 * data (dp) parallel ranks and cuts each rank's samples into m equal micro-batches. Memory is not
 * looked at: what fits is a question for the layout's price.
 */
public final class ValidLayouts {
  /**
   * What bounds the layouts.
   *
   * @param accelerators n, &ge; 1
   * @param batchSize samples of one step, &ge; 1
   * @param layers layers of the model, which pp may not exceed; 1 where unknown
   * @param heads attention heads, which tp must divide; 1 for workloads that tp cannot split
   * @param experts experts of a layer, which ep must divide; 1 for a dense model
   * @param sequenceLength tokens of a sample, which cp must divide; 1 for workloads without a
   *     sequence to split
   * @param maxTensor largest tp, &ge; 1
   * @param maxPipeline largest pp, &ge; 1
   * @param maxExpert largest ep, &ge; 1
   * @param maxContext largest cp, &ge; 1
   */
  public record Space(
      int accelerators,
      int batchSize,
      int layers,
      int heads,
      int experts,
      int sequenceLength,
      int maxTensor,
      int maxPipeline,
      int maxExpert,
      int maxContext) {}

  /** Receives the layouts one by one. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes one layout.
     *
     * @param tp tensor-parallel ranks
     * @param pp pipeline stages
     * @param dp data-parallel replicas
     * @param ep expert-parallel ranks
     * @param cp context-parallel ranks
     * @param microbatches m
     * @return whether to go on
     */
    boolean visit(int tp, int pp, int dp, int ep, int cp, int microbatches);
  }

  /**
   * Visits every valid layout, by rising tp, then pp, ep, cp and m, until the visitor stops.
   *
   * <pre>
   * tp | n,          tp | heads
   * pp | n/tp,       pp &le; layers
   * ep | n/(tp pp),  ep | experts
   * cp | n/(tp pp ep), cp | sequence
   * dp = n/(tp pp ep cp),  dp ep &le; batch,  m | ceil(batch/(dp ep))
   * </pre>
   *
   * @param space the bounds
   * @param visitor takes each layout
   * @return how many were visited
   */
  public static long forEach(Space space, Visitor visitor) {
    long visited = 0;
    int n = space.accelerators;
    for (int tp = 1; tp <= Math.min(n, Math.min(space.maxTensor, space.heads)); tp++) {
      if (n % tp != 0 || space.heads % tp != 0) {
        continue;
      }
      int afterTensor = n / tp;
      int lastStage = Math.min(afterTensor, Math.min(space.maxPipeline, space.layers));
      for (int pp = 1; pp <= lastStage; pp++) {
        if (afterTensor % pp != 0) {
          continue;
        }
        int afterPipeline = afterTensor / pp;
        int lastExpert = Math.min(afterPipeline, Math.min(space.maxExpert, space.experts));
        for (int ep = 1; ep <= lastExpert; ep++) {
          if (afterPipeline % ep != 0 || space.experts % ep != 0) {
            continue;
          }
          int afterExpert = afterPipeline / ep;
          int lastContext = Math.min(afterExpert, Math.min(space.maxContext, space.sequenceLength));
          for (int cp = 1; cp <= lastContext; cp++) {
            if (afterExpert % cp != 0 || space.sequenceLength % cp != 0) {
              continue;
            }
            int dp = afterExpert / cp;
            long groups = (long) dp * ep;
            if (groups > space.batchSize) {
              continue;
            }
            int samples = (int) ((space.batchSize + groups - 1) / groups);
            for (int m = 1; m > 0; m = nextDivisor(samples, m)) {
              visited++;
              if (!visitor.visit(tp, pp, dp, ep, cp, m)) {
                return visited;
              }
            }
          }
        }
      }
    }
    return visited;
  }

  /**
   * Counts the valid layouts.
   *
   * @param space the bounds
   */
  public static long count(Space space) {
    return forEach(space, (tp, pp, dp, ep, cp, microbatches) -> true);
  }

  /**
   * The next larger divisor of a number, 0 after the last.
   *
   * <p>Searches upwards below the root; above it, a divisor's partner is below the root, so the
   * search goes through the partners downwards. A step costs at most the root of the number.
   *
   * @param number the number, &ge; 1
   * @param divisor a divisor of it
   */
  static int nextDivisor(int number, int divisor) {
    int candidate = divisor + 1;
    for (; (long) candidate * candidate <= number; candidate++) {
      if (number % candidate == 0) {
        return candidate;
      }
    }
    for (int partner = number / candidate; partner >= 1; partner--) {
      if (number % partner == 0 && number / partner > divisor) {
        return number / partner;
      }
    }
    return 0;
  }

  private ValidLayouts() {}
}

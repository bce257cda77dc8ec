package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.Ties;
import org.mlsysim.physics.queueing.CappedExponential;

/**
 * Memory reserved for the longest possible sequence against pages taken on demand.
 *
 * <p>Sequence lengths are capped exponentials of a known mean ({@link CappedExponential}).
 *
 * @see <a href="https://arxiv.org/abs/2309.06180">Kwon et al., PagedAttention, SOSP 2023</a>
 */
public final class PagedAllocation {
  /**
   * What a pool holds either way, for a small and a large block.
   *
   * @param feasible whether at least one paged sequence fits
   * @param reservation bytes of a sequence reserved to its cap [B]
   * @param reservations sequences that fit reserved, whole
   * @param finalLengthEfficiency mean final length over cap [1]
   * @param smallBlock size of a small block [B]
   * @param largeBlock size of a large block [B]
   * @param smallTailTokens most tokens a small last block leaves empty, whole
   * @param largeTailTokens most tokens a large last block leaves empty, whole
   * @param smallTail the same in bytes [B]
   * @param largeTail the same in bytes [B]
   * @param largeTailShare large tail over cap [1]
   * @param smallAllocatedTokens tokens that small blocks allocate per sequence, on average
   * @param smallWaste share of them that stays empty [1]
   * @param largeAllocatedTokens tokens that large blocks allocate per sequence, on average
   * @param largeWaste share of them that stays empty [1]
   * @param pagedFit sequences that fit in small blocks, whole
   * @param pagedGain paged over reserved sequences [1]; NaN when none fits reserved
   */
  public record Result(
      boolean feasible,
      double reservation,
      double reservations,
      double finalLengthEfficiency,
      double smallBlock,
      double largeBlock,
      double smallTailTokens,
      double largeTailTokens,
      double smallTail,
      double largeTail,
      double largeTailShare,
      double smallAllocatedTokens,
      double smallWaste,
      double largeAllocatedTokens,
      double largeWaste,
      double pagedFit,
      double pagedGain) {}

  /**
   * Tokens that pages allocate for one sequence, on average.
   *
   * <pre>
   * E = p (1 - e^(-K p/mu)) / (1 - e^(-p/mu)),  K = ceil(cap / p)
   * </pre>
   *
   * <p>Page k is needed with the probability that the length exceeds k p. When every sequence
   * reaches the cap (mu infinite), E = K p.
   *
   * @param mean mean length [tokens], in (0, cap]
   * @param cap largest length [tokens], &ge; 1
   * @param page p, tokens of a page, &ge; 1
   * @return E [tokens]
   */
  public static double allocatedTokens(double mean, double cap, double page) {
    double pages = Math.ceil(cap / page);
    double perPage = page / CappedExponential.uncappedMean(mean, cap);
    return page
        * pages
        * CappedExponential.meanShare(pages * perPage)
        / CappedExponential.meanShare(perPage);
  }

  /** Share of allocated tokens that stays empty [1]: {@code max(0, 1 - mean / allocated)}. */
  public static double waste(double mean, double allocatedTokens) {
    return Math.max(0.0, 1.0 - mean / allocatedTokens);
  }

  /**
   * Fills a pool both ways.
   *
   * @param bytesPerToken cache of one token [B], &gt; 0
   * @param pool memory for the cache [B], &ge; 0
   * @param cap longest sequence [tokens], &ge; 1
   * @param meanFinal mean final length [tokens], in (0, cap]
   * @param smallBlock tokens of a small block, &ge; 1
   * @param largeBlock tokens of a large block, &ge; 1
   * @return what fits and what is wasted
   */
  public static Result solve(
      double bytesPerToken,
      double pool,
      double cap,
      double meanFinal,
      double smallBlock,
      double largeBlock) {
    double reservation = cap * bytesPerToken;
    double reservations = Ties.wholeTimes(pool / reservation);
    double smallAllocated = allocatedTokens(meanFinal, cap, smallBlock);
    double largeAllocated = allocatedTokens(meanFinal, cap, largeBlock);
    double pagedFit = Ties.wholeTimes(pool / (smallAllocated * bytesPerToken));
    return new Result(
        pagedFit >= 1.0,
        reservation,
        reservations,
        meanFinal / cap,
        smallBlock * bytesPerToken,
        largeBlock * bytesPerToken,
        smallBlock - 1.0,
        largeBlock - 1.0,
        (smallBlock - 1.0) * bytesPerToken,
        (largeBlock - 1.0) * bytesPerToken,
        (largeBlock - 1.0) / cap,
        smallAllocated,
        waste(meanFinal, smallAllocated),
        largeAllocated,
        waste(meanFinal, largeAllocated),
        pagedFit,
        reservations > 0.0 ? pagedFit / reservations : Double.NaN);
  }

  private PagedAllocation() {}
}

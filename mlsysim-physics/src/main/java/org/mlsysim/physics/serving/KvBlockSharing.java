package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.Ties;

/**
 * Requests that share the cache blocks of a common prefix: how many are resident at once, and how
 * many turns a second they make.
 *
 * <p>Only whole blocks of the prefix can be shared; a partly filled one belongs to its request.
 * Rates follow from Little's law: residents over the time each of them stays.
 *
 * @see <a href="https://doi.org/10.1287/opre.9.3.383">Little, A Proof for the Queuing Formula L =
 *     lambda W, 1961</a>
 * @see <a href="https://arxiv.org/abs/2309.06180">Kwon et al., PagedAttention, SOSP 2023</a>
 */
public final class KvBlockSharing {
  /**
   * A pool with and without sharing.
   *
   * @param feasible whether at least one request fits without sharing
   * @param blockBytes size of a block [B]
   * @param usableBlocks blocks of the pool less headroom, whole
   * @param usableBytes the same in bytes [B]
   * @param unsharedBlocks blocks of one request, whole
   * @param commonBlocks blocks of the prefix that can be shared, whole
   * @param privateBlocks blocks that stay with one request, whole
   * @param unsharedBytes the same in bytes [B]
   * @param commonBytes the same in bytes [B]
   * @param privateBytes the same in bytes [B]
   * @param fitUnshared requests resident without sharing, whole
   * @param fitShared requests resident with sharing, whole
   * @param retainedTime time a request keeps its blocks if it holds them while it waits [s]
   * @param retainedRate turns without sharing, blocks held while waiting [1/s]
   * @param releasedRate turns without sharing, blocks released while waiting [1/s]
   * @param sharedRetainedRate turns with sharing, blocks held while waiting [1/s]
   * @param sharedReleasedRate turns with sharing, blocks released while waiting [1/s]
   * @param residencyFactor stay with waiting over stay without [1]
   * @param sharedFraction common over unshared blocks [1]
   * @param shareGain residents with over without sharing [1]; NaN when none fits without
   * @param shareBound that gain for an endless pool [1]
   */
  public record Result(
      boolean feasible,
      double blockBytes,
      double usableBlocks,
      double usableBytes,
      double unsharedBlocks,
      double commonBlocks,
      double privateBlocks,
      double unsharedBytes,
      double commonBytes,
      double privateBytes,
      double fitUnshared,
      double fitShared,
      double retainedTime,
      double retainedRate,
      double releasedRate,
      double sharedRetainedRate,
      double sharedReleasedRate,
      double residencyFactor,
      double sharedFraction,
      double shareGain,
      double shareBound) {}

  /**
   * Fills a pool with and without sharing.
   *
   * @param bytesPerToken cache of one token [B], &gt; 0
   * @param pool memory for the cache [B], &ge; 0
   * @param headroom share of the pool kept free [1], in [0, 1)
   * @param context tokens of a prompt, &ge; 1
   * @param output tokens generated, &ge; 0
   * @param common tokens of the prompt that all requests share, &ge; 0, at most the context and
   *     less than context and output together
   * @param blockTokens tokens of a block, &ge; 1
   * @param generation time a turn takes [s], &gt; 0
   * @param wait time between turns [s], &ge; 0
   * @return who fits, and how often it gets its turn
   */
  public static Result solve(
      double bytesPerToken,
      double pool,
      double headroom,
      double context,
      double output,
      double common,
      double blockTokens,
      double generation,
      double wait) {
    double blockBytes = blockTokens * bytesPerToken;
    double usable = Ties.wholeTimes((1.0 - headroom) * pool / blockBytes);
    double unshared = Math.ceil((context + output) / blockTokens);
    double shared = Math.floor(common / blockTokens);
    double own = unshared - shared;
    double fitUnshared = Math.floor(usable / unshared);
    double fitShared = Math.max(0.0, Math.floor((usable - shared) / own));
    double retained = generation + wait;
    double fraction = shared / unshared;
    return new Result(
        fitUnshared >= 1.0,
        blockBytes,
        usable,
        usable * blockBytes,
        unshared,
        shared,
        own,
        unshared * blockBytes,
        shared * blockBytes,
        own * blockBytes,
        fitUnshared,
        fitShared,
        retained,
        fitUnshared / retained,
        fitUnshared / generation,
        fitShared / retained,
        fitShared / generation,
        1.0 + wait / generation,
        fraction,
        fitUnshared > 0.0 ? fitShared / fitUnshared : Double.NaN,
        1.0 / (1.0 - fraction));
  }

  private KvBlockSharing() {}
}

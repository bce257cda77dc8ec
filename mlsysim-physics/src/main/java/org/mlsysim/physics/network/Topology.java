package org.mlsysim.physics.network;

/**
 * What a network's shape leaves of its link rate when half of the nodes talk to the other half.
 *
 * <p>The share is taken against a fat tree, whose cut has one link per pair of nodes.
 *
 * @see <a href="https://doi.org/10.1109/TC.1985.6312192">Leiserson, Fat-trees, IEEE Transactions on
 *     Computers C-34(10), 1985</a>
 * @see <a href="https://doi.org/10.1109/ISCA.2008.19">Kim, Dally, Scott, Abts, Technology-driven,
 *     highly-scalable dragonfly topology, ISCA 2008</a>
 */
public final class Topology {
  /** The shapes whose cut is known. */
  public enum Shape {
    /** Full bisection at any size. */
    FAT_TREE,
    /** Groups of switches joined all to all; 0.85 of full bisection is a convention. */
    DRAGONFLY,
    /** A cube with wrapped edges. */
    TORUS_3D,
    /** A cycle of nodes. */
    RING
  }

  /** Share of full bisection that a dragonfly keeps; a convention of this project. */
  public static final double DRAGONFLY_BISECTION = 0.85;

  /**
   * Share of full bisection bandwidth that crosses the middle.
   *
   * <pre>
   * fat tree 1, dragonfly 0.85, torus min(1, 4 N^(-1/3)), ring min(1, 4/N)
   * </pre>
   *
   * <p>A torus cut severs 2 N^(2/3) links and a ring cut 2; a fat tree of N nodes has N/2. Small
   * tori and rings are capped, since a node cannot use more than its own link (Dally, Towles,
   * Principles and Practices of Interconnection Networks, 2003).
   *
   * @param shape the topology
   * @param nodes N, N &ge; 2
   * @return beta in (0, 1]
   */
  public static double bisectionFraction(Shape shape, int nodes) {
    return switch (shape) {
      case FAT_TREE -> 1.0;
      case DRAGONFLY -> DRAGONFLY_BISECTION;
      case TORUS_3D -> Math.min(1.0, 4.0 * StrictMath.pow(nodes, -1.0 / 3.0));
      case RING -> Math.min(1.0, 4.0 / nodes);
    };
  }

  /**
   * Links a message crosses on average.
   *
   * <pre>fat tree 4, dragonfly 3, torus 0.75 N^(1/3), ring N/4</pre>
   *
   * @param shape the topology
   * @param nodes N, N &ge; 2
   */
  public static double averageHops(Shape shape, int nodes) {
    return switch (shape) {
      case FAT_TREE -> 4.0;
      case DRAGONFLY -> 3.0;
      case TORUS_3D -> 0.75 * StrictMath.pow(nodes, 1.0 / 3.0);
      case RING -> nodes / 4.0;
    };
  }

  /**
   * Links that the cut through the middle severs.
   *
   * <pre>beta N / 2</pre>
   *
   * @param shape the topology
   * @param nodes N, N &ge; 2
   */
  public static double cutLinks(Shape shape, int nodes) {
    return bisectionFraction(shape, nodes) * nodes / 2.0;
  }

  /**
   * Rate of one node when everybody talks across the middle.
   *
   * <pre>B_eff = B beta / r</pre>
   *
   * @param bandwidth B, rate of one port [B/s], B &gt; 0
   * @param fraction beta of {@link #bisectionFraction}
   * @param oversubscription r, r &ge; 1
   * @return B_eff [B/s]
   */
  public static double effectiveBandwidth(
      double bandwidth, double fraction, double oversubscription) {
    return bandwidth * fraction / oversubscription;
  }

  /**
   * Rate of the whole cut, one way.
   *
   * <pre>B beta (N/2) / r</pre>
   *
   * @param bandwidth B, rate of one port [B/s], B &gt; 0
   * @param fraction beta of {@link #bisectionFraction}
   * @param oversubscription r, r &ge; 1
   * @param nodes N, N &ge; 2
   * @return [B/s]
   */
  public static double bisectionBandwidth(
      double bandwidth, double fraction, double oversubscription, int nodes) {
    return bandwidth * fraction * (nodes / 2.0) / oversubscription;
  }

  private Topology() {}
}

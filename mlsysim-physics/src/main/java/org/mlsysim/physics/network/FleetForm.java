package org.mlsysim.physics.network;

/**
 * Accelerators in equal nodes and the network between them, as plain numbers.
 *
 * @param nodes whole, &ge; 1
 * @param acceleratorsPerNode whole, &ge; 1
 * @param nicsPerNode network ports of a node, or NaN for one per accelerator
 * @param intraNodeBandwidth one-way rate between accelerators of a node [B/s], &gt; 0
 * @param intraNodeLatency start-up of a message inside a node [s], or NaN for 500 ns
 * @param fabricBandwidth one-way rate of a port [B/s], &gt; 0
 * @param fabricLatency start-up of a message between nodes [s], or NaN for 5 us
 * @param oversubscription how far the network's upper levels fall short of its ports, &ge; 1
 */
public record FleetForm(
    double nodes,
    double acceleratorsPerNode,
    double nicsPerNode,
    double intraNodeBandwidth,
    double intraNodeLatency,
    double fabricBandwidth,
    double fabricLatency,
    double oversubscription) {

  /** Start-up of a message inside a node that states none [s]: NVLink. */
  public static final double DEFAULT_INTRA_NODE_LATENCY = 500e-9;

  /** Start-up of a message on a fabric that states none [s]: InfiniBand NDR, end to end. */
  public static final double DEFAULT_FABRIC_LATENCY = 5e-6;

  /** A fleet of one accelerator, which has nobody to talk to. */
  public static final FleetForm SINGLE =
      new FleetForm(1, 1, Double.NaN, 1, Double.NaN, 1, Double.NaN, 1);

  /** n, all accelerators. */
  public double accelerators() {
    return nodes * acceleratorsPerNode;
  }

  /**
   * beta_out, one-way rate of an accelerator between nodes [B/s].
   *
   * <pre>fabric / oversubscription / max(1, accelerators per node / ports per node)</pre>
   */
  public double outsideBandwidth() {
    double sharing = Double.isNaN(nicsPerNode) ? 1 : Math.max(1, acceleratorsPerNode / nicsPerNode);
    return fabricBandwidth / oversubscription / sharing;
  }

  /** alpha_out, start-up of a message between nodes [s]. */
  public double outsideLatency() {
    return Double.isNaN(fabricLatency) ? DEFAULT_FABRIC_LATENCY : fabricLatency;
  }

  /** alpha_in, start-up of a message inside a node [s]. */
  public double insideLatency() {
    return Double.isNaN(intraNodeLatency) ? DEFAULT_INTRA_NODE_LATENCY : intraNodeLatency;
  }

  /** Whether groups of neighbouring accelerators of this size never straddle two nodes. */
  public boolean staysInside(double span) {
    return acceleratorsPerNode % span == 0;
  }

  /** Rate of the link that a group of this many neighbouring accelerators uses [B/s]. */
  public double bandwidth(double span) {
    return staysInside(span) ? intraNodeBandwidth : outsideBandwidth();
  }

  /** Start-up on that link [s]. */
  public double latency(double span) {
    return staysInside(span) ? insideLatency() : outsideLatency();
  }

  /**
   * All-reduce over ranks of which each node holds some.
   *
   * @param bytes message of a rank [B]
   * @param ranks N; one rank exchanges nothing
   * @param ranksPerNode r, ranks of the group on one node, &ge; 1
   * @param topology the algorithm; a ring inside one node unless a tree is asked for
   * @return time [s]
   */
  public double allReduce(
      double bytes, double ranks, double ranksPerNode, AllReduceTopology topology) {
    if (ranks <= 1) {
      return 0;
    }
    double spanned = Math.min(nodes, Math.ceil(ranks / ranksPerNode));
    boolean inside = spanned == 1;
    double rate = inside ? intraNodeBandwidth : outsideBandwidth();
    double startUp = inside ? insideLatency() : outsideLatency();
    if (topology == AllReduceTopology.TREE) {
      return Collectives.treeAllReduce(bytes, ranks, rate, startUp);
    }
    if (inside || ranksPerNode == 1 || topology == AllReduceTopology.RING) {
      return Collectives.ringAllReduce(bytes, ranks, rate, startUp);
    }
    return Collectives.hierarchicalAllReduce(
        bytes,
        spanned,
        ranksPerNode,
        intraNodeBandwidth,
        insideLatency(),
        outsideBandwidth(),
        outsideLatency());
  }
}

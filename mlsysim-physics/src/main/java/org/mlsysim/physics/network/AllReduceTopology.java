package org.mlsysim.physics.network;

/** How gradients travel between the replicas of a fleet. */
public enum AllReduceTopology {
  /** A ring inside one node or with one rank per node, otherwise hierarchical. */
  AUTOMATIC,
  /** One flat ring over all ranks. */
  RING,
  /** A binary tree over all ranks. */
  TREE,
  /** Inside the nodes first, then between them. */
  HIERARCHICAL
}

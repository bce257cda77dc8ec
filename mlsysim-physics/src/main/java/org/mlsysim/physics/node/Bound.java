package org.mlsysim.physics.node;

/** The wall that sets the pace of a pass on one accelerator. */
public enum Bound {
  /** The arithmetic units are the slower side, or both sides take equally long. */
  COMPUTE,
  /** Moving bytes takes longer than computing on them. */
  MEMORY
}

package org.mlsysim.api.wall;

import org.apiguardian.api.API;

/** The part of a system that a wall stands in, from the silicon outwards. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum WallDomain {
  /** One accelerator or one server. */
  NODE,
  /** The way of the data to the accelerators and between them. */
  DATA,
  /** The work that the mathematics asks for. */
  ALGORITHM,
  /** Many nodes as one machine. */
  FLEET,
  /** What running the system costs, and what it may do. */
  OPERATIONS,
  /** Questions about all other walls. */
  ANALYSIS
}

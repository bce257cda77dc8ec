package org.mlsysim.api.hardware;

import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Registered;

/** What a workload can run on: one accelerator or a fleet of them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ComputeSystem extends Registered {
  /** The accelerator that computes. */
  HardwareNode accelerator();

  /** How many of them there are. */
  long acceleratorTotal();
}

package org.mlsysim.core.distributed;

import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.physics.network.AllReduceTopology;

/** An algorithm of the gradient exchange that is asked for. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum TopologyOverride {
  RING,
  TREE,
  HIERARCHICAL;

  /** The algorithm of the law; chosen by the layout where none is asked for. */
  static AllReduceTopology topology(Optional<TopologyOverride> asked) {
    return asked.map(TopologyOverride::topology).orElse(AllReduceTopology.AUTOMATIC);
  }

  private AllReduceTopology topology() {
    return switch (this) {
      case RING -> AllReduceTopology.RING;
      case TREE -> AllReduceTopology.TREE;
      case HIERARCHICAL -> AllReduceTopology.HIERARCHICAL;
    };
  }
}

package org.mlsysim.core.network;

import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.mlsysim.api.port.WireName;
import org.mlsysim.physics.network.Topology;

/** The shape of a network between nodes; on the wire '-' equals '_'. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum NetworkTopology implements WireName {
  /** Full bisection at any size. */
  FAT_TREE(Topology.Shape.FAT_TREE),
  /** Groups of switches joined all to all. */
  DRAGONFLY(Topology.Shape.DRAGONFLY),
  /** A cube with wrapped edges. */
  TORUS_3D(Topology.Shape.TORUS_3D),
  /** A cycle of nodes. */
  RING(Topology.Shape.RING);

  private final Topology.Shape shape;
  private final String wireName = name().toLowerCase(Locale.ROOT);

  NetworkTopology(Topology.Shape shape) {
    this.shape = shape;
  }

  Topology.Shape shape() {
    return shape;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  @Override
  public List<String> wireAliases() {
    return List.of(wireName.replace('_', '-'));
  }
}

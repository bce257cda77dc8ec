package org.mlsysim.core.serving;

import org.apiguardian.api.API;
import org.mlsysim.api.port.WireName;
import org.mlsysim.physics.serving.WeightStreaming;

/** The slower side of a streamed layer. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum StreamingBottleneck implements WireName {
  COMPUTE("Compute-Bound"),
  INTERCONNECT("Interconnect-Bandwidth-Bound");

  private final String wireName;

  StreamingBottleneck(String wireName) {
    this.wireName = wireName;
  }

  static StreamingBottleneck of(WeightStreaming.Side side) {
    return side == WeightStreaming.Side.COMPUTE ? COMPUTE : INTERCONNECT;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}

package org.mlsysim.api.hardware;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.Units;

/** A link of an accelerator: to its host, or to its peers. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Link(
    @Port(doc = "what the link is") String name,
    @Port(doc = "quoted rate", unit = "B/s", range = "(0, inf)") Quantity<DataRate> bandwidth,
    @Port(doc = "start-up time of a message", unit = "s", range = "[0, inf)")
        Optional<Quantity<Time>> latency,
    @Port(doc = "what the quoted rate counts", defaultValue = "per_direction")
        LinkDirection direction) {

  /** The rate of one direction [B/s]: half of a rate that counts both. */
  public double bytesPerSecondOneWay() {
    double quoted = Units.in(Units.BYTE_PER_SECOND, bandwidth);
    return direction == LinkDirection.BIDIRECTIONAL_TOTAL ? quoted / 2 : quoted;
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static LinkBuilder builder() {
    return new LinkBuilder();
  }
}

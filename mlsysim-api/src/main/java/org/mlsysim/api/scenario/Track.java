package org.mlsysim.api.scenario;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Power;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.workload.Workload;

/** The assignment of a persona in the labs. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Track(
    @Port(doc = "job title") String title,
    @Port(doc = "what runs") Optional<Workload> workload,
    @Port(doc = "what it runs on") Optional<HardwareNode> hardware,
    @Port(doc = "what to reach") String objective,
    @Port(doc = "longest latency allowed", unit = "s", range = "(0, inf)")
        Optional<Quantity<Time>> latencyLimit,
    @Port(doc = "inputs a second", unit = "1/s", range = "(0, inf)")
        Optional<Quantity<Frequency>> frameRate,
    @Port(doc = "highest power allowed", unit = "W", range = "(0, inf)")
        Optional<Quantity<Power>> powerLimit) {
  /** Names the fields one by one; what is left out takes its default. */
  public static TrackBuilder builder() {
    return new TrackBuilder();
  }
}

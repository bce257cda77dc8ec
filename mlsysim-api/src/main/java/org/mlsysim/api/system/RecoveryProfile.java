package org.mlsysim.api.system;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;

/** What happens between a failure and the next useful step. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record RecoveryProfile(
    @Port(doc = "display name", defaultValue = "written out") String name,
    @Port(
            doc = "silence before a failure is suspected",
            unit = "s",
            range = "[0, inf)",
            aliases = "heartbeat_timeout_s")
        Quantity<Time> heartbeatTimeout,
    @Port(
            doc = "time to find a replacement",
            unit = "s",
            range = "[0, inf)",
            aliases = "reschedule_time_s")
        Quantity<Time> rescheduleTime,
    @Port(
            doc = "time to know that something failed",
            unit = "s",
            range = "[0, inf)",
            aliases = "detection_time_s")
        Quantity<Time> detectionTime,
    @Port(
            doc = "time to start the job again",
            unit = "s",
            range = "[0, inf)",
            aliases = "restart_time_s")
        Quantity<Time> restartTime,
    @Port(
            doc = "time to reach full speed",
            unit = "s",
            range = "[0, inf)",
            aliases = "warmup_time_s")
        Quantity<Time> warmupTime,
    @Port(
            doc = "rate at which a checkpoint is read and written",
            unit = "GB/s",
            range = "(0, inf)",
            aliases = "checkpoint_write_bw_gbs")
        Quantity<DataRate> checkpointWriteBw,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static RecoveryProfileBuilder builder() {
    return new RecoveryProfileBuilder();
  }
}

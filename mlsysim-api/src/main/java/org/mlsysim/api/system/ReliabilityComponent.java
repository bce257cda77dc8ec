package org.mlsysim.api.system;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;

/** A part that fails, and how often. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record ReliabilityComponent(
    @Port(doc = "display name") String name,
    @Port(
            doc = "mean time to failure of one",
            unit = "h",
            range = "(0, inf)",
            aliases = "mttf_hours")
        Quantity<Time> mttf,
    @Port(doc = "how it fails") Optional<String> failureMode,
    @Port(doc = "soft errors in 1e9 hours and megabit", range = "[200, 5000]")
        Optional<Double> softErrorFitPerMbit,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static ReliabilityComponentBuilder builder() {
    return new ReliabilityComponentBuilder();
  }
}

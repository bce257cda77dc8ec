package org.mlsysim.api.scenario;

import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;

/** What a scenario changes about a registered workload. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record WorkloadOverrides(
    @Port(doc = "name of the workload as it runs here") Optional<String> name,
    @Port(doc = "input data that one instance takes in here", unit = "B/s", range = "[0, inf)")
        Optional<Quantity<DataRate>> dataRate) {
  /** Names the fields one by one; what is left out takes its default. */
  public static WorkloadOverridesBuilder builder() {
    return new WorkloadOverridesBuilder();
  }
}

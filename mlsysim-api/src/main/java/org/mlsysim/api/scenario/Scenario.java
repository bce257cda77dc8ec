package org.mlsysim.api.scenario;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.hardware.ComputeSystem;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.workload.Workload;

/** A question worth asking: a workload on a system within limits. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Scenario(
    @Port(doc = "display name") String name,
    @Port(doc = "what it is for", aliases = "description") Optional<String> goal,
    @Port(doc = "field of application") Optional<String> application,
    @Port(doc = "what runs") Workload workload,
    @Port(doc = "what differs from the registered workload")
        Optional<WorkloadOverrides> workloadOverrides,
    @Port(doc = "what it runs on") ComputeSystem system,
    @Port(doc = "longest latency allowed", unit = "s", range = "(0, inf)")
        Optional<Quantity<Time>> slaLatency,
    @Port(doc = "accuracy wanted", range = "(0, 1]") Optional<Double> targetAccuracy,
    @Port(doc = "highest mean power allowed", unit = "W", range = "(0, inf)")
        Optional<Quantity<Power>> powerBudget,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {

  /** The name of the workload as it runs here. */
  public String workloadName() {
    return workloadOverrides.flatMap(WorkloadOverrides::name).orElseGet(workload::name);
  }

  /** The data that the workload takes in here, if any is stated. */
  public Optional<Quantity<DataRate>> dataRate() {
    return workloadOverrides.flatMap(WorkloadOverrides::dataRate).or(workload::dataRate);
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static ScenarioBuilder builder() {
    return new ScenarioBuilder();
  }
}

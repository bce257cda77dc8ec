package org.mlsysim.api.system;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;

/** How a cluster is shared between jobs. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Orchestration(
    @Port(doc = "display name") String name,
    @Port(doc = "share of the cluster that is busy", defaultValue = "0.8", range = "(0, 1]")
        double targetClusterUtilization,
    @Port(doc = "order in which jobs start", defaultValue = "FIFO") String queueDiscipline,
    @Port(
            doc = "duration of a typical job",
            unit = "d",
            defaultValue = "2 d",
            range = "(0, inf)",
            aliases = "average_researcher_job_days")
        Quantity<Time> averageResearcherJob,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static OrchestrationBuilder builder() {
    return new OrchestrationBuilder();
  }
}

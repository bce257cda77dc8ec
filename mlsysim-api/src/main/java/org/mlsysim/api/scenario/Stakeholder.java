package org.mlsysim.api.scenario;

import org.apiguardian.api.API;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;

/** The person whom a persona must convince. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Stakeholder(
    @Port(doc = "job title") String role, @Port(doc = "what the person looks at") String worry) {
  /** Names the fields one by one; what is left out takes its default. */
  public static StakeholderBuilder builder() {
    return new StakeholderBuilder();
  }
}

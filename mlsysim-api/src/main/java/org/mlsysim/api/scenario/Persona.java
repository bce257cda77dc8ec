package org.mlsysim.api.scenario;

import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;

/** Who asks, at what scale, and against which limit. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Persona(
    @Port(doc = "short key") String key,
    @Port(doc = "display name") String name,
    @Port(doc = "job title") String role,
    @Port(doc = "what the person wants") String goal,
    @Port(doc = "how many systems are at stake", range = "(0, inf)") double scaleFactor,
    @Port(doc = "what is counted") String unitOfScale,
    @Port(doc = "the limit that binds") String primaryConstraint,
    @Port(doc = "the assignment of the labs") Track track,
    @Port(doc = "who must be convinced") Stakeholder stakeholder,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static PersonaBuilder builder() {
    return new PersonaBuilder();
  }
}

package org.mlsysim.api.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;

/**
 * A constraint that can bind an ML system: what limits it, by which law, and which resolvers
 * compute it.
 *
 * @param number its place in the taxonomy, at least 1; 1 to 22 are the built-in ones
 * @param sources author and year of the works that the law comes from
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Wall(
    @Port(doc = "place in the taxonomy", range = "[1, inf)") int number,
    @Port(doc = "display name") String name,
    @Port(doc = "part of the system it stands in") WallDomain domain,
    @Port(doc = "what it limits, in one line") String constraint,
    @Port(doc = "its law, in one line") String equation,
    @Port(doc = "id of the resolver that computes it") String resolver,
    @Port(doc = "ids of further resolvers that compute it", defaultValue = "")
        List<String> furtherResolvers,
    @Port(doc = "author and year of the works it comes from") List<String> sources,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** How many walls the taxonomy has; a plugin's numbers lie above. */
  public static final int TAXONOMY = 22;

  public Wall {
    furtherResolvers = List.copyOf(furtherResolvers);
    sources = List.copyOf(sources);
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static WallBuilder builder() {
    return new WallBuilder();
  }

  /** The ids of all its resolvers, that of the wall first. */
  public List<String> resolvers() {
    List<String> all = new ArrayList<>(List.of(resolver));
    all.addAll(furtherResolvers);
    return List.copyOf(all);
  }
}

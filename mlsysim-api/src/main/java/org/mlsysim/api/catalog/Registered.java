package org.mlsysim.api.catalog;

import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Identified;

/** A domain object that a catalog may hold: a device, a workload, a fleet, a grid. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Registered extends Identified {
  /** The display name. */
  String name();

  /** Where the object comes from; empty for one that was written out or built in Java. */
  Optional<Origin> origin();

  /** The registry id, or the display name of an object that no registry holds. */
  default String id() {
    return registryId().orElseGet(this::name);
  }

  @Override
  default Optional<String> registryId() {
    return origin().map(Origin::id);
  }
}

package org.mlsysim.api.port;

import java.util.Optional;
import org.apiguardian.api.API;

/** An object that a registry may hold under an id. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Identified {
  /** The id under which a registry holds it; empty for an object that was written out. */
  Optional<String> registryId();
}

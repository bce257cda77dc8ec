package org.mlsysim.api.port;

import java.util.List;
import org.apiguardian.api.API;

/** An enum constant whose name on the wire is not its Java name in lower case. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface WireName {
  /** The name that is written; reading ignores letter case. */
  String wireName();

  /** Further names that are read. */
  default List<String> wireAliases() {
    return List.of();
  }
}

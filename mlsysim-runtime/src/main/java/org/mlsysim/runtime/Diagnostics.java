package org.mlsysim.runtime;

import java.util.List;
import org.mlsysim.api.discovery.Discovery;

/** What was found and what was given up, over all services. */
record Diagnostics(List<Mlsysim.Provided> provided, List<Discovery.Rejection> rejections) {
  Diagnostics {
    provided = List.copyOf(provided);
    rejections = List.copyOf(rejections);
  }
}

package org.mlsysim.api.hardware;

import org.apiguardian.api.API;

/** What a quoted link rate counts. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum LinkDirection {
  /** The one-way rate. */
  PER_DIRECTION,
  /** Send plus receive, so that the one-way rate is half. */
  BIDIRECTIONAL_TOTAL
}

package org.mlsysim.pipeline;

import java.util.Locale;
import org.apiguardian.api.API;
import org.mlsysim.api.port.WireName;

/** How a stage of a run went. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum StageStatus implements WireName {
  /** It has a result, and the state can be. */
  OK,
  /** The physics forbids the state; the result says why, as an exception only if asked to. */
  INFEASIBLE,
  /** It was refused or threw. */
  FAILED,
  /** A stage that it waits for has nothing to give. */
  SKIPPED;

  @Override
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.mlsysim.core.evaluation;

import org.apiguardian.api.API;

/** What a level of a scorecard says; written in upper case. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Verdict {
  /** The state can be. */
  PASS,
  /** It cannot; the level's numbers are the diagnosis. */
  FAIL,
  /** Nothing was asked of this level, or the state cannot be. */
  SKIPPED
}

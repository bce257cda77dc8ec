package org.mlsysim.core.evaluation;

import org.apiguardian.api.API;
import org.mlsysim.api.wire.Wire;

/**
 * One level of a scorecard.
 *
 * @param verdict what it says
 * @param summary the same in a few words
 * @param metrics its numbers by metric name, without the level's prefix; sizes in GB, latencies in
 *     ms, absent ones null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Level(Verdict verdict, String summary, Wire.Fields metrics) {
  /** A level of which nothing was asked. */
  static Level skipped(String summary) {
    return new Level(Verdict.SKIPPED, summary, Wire.fields().build());
  }
}

package org.mlsysim.core.serving;

import java.util.Optional;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.units.Units;

/** The mean length of a request beside the longest one. */
final class RequestLength {
  /** The mean, which is the longest where none is stated. */
  static double mean(Optional<Double> mean, int longest) {
    return mean.orElse((double) longest);
  }

  /**
   * Refuses a mean beyond the longest.
   *
   * @throws BadInputException if it is; it names both ports
   */
  static void check(Optional<Double> mean, int longest) {
    if (mean.isPresent() && mean.get() > longest) {
      throw BadInputException.conflict(
          "mean_request_tokens",
          "mean_request_tokens is %s, but max_seq_len is %d; no mean is above the longest."
              .formatted(Units.number(mean.get()), longest));
    }
  }

  private RequestLength() {}
}

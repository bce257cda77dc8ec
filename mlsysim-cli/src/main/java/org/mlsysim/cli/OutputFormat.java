package org.mlsysim.cli;

import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** The forms in which a command can answer. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum OutputFormat {
  /** For people, in a terminal. */
  TEXT,
  /** One document for programs. */
  JSON;

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<OutputFormat> of(String word) {
    for (OutputFormat format : values()) {
      if (format.word().equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}

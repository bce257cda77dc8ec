package org.mlsysim.api.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.MlsysimException;

/** One pass over an input: what is known about registered objects, and what was found so far. */
final class Reading {
  private final Registry registry;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Finding.Position> positions = new HashMap<>();

  Reading(Registry registry) {
    this.registry = registry;
  }

  Registry registry() {
    return registry;
  }

  /** Remembers where the value of a path stands, so that findings can say it. */
  void place(String path, Finding.@Nullable Position position) {
    if (position != null) {
      positions.put(path, position);
    }
  }

  void report(Finding finding, String path) {
    Finding.Position position = positions.get(path);
    findings.add(position == null ? finding : finding.at(position));
  }

  boolean clean() {
    return findings.isEmpty();
  }

  List<Finding> findings() {
    return findings;
  }

  void throwIfAny() {
    if (!findings.isEmpty()) {
      throw MlsysimException.of(findings);
    }
  }
}

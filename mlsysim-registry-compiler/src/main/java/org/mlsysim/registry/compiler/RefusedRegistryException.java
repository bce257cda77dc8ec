package org.mlsysim.registry.compiler;

import java.io.Serial;
import java.util.List;

/** Registry files that do not build; the message lists all that is wrong with them. */
public final class RefusedRegistryException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  RefusedRegistryException(String module, List<String> problems) {
    super(
        "The registry of %s does not build:%n  %s"
            .formatted(module, String.join(System.lineSeparator() + "  ", problems)));
  }
}

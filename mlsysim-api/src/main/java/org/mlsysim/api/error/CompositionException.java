package org.mlsysim.api.error;

import java.io.Serial;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Stages that do not make a pipeline: something missing, ambiguous or circular, or a wrong wire.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CompositionException extends MlsysimException {
  @Serial private static final long serialVersionUID = 1L;

  public CompositionException(List<Finding> findings) {
    this(findings, null);
  }

  /** A composition that broke because something else did, such as a stage that failed. */
  public CompositionException(List<Finding> findings, @Nullable Throwable cause) {
    super(findings, cause);
  }
}

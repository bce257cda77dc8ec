package org.mlsysim.api.error;

import java.io.Serial;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Stages that do not make a pipeline: something missing, ambiguous or circular, or a wrong wire.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CompositionException extends MlsysimException {
  @Serial private static final long serialVersionUID = 1L;

  public CompositionException(List<Finding> findings) {
    super(findings, null);
  }
}

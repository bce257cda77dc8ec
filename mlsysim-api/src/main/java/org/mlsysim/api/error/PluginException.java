package org.mlsysim.api.error;

import java.io.Serial;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A plugin that was asked for and cannot be used. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PluginException extends MlsysimException {
  @Serial private static final long serialVersionUID = 1L;

  public PluginException(Finding finding, @Nullable Throwable cause) {
    super(List.of(finding), cause);
  }
}

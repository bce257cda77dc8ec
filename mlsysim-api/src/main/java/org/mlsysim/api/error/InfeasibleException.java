package org.mlsysim.api.error;

import java.io.Serial;
import java.util.List;
import org.apiguardian.api.API;

/** An infeasible result turned into an exception because {@code raise_errors} asked for it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InfeasibleException extends MlsysimException {
  @Serial private static final long serialVersionUID = 1L;

  public InfeasibleException(String resolver, String reason) {
    super(
        List.of(
            Finding.of(ErrorCode.INFEASIBLE, "", "%s is infeasible: %s".formatted(resolver, reason))
                .withHint("Leave raise_errors out to get the result with its reason.")),
        null);
  }
}

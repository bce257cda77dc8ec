package org.mlsysim.api.error;

import java.io.Serial;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A bug: a resolver threw something of its own, or broke the contract. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InternalException extends MlsysimException {
  @Serial private static final long serialVersionUID = 1L;

  public InternalException(String resolver, String message, @Nullable Throwable cause) {
    super(
        List.of(
            Finding.of(ErrorCode.INTERNAL, "", "%s failed: %s".formatted(resolver, message))
                .withHint("This is a bug of the resolver; please report it with its inputs.")),
        cause);
  }
}

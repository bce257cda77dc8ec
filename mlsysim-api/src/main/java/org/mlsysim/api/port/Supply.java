package org.mlsysim.api.port;

import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/** One port that objects of a domain type supply, as {@link Supplies} declares it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Supply {
  private final String port;
  private final Class<?> type;
  private final Function<Object, Optional<Object>> accessor;

  Supply(String port, Class<?> type, Function<Object, Optional<Object>> accessor) {
    this.port = port;
    this.type = type;
    this.accessor = accessor;
  }

  /** The name of the port that is supplied. */
  public String port() {
    return port;
  }

  /** The type of the value, boxed. */
  public Class<?> type() {
    return type;
  }

  /** What an object supplies; empty where it has nothing there. */
  public Optional<Object> of(Object object) {
    return accessor.apply(object);
  }
}

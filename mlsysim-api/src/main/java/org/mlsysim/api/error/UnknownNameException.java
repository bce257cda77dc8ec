package org.mlsysim.api.error;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;

/** A name that a registry does not have; the findings carry the nearest ones. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class UnknownNameException extends MlsysimException {
  @Serial private static final long serialVersionUID = 1L;

  public UnknownNameException(List<Finding> findings) {
    super(findings, null);
  }

  /** One unknown name: where it was given, what it should name, and the names there are. */
  public static UnknownNameException of(
      String port, String registry, String name, Collection<String> known) {
    return new UnknownNameException(List.of(Findings.unknownName(port, registry, name, known)));
  }
}

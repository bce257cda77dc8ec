package org.mlsysim.api.error;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The base of everything mlsysim throws: a list of findings, never empty, all of one call together.
 *
 * <p>The message holds every finding; {@link #code} is that of the first.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract sealed class MlsysimException extends RuntimeException
    permits BadInputException,
        UnknownNameException,
        InfeasibleException,
        CompositionException,
        PluginException,
        InternalException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  MlsysimException(List<Finding> findings, @Nullable Throwable cause) {
    super(text(findings), cause);
    this.findings = List.copyOf(findings);
  }

  private static String text(List<Finding> findings) {
    return findings.stream().map(Finding::text).collect(Collectors.joining(System.lineSeparator()));
  }

  /**
   * The exception for what was found in one input: bad input, or an unknown name when that is all
   * there is.
   */
  public static MlsysimException of(List<Finding> findings) {
    return findings.stream().allMatch(finding -> finding.code() == ErrorCode.NAME_UNKNOWN)
        ? new UnknownNameException(findings)
        : new BadInputException(findings);
  }

  /** Everything that was found, in the order of the input. */
  public List<Finding> findings() {
    return findings;
  }

  /** The code of the first finding. */
  public ErrorCode code() {
    return findings.get(0).code();
  }
}

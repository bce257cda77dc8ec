package org.mlsysim.api.error;

import java.io.Serial;
import java.util.List;
import org.apiguardian.api.API;

/** Input that is refused; every finding of the call names its port. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class BadInputException extends MlsysimException {
  @Serial private static final long serialVersionUID = 1L;

  public BadInputException(List<Finding> findings) {
    super(findings, null);
  }

  /** A value outside its range: the port, the value as text, and the range. */
  public static BadInputException outOfRange(String port, String value, String range) {
    return new BadInputException(List.of(Findings.outOfRange(port, value, range)));
  }

  /**
   * A value that a rule of the resolver refuses, for instance a port that does not divide another.
   *
   * @param port the port to blame
   * @param value its value
   * @param rule what must hold, as a sentence that names the other ports
   */
  public static BadInputException refused(String port, Object value, String rule) {
    return new BadInputException(
        List.of(
            Finding.of(
                    ErrorCode.INPUT_OUT_OF_RANGE, port, "%s is %s: %s".formatted(port, value, rule))
                .withValue(String.valueOf(value), rule)));
  }

  /** Two values that cannot both hold; the message names both. */
  public static BadInputException conflict(String port, String message) {
    return new BadInputException(List.of(Finding.of(ErrorCode.INPUT_CONFLICT, port, message)));
  }

  /** A mandatory port without a value. */
  public static BadInputException missing(String port, String expected) {
    return new BadInputException(List.of(Findings.missing(port, expected)));
  }
}

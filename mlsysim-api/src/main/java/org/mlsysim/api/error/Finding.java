package org.mlsysim.api.error;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One thing that is wrong, as a person and as a program read it.
 *
 * @param code what kind of thing
 * @param port the dotted path of the value concerned, or "" for the whole input
 * @param message one line: what is wrong, with names and values
 * @param hint one line: what to do, if there is something
 * @param value the value as it was given
 * @param expected what was expected: a range, a unit, an enumeration
 * @param nearest known names that resemble a mistyped one
 * @param position where it stands in a file
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Finding(
    ErrorCode code,
    String port,
    String message,
    Optional<String> hint,
    Optional<String> value,
    Optional<String> expected,
    List<String> nearest,
    Optional<Position> position) {

  /** A place in a text; lines and columns count from 1. */
  public record Position(String file, int line, int column) {}

  public Finding {
    nearest = List.copyOf(nearest);
  }

  /** A finding of which only code, port and message are known yet. */
  public static Finding of(ErrorCode code, String port, String message) {
    return new Finding(
        code,
        port,
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The same finding with a line that says what to do. */
  public Finding withHint(String text) {
    return new Finding(code, port, message, Optional.of(text), value, expected, nearest, position);
  }

  /** The same finding with the value given and what was expected instead. */
  public Finding withValue(String given, String wanted) {
    return new Finding(
        code, port, message, hint, Optional.of(given), Optional.of(wanted), nearest, position);
  }

  /** The same finding with the names that resemble the one given. */
  public Finding withNearest(String given, List<String> names) {
    return new Finding(code, port, message, hint, Optional.of(given), expected, names, position);
  }

  /** The same finding with its place in a file. */
  public Finding at(Position place) {
    return new Finding(code, port, message, hint, value, expected, nearest, Optional.of(place));
  }

  /** The code, the message and the hint, on one or two lines. */
  public String text() {
    String place =
        position.map(p -> "%s:%d:%d: ".formatted(p.file(), p.line(), p.column())).orElse("");
    String first = "%s%s: %s".formatted(place, code.text(), message);
    return hint.map(line -> first + System.lineSeparator() + "  " + line).orElse(first);
  }
}

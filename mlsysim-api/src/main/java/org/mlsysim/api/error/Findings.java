package org.mlsysim.api.error;

import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;

/** The findings that more than one place reports, so that one wording serves them all. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Findings {
  /** A registry of so many names is listed whole. */
  private static final int MOST_LISTED = 20;

  /** A value outside its range. */
  public static Finding outOfRange(String port, String value, String range) {
    return Finding.of(
            ErrorCode.INPUT_OUT_OF_RANGE,
            port,
            "%s is %s, outside %s.".formatted(port, value, range))
        .withValue(value, range)
        .withHint("Give a value inside %s.".formatted(range));
  }

  /** A mandatory value that is absent. */
  public static Finding missing(String port, String expected) {
    return Finding.of(ErrorCode.INPUT_MISSING, port, "%s is missing: %s.".formatted(port, expected))
        .withHint("Give %s.".formatted(port));
  }

  /** A key that the schema does not have. */
  public static Finding unknownKey(String port, String key, Collection<String> known) {
    List<String> nearest = NearestNames.of(key, known);
    Finding finding =
        Finding.of(ErrorCode.INPUT_UNKNOWN_KEY, port, "%s is not an input here.".formatted(port))
            .withNearest(key, nearest);
    return finding.withHint(
        nearest.isEmpty()
            ? "Known are %s.".formatted(String.join(", ", known))
            : "Did you mean %s?".formatted(String.join(" or ", nearest)));
  }

  /** A value of the wrong type. */
  public static Finding wrongType(String port, String value, String expected) {
    return Finding.of(
            ErrorCode.INPUT_TYPE, port, "%s is %s, not %s.".formatted(port, value, expected))
        .withValue(value, expected)
        .withHint("Give %s.".formatted(expected));
  }

  /** A unit that is unknown or measures something else. */
  public static Finding unitMismatch(String port, String value, String unit, String problem) {
    String expected = unit.isEmpty() ? "a plain number" : "a quantity in " + unit;
    return Finding.of(
            ErrorCode.INPUT_UNIT_MISMATCH,
            port,
            "%s is %s, not %s: %s".formatted(port, value, expected, problem))
        .withValue(value, expected)
        .withHint(
            unit.isEmpty()
                ? "Give a plain number."
                : "Give a number with a unit that converts into %s.".formatted(unit));
  }

  /** A word that is not one of an enumeration. */
  public static Finding notOneOf(String port, String value, Collection<String> known) {
    String list = String.join(", ", known);
    List<String> nearest = NearestNames.of(value, known);
    return Finding.of(
            ErrorCode.INPUT_OUT_OF_RANGE,
            port,
            "%s is \"%s\", not one of %s.".formatted(port, value, list))
        .withValue(value, list)
        .withNearest(value, nearest)
        .withHint(
            nearest.isEmpty()
                ? "Give one of %s.".formatted(list)
                : "Did you mean %s?".formatted(String.join(" or ", nearest)));
  }

  /** A name that a registry does not have. */
  public static Finding unknownName(
      String port, String registry, String name, Collection<String> known) {
    List<String> nearest = NearestNames.of(name, known);
    return Finding.of(
            ErrorCode.NAME_UNKNOWN, port, "\"%s\" is not the name of %s.".formatted(name, registry))
        .withNearest(name, nearest)
        .withHint(namesThereAre(nearest, known));
  }

  private static String namesThereAre(List<String> nearest, Collection<String> known) {
    String meant =
        nearest.isEmpty() ? "" : "Did you mean %s?".formatted(String.join(" or ", nearest));
    if (known.size() <= MOST_LISTED) {
      String all = "There are %s.".formatted(String.join(", ", known));
      return meant.isEmpty() ? all : meant + " " + all;
    }
    return meant.isEmpty()
        ? "There are %d; list them with the catalog or with `mlsysim zoo`.".formatted(known.size())
        : meant;
  }

  private Findings() {}
}

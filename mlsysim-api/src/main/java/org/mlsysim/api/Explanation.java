package org.mlsysim.api;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The answer to "why this number?": an output as a tree of named terms.
 *
 * @param port the output explained, dotted where it is nested
 * @param value its value in its declared unit, equal to the result's to the last bit
 * @param unit the unit symbol, "" where it has none
 * @param terms what it is computed from
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Explanation(String port, double value, String unit, List<Term> terms) {
  public Explanation {
    terms = List.copyOf(terms);
  }

  /**
   * One term of an explanation.
   *
   * @param name what it is, in words
   * @param symbol its symbol in the equation above it
   * @param equation how it follows from its own terms; "" for a given value
   * @param value its value in its unit
   * @param unit the unit symbol
   * @param source where the equation comes from
   * @param record the registry record and field the value was read from
   * @param terms what it is computed from
   */
  public record Term(
      String name,
      String symbol,
      String equation,
      double value,
      String unit,
      Optional<String> source,
      Optional<String> record,
      List<Term> terms) {
    public Term {
      terms = List.copyOf(terms);
    }

    /** A value that was given. */
    public static Term given(String name, String symbol, double value, String unit) {
      return new Term(name, symbol, "", value, unit, Optional.empty(), Optional.empty(), List.of());
    }

    /** A value that was computed from others. */
    public static Term computed(
        String name, String symbol, String equation, double value, String unit, Term... terms) {
      return new Term(
          name, symbol, equation, value, unit, Optional.empty(), Optional.empty(), List.of(terms));
    }

    /** The same term with the source of its equation. */
    public Term from(String text) {
      return new Term(name, symbol, equation, value, unit, Optional.of(text), record, terms);
    }

    /** The same term with the registry record and field it was read from. */
    public Term read(String recordAndField) {
      return new Term(
          name, symbol, equation, value, unit, source, Optional.of(recordAndField), terms);
    }
  }
}

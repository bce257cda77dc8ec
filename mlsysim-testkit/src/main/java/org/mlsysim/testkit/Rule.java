package org.mlsysim.testkit;

import org.apiguardian.api.API;

/** A numbered rule of the extension guide. A number is never given to another rule. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Rule {
  REQUIRED_R01("equal inputs give equal results, also from eight threads at once"),
  REQUIRED_R02("every declared output is present, in its declared dimension, finite"),
  REQUIRED_R03(
      "each required port left out, and each port pushed outside its range, is refused with the"
          + " port's name; at the closed ends of its range it is answered"),
  REQUIRED_R04("the same quantity in another unit gives the same result"),
  REQUIRED_R05("the result survives its text form and back; ports are documented and well named"),
  REQUIRED_R06(
      "a solver's answer put into its model gives the target back; an optimizer reports what it"
          + " searched, and nothing it evaluated beats its best"),
  REQUIRED_R07("an explanation reproduces the result to the last bit"),
  OPTIONAL_R20("an output moves only in the declared direction when an input grows");

  private final String statement;

  Rule(String statement) {
    this.statement = statement;
  }

  /** The rule as reports name it, for instance {@code required_r01}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What holds. */
  public String statement() {
    return statement;
  }
}

package org.mlsysim.api.error;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * The stable codes of everything that can go wrong. A code never changes its meaning and is never
 * used again for another one; the first part says whose fault it is.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ErrorCode {
  INPUT_USAGE("an unknown command or option, or one argument too many", 1),
  INPUT_MISSING("a mandatory key, argument or port is absent", 1),
  INPUT_UNKNOWN_KEY("a key that the schema does not have", 1),
  INPUT_DUPLICATE_KEY("a key that stands twice", 1),
  INPUT_TYPE("a value of the wrong type", 1),
  INPUT_OUT_OF_RANGE("a value outside its range or enumeration, or not finite", 1),
  INPUT_UNIT_MISMATCH("another dimension, or a unit that is missing or unknown", 1),
  INPUT_CONFLICT("two values that cannot both hold", 1),
  INPUT_SYNTAX("text that is not YAML or JSON", 1),
  INPUT_FILE("a file that is absent, too large or not readable", 1),
  NAME_UNKNOWN("a name that no registry has", 1),
  NAME_DUPLICATE("a name that two sources claim", 1),
  INFEASIBLE("the physics forbids it, and an exception was asked for", 2),
  PIPELINE_MISSING("an input that nothing provides", 1),
  PIPELINE_AMBIGUOUS("an input that two stages provide", 1),
  PIPELINE_CYCLE("stages that wait for each other", 1),
  PIPELINE_WIRE("a wire between ports that do not fit", 1),
  PIPELINE_STAGE("a stage that failed", 4),
  PLUGIN_LOAD("a provider that cannot be found, linked or constructed", 4),
  PLUGIN_DUPLICATE("a resolver id that two plugins claim", 4),
  PLUGIN_API("a plugin built for another version of the API", 4),
  PLUGIN_CONFORMANCE("a resolver that breaks a rule of the contract", 4),
  INTERNAL("a bug in mlsysim or in a resolver", 4);

  private final String meaning;
  private final int exitCode;

  ErrorCode(String meaning, int exitCode) {
    this.meaning = meaning;
    this.exitCode = exitCode;
  }

  /** The code as it is written, for instance {@code MLS-INPUT-OUT-OF-RANGE}. */
  public String text() {
    return "MLS-" + name().replace('_', '-').toUpperCase(Locale.ROOT);
  }

  /** When the code is used, in half a sentence. */
  public String meaning() {
    return meaning;
  }

  /** The exit code of the command line for it. */
  public int exitCode() {
    return exitCode;
  }
}

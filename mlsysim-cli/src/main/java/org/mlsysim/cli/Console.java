package org.mlsysim.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The surroundings of a call: its streams, its folder, its environment.
 *
 * @param in standard input
 * @param out standard output, for the answer alone
 * @param err standard error, for warnings and errors in text
 * @param folder the folder in which relative file names start
 * @param environment the environment variables
 * @param terminal whether a person reads standard output in a terminal
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Path folder,
    Map<String, String> environment,
    boolean terminal) {

  /** Whether text may be coloured. */
  boolean colored() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }
}

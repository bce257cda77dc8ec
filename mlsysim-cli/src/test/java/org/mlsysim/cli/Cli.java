package org.mlsysim.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Json;
import org.mlsysim.testkit.Trees;

/** One call of the command line, with everything it said. */
record Cli(int exitCode, String out, String err) {
  static Cli run(String... args) {
    return in(Path.of(""), "", args);
  }

  static Cli in(Path folder, String input, String... args) {
    return call(folder, input, Map.of(), false, args);
  }

  static Cli onTerminal(Map<String, String> environment, String... args) {
    return call(Path.of(""), "", environment, true, args);
  }

  private static Cli call(
      Path folder,
      String input,
      Map<String, String> environment,
      boolean terminal,
      String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            List.of(args),
            new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                folder,
                environment,
                terminal));
    return new Cli(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The one document on standard output; fails where there is none, or more than one. */
  Wire.Fields document() {
    return (Wire.Fields) Json.read(out, "standard output");
  }

  /** The value at a dotted name, elements of lists by number; null where there is none. */
  Wire at(String name) {
    return Trees.at(document(), name).orElse(Wire.NULL);
  }

  String text(String name) {
    return WireText.text(at(name));
  }
}

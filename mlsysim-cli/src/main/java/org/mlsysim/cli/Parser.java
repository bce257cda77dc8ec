package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.error.NearestNames;

/**
 * Reads the arguments of one command by its syntax; everything wrong is reported together.
 *
 * <p>Written out, because an answer takes less time than loading a library that could do it; the
 * help texts are {@link Usage}'s.
 */
final class Parser {
  /** The options that every command has. */
  static final List<Syntax.Option> COMMON =
      Syntax.builder()
          .option("output", 'o', "FORMAT", "text or json")
          .repeated("plugin-path", "DIR", "a folder of plugins, or a plugin")
          .flag("stacktrace", "show where a failure came from")
          .flag("help", 'h', "show this text")
          .build()
          .options();

  private final Syntax syntax;
  private final List<Syntax.Option> options = new ArrayList<>();
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> positional = new ArrayList<>();

  private Parser(Syntax syntax) {
    this.syntax = syntax;
    options.addAll(syntax.options());
    options.addAll(COMMON);
  }

  /**
   * Reads the arguments.
   *
   * @throws MlsysimException if there are unknown options, surplus or missing arguments
   */
  static Arguments parse(Syntax syntax, List<String> given) {
    Parser parser = new Parser(syntax);
    parser.read(given);
    parser.place();
    if (!parser.values.containsKey("help")) {
      parser.requireAll();
    }
    if (!parser.findings.isEmpty()) {
      throw MlsysimException.of(parser.findings);
    }
    return new Arguments(parser.values);
  }

  private void read(List<String> given) {
    boolean optionsEnded = false;
    for (int i = 0; i < given.size(); i++) {
      String word = given.get(i);
      if (optionsEnded || !isOption(word)) {
        positional.add(word);
        continue;
      }
      if (word.equals("--")) {
        optionsEnded = true;
        continue;
      }
      Syntax.@Nullable Option option = find(word);
      if (option == null) {
        findings.add(unknownOption(word));
        // What follows an unknown option is most likely its value.
        if (word.indexOf('=') < 0 && i + 1 < given.size() && !isOption(given.get(i + 1))) {
          i++;
        }
      } else if (option.label().isEmpty()) {
        add(option, "");
      } else {
        Optional<String> attached = attached(word);
        if (attached.isPresent()) {
          add(option, attached.get());
        } else if (i + 1 < given.size() && !isKnownOption(given.get(i + 1))) {
          add(option, given.get(++i));
        } else {
          findings.add(
              Finding.of(
                      ErrorCode.INPUT_MISSING,
                      option.port(),
                      "--" + option.name() + " has no value.")
                  .withHint("Give --" + option.name() + " " + option.label().get() + "."));
        }
      }
    }
  }

  /** A lone dash is standard input, and a negative number is a value. */
  private static boolean isOption(String word) {
    return word.length() > 1
        && word.charAt(0) == '-'
        && !(word.charAt(1) == '.' || (word.charAt(1) >= '0' && word.charAt(1) <= '9'));
  }

  private boolean isKnownOption(String word) {
    return isOption(word) && (word.equals("--") || find(word) != null);
  }

  private Syntax.@Nullable Option find(String word) {
    if (word.startsWith("--")) {
      int equals = word.indexOf('=');
      String name = word.substring(2, equals < 0 ? word.length() : equals);
      for (Syntax.Option option : options) {
        if (option.name().equals(name) && (equals < 0 || option.label().isPresent())) {
          return option;
        }
      }
      return null;
    }
    for (Syntax.Option option : options) {
      if (option.letter().equals(Optional.of(word.charAt(1)))
          && (word.length() == 2 || option.label().isPresent())) {
        return option;
      }
    }
    return null;
  }

  private static Optional<String> attached(String word) {
    if (word.startsWith("--")) {
      int equals = word.indexOf('=');
      return equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
    }
    if (word.length() == 2) {
      return Optional.empty();
    }
    return Optional.of(word.substring(word.charAt(2) == '=' ? 3 : 2));
  }

  private void add(Syntax.Option option, String value) {
    List<String> before = values.computeIfAbsent(option.name(), name -> new ArrayList<>());
    if (!before.isEmpty() && !option.repeated() && option.label().isPresent()) {
      findings.add(
          Finding.of(
              ErrorCode.INPUT_CONFLICT,
              option.port(),
              "--" + option.name() + " is given more than once."));
    }
    before.add(value);
  }

  private void place() {
    for (int i = 0; i < positional.size(); i++) {
      List<Syntax.Argument> arguments = syntax.arguments();
      int last = arguments.size() - 1;
      if (i <= last || (last >= 0 && arguments.get(last).repeated())) {
        values
            .computeIfAbsent(arguments.get(Math.min(i, last)).name(), name -> new ArrayList<>())
            .add(positional.get(i));
      } else {
        findings.add(
            Finding.of(
                    ErrorCode.INPUT_USAGE,
                    "",
                    "\"" + positional.get(i) + "\" is one argument too many.")
                .withHint(
                    "Quote a value that contains blanks; --help shows what the command takes."));
      }
    }
  }

  private void requireAll() {
    for (Syntax.Argument argument : syntax.arguments()) {
      if (argument.required() && !values.containsKey(argument.name())) {
        String label = argument.name().toUpperCase(Locale.ROOT);
        findings.add(
            Finding.of(ErrorCode.INPUT_MISSING, argument.name(), argument.name() + " is missing.")
                .withHint("Give " + label + ": " + argument.doc() + "."));
      }
    }
  }

  private Finding unknownOption(String word) {
    int equals = word.indexOf('=');
    return unknown(
        "option",
        equals < 0 ? word : word.substring(0, equals),
        options.stream().map(option -> "--" + option.name()).toList());
  }

  /** The finding for a word that is not one of those known. */
  static Finding unknown(String what, String word, List<String> known) {
    List<String> nearest = NearestNames.of(word, known);
    return Finding.of(ErrorCode.INPUT_USAGE, "", "There is no " + what + " \"" + word + "\".")
        .withNearest(word, nearest)
        .withHint(
            nearest.isEmpty()
                ? "There are " + String.join(", ", known) + "."
                : "Did you mean " + String.join(" or ", nearest) + "?");
  }
}

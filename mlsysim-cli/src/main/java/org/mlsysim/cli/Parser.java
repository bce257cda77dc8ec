package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.error.NearestNames;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Reads the arguments of one command by its syntax; everything wrong is reported together. */
final class Parser {
  /** The options that every command has. */
  static final List<Syntax.Option> COMMON =
      Syntax.builder()
          .option("output", 'o', "FORMAT", "text or json")
          .repeated("plugin-path", "DIR", "a folder of plugins, or a plugin")
          .flag("stacktrace", "show where a failure came from")
          .flag("help", "show this text")
          .build()
          .options();

  private final Syntax syntax;
  private final CommandLine line;

  Parser(Command command) {
    this.syntax = command.syntax();
    CommandSpec spec = CommandSpec.create().name("mlsysim " + command.name());
    spec.usageMessage().description(escaped(command.summary())).abbreviateSynopsis(true);
    for (int i = 0; i < syntax.arguments().size(); i++) {
      spec.addPositional(positional(syntax.arguments().get(i), i));
    }
    syntax.options().forEach(option -> spec.addOption(option(option)));
    COMMON.forEach(option -> spec.addOption(option(option)));
    spec.parser().collectErrors(true);
    this.line = new CommandLine(spec).setExpandAtFiles(false);
  }

  private static PositionalParamSpec positional(Syntax.Argument argument, int place) {
    PositionalParamSpec.Builder spec =
        PositionalParamSpec.builder()
            .index(argument.repeated() ? place + "..*" : Integer.toString(place))
            .paramLabel(
                argument.name().indexOf('=') >= 0
                    ? argument.name()
                    : argument.name().toUpperCase(Locale.ROOT))
            .description(escaped(argument.doc()))
            .hideParamSyntax(false);
    return argument.repeated()
        ? spec.arity("0..*").type(List.class).auxiliaryTypes(String.class).build()
        : spec.arity(argument.required() ? "1" : "0..1").type(String.class).required(false).build();
  }

  private static OptionSpec option(Syntax.Option option) {
    String name = "--" + option.name();
    OptionSpec.Builder spec =
        option.letter().isPresent()
            ? OptionSpec.builder("-" + option.letter().get(), name)
            : OptionSpec.builder(name);
    spec.description(escaped(option.doc()));
    if (option.label().isEmpty()) {
      return spec.arity("0").type(boolean.class).build();
    }
    spec.arity("1").paramLabel(option.label().get());
    return option.repeated()
        ? spec.type(List.class).auxiliaryTypes(String.class).build()
        : spec.type(String.class).build();
  }

  /** The parser takes a percent sign for a format. */
  private static String escaped(String text) {
    return text.replace("%", "%%");
  }

  /** The help text of the command. */
  String usage(boolean colored) {
    return line.getUsageMessage(colored ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF);
  }

  /**
   * Reads the arguments.
   *
   * @throws MlsysimException if there are unknown options, surplus or missing arguments
   */
  Arguments parse(List<String> given) {
    CommandLine.ParseResult result = line.parseArgs(given.toArray(String[]::new));
    List<Finding> findings = new ArrayList<>(usageFindings(result, given));
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (ArgSpec spec : result.matchedArgs()) {
      values.put(nameOf(spec), List.copyOf(spec.originalStringValues()));
    }
    if (!values.containsKey("help")) {
      for (Syntax.Argument argument : syntax.arguments()) {
        if (argument.required() && !values.containsKey(argument.name())) {
          findings.add(
              Finding.of(ErrorCode.INPUT_MISSING, argument.name(), argument.name() + " is missing.")
                  .withHint(
                      "Give "
                          + argument.name().toUpperCase(Locale.ROOT)
                          + ": "
                          + argument.doc()
                          + "."));
        }
      }
      if (!findings.isEmpty()) {
        throw MlsysimException.of(findings);
      }
    }
    return new Arguments(values);
  }

  private String nameOf(ArgSpec spec) {
    if (spec instanceof OptionSpec option) {
      return option.longestName().substring(2);
    }
    int place = ((PositionalParamSpec) spec).index().min();
    return syntax.arguments().get(place).name();
  }

  private List<Finding> usageFindings(CommandLine.ParseResult result, List<String> given) {
    Map<Finding, Integer> places = new LinkedHashMap<>();
    List<String> surplus = new ArrayList<>();
    boolean unknownOption = false;
    for (String unmatched : result.unmatched()) {
      if (unmatched.startsWith("-") && unmatched.length() > 1) {
        unknownOption = true;
        places.put(unknownOption(unmatched), given.indexOf(unmatched));
      } else {
        surplus.add(unmatched);
      }
    }
    // What follows an unknown option is most likely its value.
    if (!unknownOption) {
      for (String argument : surplus) {
        places.put(surplus(argument), given.lastIndexOf(argument));
      }
    }
    for (Exception error : result.errors()) {
      if (error instanceof CommandLine.OverwrittenOptionException twice) {
        String name = nameOf(twice.getOverwritten());
        places.put(
            Finding.of(
                ErrorCode.INPUT_CONFLICT,
                name.replace('-', '_'),
                "--" + name + " is given more than once."),
            given.size());
      } else if (error instanceof CommandLine.MissingParameterException missing) {
        for (ArgSpec spec : missing.getMissing()) {
          if (spec instanceof OptionSpec) {
            String name = nameOf(spec);
            places.put(
                Finding.of(
                        ErrorCode.INPUT_MISSING,
                        name.replace('-', '_'),
                        "--" + name + " has no value.")
                    .withHint("Give --" + name + " " + spec.paramLabel() + "."),
                given.size());
          }
        }
      } else if (!(error instanceof CommandLine.UnmatchedArgumentException)) {
        places.put(
            Finding.of(ErrorCode.INPUT_USAGE, "", String.valueOf(error.getMessage())),
            given.size());
      }
    }
    return places.entrySet().stream()
        .sorted(Comparator.comparingInt(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Finding unknownOption(String option) {
    int equals = option.indexOf('=');
    String name = equals < 0 ? option : option.substring(0, equals);
    List<String> known = new ArrayList<>();
    syntax.options().forEach(each -> known.add("--" + each.name()));
    COMMON.forEach(each -> known.add("--" + each.name()));
    return unknown("option", name, known);
  }

  private static Finding surplus(String argument) {
    return Finding.of(ErrorCode.INPUT_USAGE, "", "\"" + argument + "\" is one argument too many.")
        .withHint("Quote a value that contains blanks; --help shows what the command takes.");
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

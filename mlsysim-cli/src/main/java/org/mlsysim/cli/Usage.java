package org.mlsysim.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help text of a command. */
final class Usage {
  static String of(Command command, boolean colored) {
    return new CommandLine(spec(command))
        .getUsageMessage(colored ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF);
  }

  private static CommandSpec spec(Command command) {
    Syntax syntax = command.syntax();
    CommandSpec spec = CommandSpec.create().name("mlsysim " + command.name());
    spec.usageMessage()
        .description(escaped(command.summary()))
        .abbreviateSynopsis(true)
        .sortOptions(false);
    for (int i = 0; i < syntax.arguments().size(); i++) {
      spec.addPositional(positional(syntax.arguments().get(i), i));
    }
    syntax.options().forEach(option -> spec.addOption(option(option)));
    Parser.COMMON.forEach(option -> spec.addOption(option(option)));
    return spec;
  }

  private static PositionalParamSpec positional(Syntax.Argument argument, int place) {
    // A name with an equals sign is a pattern, not a word to be replaced.
    String label =
        argument.name().indexOf('=') >= 0
            ? argument.name()
            : argument.name().toUpperCase(Locale.ROOT);
    PositionalParamSpec.Builder spec =
        PositionalParamSpec.builder()
            .index(argument.repeated() ? place + "..*" : Integer.toString(place))
            .paramLabel(label)
            .description(escaped(argument.doc()));
    return argument.repeated()
        ? spec.arity("0..*").type(List.class).auxiliaryTypes(String.class).build()
        : spec.arity(argument.required() ? "1" : "0..1").type(String.class).build();
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
    return spec.arity("1").paramLabel(option.label().get()).type(String.class).build();
  }

  /** The library takes a percent sign for a format. */
  private static String escaped(String text) {
    return text.replace("%", "%%");
  }

  private Usage() {}
}

package org.mlsysim.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Json;

/** The entry of the command line: {@link #main} for the process, {@link #run} for everyone else. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Main {
  private final Console console;
  private final Commands commands = new Commands();
  private OutputFormat format = OutputFormat.TEXT;
  private boolean stacktrace;

  private Main(Console console) {
    this.console = console;
  }

  /** Runs the process and ends it with the exit code of the answer. */
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Console console = new Console(System.in, out, err, Path.of(""), System.getenv(), onTerminal());
    System.exit(run(Arrays.asList(args), console));
  }

  /** The launcher knows whether it writes to a terminal; without one, the console tells. */
  @SuppressWarnings(
      "SystemConsoleNull") // from 22 on it may be wrong, and the launcher's word counts
  private static boolean onTerminal() {
    String told = System.getProperty("mlsysim.terminal");
    return told == null ? System.console() != null : Boolean.parseBoolean(told);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 14),
        false,
        StandardCharsets.UTF_8);
  }

  /**
   * Answers one call.
   *
   * @param args the arguments after the program's name
   * @return the exit code
   */
  public static int run(List<String> args, Console console) {
    int code = new Main(console).run(args);
    console.out().flush();
    if (console.out().checkError() && code != Answer.BAD_INPUT) {
      code = Answer.FAILURE;
    }
    console.err().flush();
    return code;
  }

  private int run(List<String> args) {
    format = formatOf(args);
    stacktrace = args.contains("--stacktrace");
    try {
      return dispatch(args);
    } catch (MlsysimException e) {
      return refuse(e.findings(), e);
    } catch (Exception | LinkageError | StackOverflowError e) {
      return refuse(List.of(ErrorDocument.internal(e)), e);
    }
  }

  private int dispatch(List<String> args) {
    int at = 0;
    List<String> leading = new ArrayList<>();
    while (at < args.size() && args.get(at).startsWith("-")) {
      String arg = args.get(at++);
      switch (arg) {
        case "--help", "-h" -> {
          return help(console.out(), Answer.OK);
        }
        case "--version", "-V" -> {
          console.out().print("mlsysim " + version() + "\n");
          return Answer.OK;
        }
        case "--output", "-o", "--plugin-path" -> {
          leading.add(arg);
          if (at < args.size()) {
            leading.add(args.get(at++));
          }
        }
        default -> leading.add(arg);
      }
    }
    if (at == args.size()) {
      return noCommand(leading);
    }
    return answer(commandAt(args, at), leading);
  }

  /** What is wrong when no command is there: an unknown option, or simply its absence. */
  private int noCommand(List<String> leading) {
    // Only the options before a command can be wrong here.
    Parser.parse(Syntax.builder().build(), leading);
    if (format == OutputFormat.TEXT) {
      return help(console.err(), Answer.BAD_INPUT);
    }
    throw new BadInputException(
        List.of(
            Finding.of(ErrorCode.INPUT_MISSING, "command", "No command is given.")
                .withHint("Give one of " + String.join(", ", commands.names()) + ".")));
  }

  private record Called(Command command, List<String> arguments) {}

  private Called commandAt(List<String> args, int at) {
    String word = args.get(at);
    if (commands.isGroup(word) && at + 1 < args.size()) {
      Optional<Command> inGroup = commands.find(word + " " + args.get(at + 1));
      if (inGroup.isPresent()) {
        return new Called(inGroup.get(), args.subList(at + 2, args.size()));
      }
    }
    Optional<Command> command = commands.find(word);
    if (command.isPresent()) {
      return new Called(command.get(), args.subList(at + 1, args.size()));
    }
    throw new BadInputException(List.of(unknownCommand(args, at)));
  }

  private Finding unknownCommand(List<String> args, int at) {
    String word = args.get(at);
    if (!commands.isGroup(word)) {
      List<String> words =
          commands.names().stream().map(name -> name.split(" ", 2)[0]).distinct().toList();
      return Parser.unknown("command", word, words);
    }
    List<String> members =
        commands.names().stream()
            .filter(name -> name.startsWith(word + " "))
            .map(name -> name.substring(word.length() + 1))
            .toList();
    return at + 1 < args.size() && !args.get(at + 1).startsWith("-")
        ? Parser.unknown("command", args.get(at + 1), members)
        : Finding.of(ErrorCode.INPUT_MISSING, "command", word + " of what is not said.")
            .withHint("Give one of " + String.join(", ", members) + ".");
  }

  private int answer(Called called, List<String> leading) {
    List<String> all = new ArrayList<>(leading);
    // The command's own format wins over the one before the command.
    if (!formatsIn(called.arguments()).isEmpty()) {
      dropFormat(all);
    }
    all.addAll(called.arguments());
    Arguments arguments = Parser.parse(called.command().syntax(), all);
    if (arguments.has("help")) {
      console.out().print(Usage.of(called.command(), console.colored()));
      return Answer.OK;
    }
    format = arguments.find("output").map(Main::format).orElse(OutputFormat.TEXT);
    Session session = new Session(console, format, folders(arguments.all("plugin-path")));
    Answer answer = called.command().run(arguments, session);
    if (!answer.silent()) {
      show(answer);
    }
    return answer.exitCode();
  }

  private void show(Answer answer) {
    if (format == OutputFormat.JSON) {
      print(answer.document());
    } else {
      TextPage page = new TextPage(console.colored());
      answer.write(page);
      console.out().print(page);
    }
  }

  private void print(Wire document) {
    console.out().print(Json.pretty(document));
    console.out().print('\n');
  }

  private int refuse(List<Finding> findings, Throwable cause) {
    if (stacktrace) {
      cause.printStackTrace(console.err());
    }
    if (format == OutputFormat.JSON) {
      print(ErrorDocument.of(findings));
    } else {
      TextPage page = new TextPage(console.colored());
      ErrorDocument.write(findings, page);
      console.err().print(page);
    }
    return ErrorDocument.exitCode(findings);
  }

  private int help(PrintStream to, int exitCode) {
    TextPage page = new TextPage(console.colored());
    page.line("mlsysim answers what an ML system will do before anyone builds it.").end();
    page.put(TextPage.Style.BOLD, "Usage: mlsysim")
        .line(" [-o FORMAT] [--plugin-path DIR]... [--stacktrace] COMMAND")
        .end();
    page.put(TextPage.Style.BOLD, "Commands").end();
    for (String name : commands.names()) {
      commands
          .find(name)
          .ifPresent(
              command ->
                  page.put("  ").put(TextPage.Style.ACCENT, name).to(20).line(command.summary()));
    }
    page.end().put(TextPage.Style.BOLD, "Options").end();
    for (Syntax.Option option : Parser.COMMON) {
      page.put("  ")
          .put(option.letter().map(letter -> "-" + letter + ", ").orElse("    "))
          .put("--" + option.name())
          .put(option.label().map(label -> " " + label).orElse(""))
          .to(26)
          .line(option.doc());
    }
    page.put("      --version").to(26).line("show the version");
    page.end()
        .line("mlsysim COMMAND --help shows what a command takes.")
        .line("Exit codes: 0 done, 1 bad input, 2 infeasible, 3 assertion failed, 4 failure.");
    to.print(page);
    return exitCode;
  }

  /** The version of mlsysim. */
  static String version() {
    return Optional.ofNullable(Main.class.getModule().getDescriptor())
        .flatMap(java.lang.module.ModuleDescriptor::rawVersion)
        .or(() -> Optional.ofNullable(Main.class.getPackage().getImplementationVersion()))
        .orElse("unknown");
  }

  private static List<Path> folders(List<String> names) {
    List<Path> folders = new ArrayList<>();
    for (String name : names) {
      try {
        folders.add(Path.of(name));
      } catch (InvalidPathException e) {
        throw new BadInputException(
            List.of(Findings.wrongType("plugin_path", "\"" + name + "\"", "the name of a folder")));
      }
    }
    return folders;
  }

  private static OutputFormat format(String word) {
    return OutputFormat.of(word)
        .orElseThrow(
            () ->
                new BadInputException(
                    List.of(
                        Findings.notOneOf(
                            "output",
                            word,
                            Arrays.stream(OutputFormat.values())
                                .map(OutputFormat::word)
                                .toList()))));
  }

  /** The format that a call asks for, as far as it can be told before it is understood. */
  private static OutputFormat formatOf(List<String> args) {
    List<String> words = formatsIn(args);
    return words.isEmpty()
        ? OutputFormat.TEXT
        : OutputFormat.of(words.get(words.size() - 1)).orElse(OutputFormat.TEXT);
  }

  private static List<String> formatsIn(List<String> args) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.equals("-o") || arg.equals("--output")) {
        if (i + 1 < args.size()) {
          words.add(args.get(i + 1));
        }
      } else if (arg.startsWith("--output=")) {
        words.add(arg.substring("--output=".length()));
      } else if (arg.startsWith("-o=")) {
        words.add(arg.substring(3));
      } else if (arg.startsWith("-o")) {
        words.add(arg.substring(2));
      }
    }
    return words;
  }

  private static void dropFormat(List<String> leading) {
    for (int i = leading.size() - 1; i >= 0; i--) {
      String arg = leading.get(i);
      if (arg.equals("-o") || arg.equals("--output")) {
        leading.subList(i, Math.min(i + 2, leading.size())).clear();
      } else if (arg.startsWith("-o") || arg.startsWith("--output=")) {
        leading.remove(i);
      }
    }
  }
}

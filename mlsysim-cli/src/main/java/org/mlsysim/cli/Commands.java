package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.discovery.Discovery;

/** The sub-commands: ours by name, other modules' by discovery, each constructed when asked for. */
final class Commands {
  private static final List<String> BUILT_IN =
      List.of(
          "eval",
          "explain",
          "pipeline explain",
          "pipeline run",
          "plugins list",
          "solve",
          "walls",
          "zoo");

  private @Nullable Map<String, Command> added;

  /** The command of a name, if there is one. */
  Optional<Command> find(String name) {
    Command ours = builtIn(name);
    return ours != null ? Optional.of(ours) : Optional.ofNullable(added().get(name));
  }

  /** All names, sorted. */
  List<String> names() {
    List<String> names = new ArrayList<>(BUILT_IN);
    names.addAll(added().keySet());
    names.sort(null);
    return names;
  }

  /** Whether a word begins the names of several commands, as {@code plugins} does. */
  boolean isGroup(String word) {
    return BUILT_IN.stream().anyMatch(name -> name.startsWith(word + " "))
        || (builtIn(word) == null
            && added().keySet().stream().anyMatch(name -> name.startsWith(word + " ")));
  }

  private static @Nullable Command builtIn(String name) {
    return switch (name) {
      case "eval" -> new EvalCommand();
      case "explain" -> new ExplainCommand();
      case "pipeline explain" -> new PipelineExplainCommand();
      case "pipeline run" -> new PipelineRunCommand();
      case "plugins list" -> new PluginsListCommand();
      case "solve" -> new SolveCommand();
      case "walls" -> new WallsCommand();
      case "zoo" -> new ZooCommand();
      default -> null;
    };
  }

  private Map<String, Command> added() {
    if (added == null) {
      added = new TreeMap<>();
      for (Discovery.Provider<Command> provider : Discovery.installed(Command.class).providers()) {
        try {
          Command command = provider.create();
          added.putIfAbsent(command.name(), command);
        } catch (ServiceConfigurationError | LinkageError e) {
          // A command that cannot be made is not there; the others are.
        }
      }
      BUILT_IN.forEach(added::remove);
    }
    return added;
  }
}

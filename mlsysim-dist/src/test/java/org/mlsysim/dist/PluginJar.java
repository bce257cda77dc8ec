package org.mlsysim.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles and packs plugins as their authors do, against the API's jars alone. */
final class PluginJar {
  private static final List<String> FOR_AUTHORS =
      List.of("mlsysim-api", "unit-api", "apiguardian", "jspecify", "indriya");

  private final Path workshop;
  private final List<Path> modulePath;

  /** A workshop in an empty folder. */
  PluginJar(Path workshop) throws IOException {
    this.workshop = Files.createDirectories(workshop);
    try (Stream<Path> jars = Files.list(Product.lib())) {
      this.modulePath =
          jars.filter(
                  jar -> FOR_AUTHORS.stream().anyMatch(jar.getFileName().toString()::startsWith))
              .collect(Collectors.toCollection(ArrayList::new));
    }
  }

  /** Runs a tool of the JDK and expects it to succeed. */
  static void tool(String name, String... arguments) {
    int exit = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
    assertThat(exit).as(name).isZero();
  }

  /** Compiles against another jar instead of the one whose name begins alike. */
  PluginJar against(String prefix, Path jar) {
    modulePath.removeIf(each -> each.getFileName().toString().startsWith(prefix));
    modulePath.add(jar);
    return this;
  }

  /** The jar of some source files. */
  Path pack(Path jar, Path... sources) throws IOException {
    Path classes = Files.createTempDirectory(workshop, "classes");
    List<String> arguments = new ArrayList<>();
    arguments.add("-p");
    arguments.add(
        modulePath.stream()
            .map(Path::toString)
            .collect(Collectors.joining(System.getProperty("path.separator"))));
    arguments.add("-d");
    arguments.add(classes.toString());
    for (Path source : sources) {
      arguments.add(source.toString());
    }
    tool("javac", arguments.toArray(String[]::new));
    Files.createDirectories(jar.getParent());
    tool("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
    return jar;
  }

  /** A source file of the workshop. */
  Path source(String name, String text) throws IOException {
    Path file = Files.createTempDirectory(workshop, "source").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /**
   * The jar of a module with one resolver that answers a number.
   *
   * @param module the module, and its package
   * @param resolver the class of the resolver
   * @param answer the Java expression it answers
   * @param constructor statements of its constructor
   */
  Path resolver(Path jar, String module, String resolver, String answer, String constructor)
      throws IOException {
    return pack(
        jar,
        source(
            "module-info.java",
            """
            module %1$s {
              requires org.mlsysim.api;
              %3$s
              provides org.mlsysim.api.Resolver with %1$s.%2$s;
            }
            """
                .formatted(module, resolver, answer.contains("lib.") ? "requires lib;" : "")),
        source(
            resolver + ".java",
            """
            package %1$s;

            import org.mlsysim.api.BaseModel;
            import org.mlsysim.api.SolverResult;
            import org.mlsysim.api.port.Port;

            public final class %2$s extends BaseModel<%2$s.Inputs, %2$s.Result> {
              record Inputs(@Port(doc = "any number", defaultValue = "0") double number) {}

              record Result(@Port(doc = "the answer") double answer) implements SolverResult {}

              public %2$s() {
                super(java.lang.invoke.MethodHandles.lookup(), Inputs.class, Result.class);
                %4$s
              }

              @Override
              public Result solve(Inputs inputs) {
                return new Result(%3$s);
              }
            }
            """
                .formatted(module, resolver, answer, constructor)));
  }
}

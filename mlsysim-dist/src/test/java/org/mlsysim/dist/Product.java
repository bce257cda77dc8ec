package org.mlsysim.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged product, started as its users start it: a process on the module path. */
final class Product {
  private static final long SECONDS = 240;

  /** How a process ended, and what it said. */
  record Run(int exit, String out, String err) {}

  private final List<String> modulePath;
  private final Path folder;

  private Product(List<String> modulePath, Path folder) {
    this.modulePath = modulePath;
    this.folder = folder;
  }

  /** The distribution folder alone, run in a working folder. */
  static Product in(Path folder) {
    return new Product(List.of(lib().toString()), folder);
  }

  /** The folder of the distribution's jars. */
  static Path lib() {
    return Path.of(System.getProperty("dist.lib")).normalize();
  }

  /** The folder of the packaged example plugin. */
  static Path plugins() {
    return Path.of(System.getProperty("dist.plugins")).normalize();
  }

  /** The product with other jars or folders on its module path. */
  Product on(String... path) {
    return new Product(List.of(path), folder);
  }

  /** Runs the command line. */
  Run mlsysim(String... arguments) {
    return run("", "-m", "org.mlsysim.cli/org.mlsysim.cli.Main", arguments);
  }

  /** Runs the command line with a text on its standard input. */
  Run mlsysimReading(String input, String... arguments) {
    return run(input, "-m", "org.mlsysim.cli/org.mlsysim.cli.Main", arguments);
  }

  /** Runs a program of the test resources against the module path, with these root modules. */
  Run program(String modules, String name) {
    try {
      Path source = folder.resolve(name);
      try (var resource = Product.class.getResourceAsStream("/programs/" + name)) {
        Files.write(source, resource.readAllBytes());
      }
      return run("", "--add-modules=" + modules, source.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Run run(String input, String first, String second, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-p");
    command.add(String.join(System.getProperty("path.separator"), modulePath));
    command.add(first);
    command.add(second);
    command.addAll(Arrays.asList(arguments));
    try {
      Path out = Files.createTempFile(folder, "out", ".txt");
      Path err = Files.createTempFile(folder, "err", ".txt");
      Path in = Files.createTempFile(folder, "in", ".txt");
      Files.writeString(in, input);
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running after %d s".formatted(SECONDS));
      }
      return new Run(process.exitValue(), text(out), text(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}

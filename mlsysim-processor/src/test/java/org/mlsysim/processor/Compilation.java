package org.mlsysim.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** One run of the compiler with the processor over sources held in memory. */
record Compilation(boolean succeeded, List<Problem> problems, Path output) {
  /** An error or warning: the line of the source it blames, and the text. */
  record Problem(String line, String message) {}

  /** What the generated code and the declarations need of the API, each in its smallest form. */
  private static final Map<String, String> API =
      Map.of(
          "org.mlsysim.api.port.Port",
          """
          package org.mlsysim.api.port;
          import java.lang.annotation.*;
          @Retention(RetentionPolicy.RUNTIME) @Target(ElementType.RECORD_COMPONENT)
          public @interface Port {
            String doc();
            String unit() default "";
            String range() default "";
            String defaultValue() default NO_DEFAULT;
            String name() default "";
            String[] aliases() default {};
            boolean linked() default false;
            boolean verdict() default false;
            boolean hidden() default false;
            String NO_DEFAULT = "\\u0000";
          }
          """,
          "org.mlsysim.api.port.Buildable",
          """
          package org.mlsysim.api.port;
          public @interface Buildable {}
          """,
          "org.mlsysim.api.port.WireName",
          """
          package org.mlsysim.api.port;
          public interface WireName { String wireName(); }
          """,
          "org.mlsysim.api.port.Registry",
          """
          package org.mlsysim.api.port;
          public interface Registry {}
          """,
          "org.mlsysim.api.port.RecordShape",
          """
          package org.mlsysim.api.port;
          public final class RecordShape<T extends Record> {
            public static <T extends Record> RecordShape<T> of(
                java.lang.invoke.MethodHandles.Lookup lookup, Class<T> type) {
              return new RecordShape<>();
            }
            public T build(java.util.Map<String, ?> values, Registry registry) {
              throw new UnsupportedOperationException(values.toString());
            }
          }
          """,
          "org.mlsysim.api.error.MlsysimException",
          """
          package org.mlsysim.api.error;
          public class MlsysimException extends RuntimeException {
            private static final long serialVersionUID = 1L;
          }
          """,
          "org.mlsysim.api.catalog.Registered",
          """
          package org.mlsysim.api.catalog;
          public interface Registered {}
          """,
          "org.mlsysim.api.catalog.Catalogs",
          """
          package org.mlsysim.api.catalog;
          public final class Catalogs implements org.mlsysim.api.port.Registry {
            public static Catalogs installed() { return new Catalogs(); }
          }
          """,
          "javax.measure.Quantity",
          """
          package javax.measure;
          public interface Quantity<Q extends Quantity<Q>> {}
          """,
          "org.apiguardian.api.API",
          """
          package org.apiguardian.api;
          public @interface API {
            Status status();
            String since() default "";
            enum Status { INTERNAL, EXPERIMENTAL, STABLE }
          }
          """);

  /** Compiles a class that stands beside what it needs of the API, strictly. */
  static Compilation of(String name, String source, Path output) {
    Map<String, String> sources = new java.util.TreeMap<>(API);
    sources.put(name, source);
    return of(sources, output);
  }

  static Compilation of(Map<String, String> sources, Path output) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, source) -> files.add(new Source(name, source)));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              diagnostics,
              List.of(
                  "--release", "17", "-Xlint:all,-processing", "-Werror", "-Xdoclint:all,-missing"),
              null,
              files);
      task.setProcessors(List.of(new PortProcessor()));
      boolean succeeded = task.call();
      return new Compilation(
          succeeded,
          diagnostics.getDiagnostics().stream().map(Compilation::problem).toList(),
          output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
    String line = "";
    if (diagnostic.getSource() instanceof Source source && diagnostic.getLineNumber() > 0) {
      line = source.text.lines().toList().get((int) diagnostic.getLineNumber() - 1).strip();
    }
    return new Problem(line, diagnostic.getMessage(Locale.ROOT));
  }

  List<String> messages() {
    return problems.stream().map(Problem::message).toList();
  }

  /** The text of a file that was written. */
  String file(String path) {
    try {
      return Files.readString(output.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

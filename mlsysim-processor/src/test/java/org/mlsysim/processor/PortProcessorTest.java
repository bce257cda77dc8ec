package org.mlsysim.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortProcessorTest {
  private static final String MODEL =
      """
      package lab;

      import java.util.List;
      import java.util.Map;
      import java.util.Optional;
      import javax.measure.Quantity;
      import org.apiguardian.api.API;
      import org.mlsysim.api.catalog.Registered;
      import org.mlsysim.api.port.Buildable;
      import org.mlsysim.api.port.Port;

      @API(status = API.Status.STABLE, since = "0.1")
      public final class Model {
        public interface Rate extends Quantity<Rate> {}
        public record Device(@Port(doc = "name") String name) implements Registered {}
        public enum Bound { COMPUTE, MEMORY }

        @Buildable
        public record Inputs(
            @Port(unit = "FLOP/s", range = "(0, inf)", doc = "peak & <rate> {of} @any *kind*/")
                Quantity<Rate> peakFlops,
            @Port(doc = "device", aliases = "device") Device hardware,
            @Port(unit = "ms", defaultValue = "2 s", range = "[0, 5000]", doc = "deadline")
                Quantity<Rate> deadline,
            @Port(doc = "label") Optional<String> label,
            @Port(unit = "GB", doc = "limit") Optional<Quantity<Rate>> limit,
            @Port(defaultValue = "8", range = "[1, inf)", doc = "batch") int batchSize,
            @Port(defaultValue = "memory", doc = "bound") Bound bound,
            @Port(defaultValue = "1, 2, 4", range = "[1, 8]", doc = "degrees") List<Integer> degrees,
            @Port(defaultValue = "", doc = "rates by link", unit = "GB/s") Map<String, Quantity<Rate>> rates,
            @Port(defaultValue = "false", doc = "throw") boolean raiseErrors,
            @Port(hidden = true, doc = "origin") Optional<Object> origin) {}

        @Buildable
        record Small(@Port(doc = "x") double x) {}
      }
      """;

  @TempDir Path output;

  private Compilation declared(String port) {
    return Compilation.of(
        "lab.Model",
        """
        package lab;
        import java.util.*;
        import javax.measure.Quantity;
        import org.mlsysim.api.port.*;
        final class Model {
          interface Rate extends Quantity<Rate> {}
          enum Bound { COMPUTE, MEMORY }
          enum Word implements WireName { ONE; public String wireName() { return "1st"; } }
          record Plain(@Port(doc = "x") double x) {}
          record Inputs(
            @Port(doc = "first", aliases = "primus") double first,
            %s) {}
        }
        """
            .formatted(port),
        output);
  }

  @Test
  void aBuilderCompilesStrictlyAndCallsEveryPortByName() {
    Compilation compiled =
        Compilation.of(
            "lab.Model",
            MODEL
                + """
                final class Caller {
                  static Model.Inputs call(javax.measure.Quantity<Model.Rate> rate) {
                    Model.Inputs inputs = new ModelInputsBuilder()
                        .peakFlops(rate).peakFlops("989 TFLOP/s").deadline("20 ms")
                        .hardware(new Model.Device("x")).hardware("H100")
                        .label("run").limit(rate).limit("80 GB").batchSize(4).bound(Model.Bound.MEMORY)
                        .degrees(java.util.List.of(1)).rates(java.util.Map.of()).raiseErrors(true)
                        .build();
                    return ModelInputsBuilder.from(inputs).batchSize(8).build();
                  }
                }
                """,
            output);

    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.file("lab/ModelInputsBuilder.java"))
        .contains("@org.apiguardian.api.API(status = org.apiguardian.api.API.Status.STABLE, since")
        .contains("public final class ModelInputsBuilder")
        .contains("Default {@code 2 s}, in ms, inside [0, 5000].")
        .contains("peak &amp; &lt;rate&gt;")
        .doesNotContain("origin");
    assertThat(compiled.file("lab/ModelSmallBuilder.java")).contains("\nfinal class");
  }

  @Test
  void theSameSourceGivesTheSameBuilder(@TempDir Path other) {
    Compilation one = Compilation.of("lab.Model", MODEL, output);
    Compilation two = Compilation.of("lab.Model", MODEL, other);

    assertThat(one.file("lab/ModelInputsBuilder.java"))
        .isEqualTo(two.file("lab/ModelInputsBuilder.java"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          double x                                                            | it has no @Port
          @Port(doc = " ") double x                                           | it has no doc
          @Port(doc = "d", unit = "GX/s") Quantity<Rate> x                    | "GX/s" is not a unit
          @Port(doc = "d") Quantity<Rate> x                                   | a Quantity needs a unit
          @Port(doc = "d", unit = "1") Quantity<Rate> x                       | a Quantity needs a unit
          @Port(doc = "d", unit = "s") double x                               | its unit "s" would be ignored
          @Port(doc = "d", range = "0, 1") double x                           | is no interval
          @Port(doc = "d", range = "[0 1]") double x                          | is no interval
          @Port(doc = "d", range = "[a, 1]") double x                         | is no interval
          @Port(doc = "d", range = "[2, 1]") double x                         | the range "[2, 1]" is empty
          @Port(doc = "d", range = "(1, 1]") double x                         | the range "(1, 1]" is empty
          @Port(doc = "d", range = "[0, 1]") String x                         | its range "[0, 1]" would be ignored
          @Port(doc = "d", range = "(0, 1]", defaultValue = "0") double x     | its default "0" is outside (0, 1]
          @Port(doc = "d", defaultValue = "NaN") double x                     | its default "NaN" is outside
          @Port(doc = "d", defaultValue = "one") double x                     | its default "one" is not a number
          @Port(doc = "d", defaultValue = "1.5") int x                        | is not a whole number
          @Port(doc = "d", defaultValue = "yes") boolean x                    | is neither true nor false
          @Port(doc = "d", defaultValue = "network") Bound x                  | its default "network" is no Bound
          @Port(doc = "d", defaultValue = "one") Plain x                      | names no registered object
          @Port(doc = "d", unit = "s", defaultValue = "1 GB") Quantity<Rate> x | does not convert into s
          @Port(doc = "d", unit = "s", defaultValue = "1 sec") Quantity<Rate> x | the unit of its default
          @Port(doc = "d", unit = "s", range = "[0, 1]", defaultValue = "2000 ms") Quantity<Rate> x | is outside [0, 1]
          @Port(doc = "d", range = "[1, 8]", defaultValue = "4, 16") List<Integer> x | its default "16" is outside
          @Port(doc = "d", defaultValue = "a") Map<String, Integer> x         | the empty map
          @Port(doc = "d", defaultValue = "1") Optional<Double> x             | an Optional has no default
          @Port(doc = "d", name = "First") double x                           | is not in snake_case
          @Port(doc = "d", name = "first") double x                           | "first" stands already on first
          @Port(doc = "d", name = "primus") double x                          | "primus" stands already on first
          @Port(doc = "d", aliases = {"y", "first"}) double x                 | "first" stands already on first
          @Port(doc = "d", aliases = "x") double x                            | "x" stands already on itself
          @Port(doc = "d", verdict = true) int x                              | a verdict is true or false
          @Port(doc = "d") float x                                            | a port cannot carry a float
          @Port(doc = "d") List<Object> x                                     | a port cannot carry a java.lang.Object
          """)
  void aWrongDeclarationIsRefusedWhereItStands(String port, String message) {
    Compilation compiled = declared(port);

    assertThat(compiled.succeeded()).isFalse();
    assertThat(compiled.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message())
                  .startsWith("Inputs.x is no good port: ")
                  .contains(message);
              assertThat(problem.line()).startsWith(port);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Port(doc = \"d\", defaultValue = \"1st\") Word x",
        "@Port(doc = \"d\", defaultValue = \"\") List<String> x",
        "@Port(doc = \"d\", range = \"[1, 1]\", defaultValue = \"1\") Integer x",
        "@Port(doc = \"d\", unit = \"1/s\", defaultValue = \"3\") Quantity<Rate> x",
        "@Port(doc = \"d\", name = \"lambda_\") double x",
        "@Port(doc = \"d\", hidden = true) Object x",
        "@Port(doc = \"d\") Plain x",
      })
  void aGoodDeclarationIsAccepted(String port) {
    assertThat(declared(port).messages()).isEmpty();
  }

  @Test
  void everythingWrongIsReportedAtOnce() {
    assertThat(declared("double x, @Port(doc = \"\", unit = \"s\") int y").messages())
        .containsExactly(
            "Inputs.x is no good port: it has no @Port",
            "Inputs.y is no good port: it has no doc",
            "Inputs.y is no good port: its unit \"s\" would be ignored, for it carries no Quantity");
  }

  @Test
  void aBuilderOfWhatIsNoReachableRecordIsRefused() {
    Compilation compiled =
        Compilation.of(
            "lab.Model",
            """
            package lab;
            import org.mlsysim.api.port.*;
            final class Model {
              @Buildable static final class Plain {}
              @Buildable private record Hidden(@Port(doc = "x") int x) {}
              @Buildable record Generic<T>(@Port(doc = "x") int x) {}
            }
            """,
            output);

    assertThat(compiled.messages())
        .containsExactly(
            "Plain is no record, so it has no builder",
            "Hidden is private or generic, so it has no builder",
            "Generic is private or generic, so it has no builder");
  }

  @Test
  void recordsWithoutPortsAreLeftAlone() {
    Compilation compiled =
        Compilation.of("lab.Pair", "package lab; record Pair(float one, Object two) {}", output);

    assertThat(compiled.messages()).isEmpty();
  }

  @Test
  void servicesFollowTheModuleDescriptor() {
    Compilation compiled =
        Compilation.of(
            Map.of(
                "module-info",
                """
                module lab {
                  uses lab.Law;
                  provides lab.Law with lab.Laws.First, lab.Second, lab.Made;
                  provides java.util.function.Supplier with lab.Second;
                }
                """,
                "lab.Law",
                "package lab; public interface Law {}",
                "lab.Laws",
                "package lab; public class Laws { public static final class First implements Law {} }",
                "lab.Second",
                """
                package lab;
                public final class Second implements Law, java.util.function.Supplier<String> {
                  @Override public String get() { return ""; }
                }
                """,
                "lab.Made",
                "package lab; public final class Made { public static Law provider() { return new Second(); } }"),
            output);

    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.file("META-INF/services/lab.Law"))
        .isEqualTo("lab.Laws$First\nlab.Second\n");
    assertThat(compiled.file("META-INF/services/java.util.function.Supplier"))
        .isEqualTo("lab.Second\n");
  }

  @Test
  void withoutDescriptorNoServiceFileIsWritten() {
    Compilation.of("lab.Pair", "package lab; record Pair(int one) {}", output);

    assertThat(Files.exists(output.resolve("META-INF"))).isFalse();
  }
}

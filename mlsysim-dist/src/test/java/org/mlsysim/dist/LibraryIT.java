package org.mlsysim.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library as its users have it: jars on the module path, a program beside them. */
class LibraryIT {
  @TempDir private Path folder;

  @Test
  void thePipelineOfTheGuideRunsInJava() {
    Product.Run run =
        Product.in(folder)
            .on(Product.lib().toString(), Product.plugins().toString())
            .program(
                "org.mlsysim.core,org.mlsysim.pipeline,org.mlsysim.hardware,org.mlsysim.models,"
                    + "com.example.mlsysim",
                "FirstPipeline.java");

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("PowerEfficiencyModel is done", "PowerEfficiencyModel/flops_per_watt", "1.41")
        .containsPattern("hardware.*fleet");
  }

  @Test
  void theFirstAnswerIsGiven() {
    Product.Run run =
        Product.in(folder)
            .program(
                "org.mlsysim.core,org.mlsysim.hardware,org.mlsysim.models", "FirstAnswer.java");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("bound by MEMORY");
  }

  @Test
  void aPipelineRunsWithTheApiAloneOnThePath() throws IOException {
    List<String> few =
        List.of(
            "mlsysim-api",
            "mlsysim-pipeline",
            "unit-api",
            "indriya",
            "uom-lib-common",
            "jakarta.inject",
            "apiguardian");
    String[] path;
    try (Stream<Path> jars = Files.list(Product.lib())) {
      path =
          jars.filter(jar -> few.stream().anyMatch(jar.getFileName().toString()::startsWith))
              .map(Path::toString)
              .collect(Collectors.toList())
              .toArray(String[]::new);
    }

    Product.Run run = Product.in(folder).on(path).program("org.mlsysim.pipeline", "ApiAlone.java");

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out().strip()).isEqualTo("42.0");
  }
}

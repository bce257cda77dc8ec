package org.mlsysim.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin of the README, from its source to an answer, by an author who has only our jars. */
class FirstPluginIT {
  private static final Path SOURCE = Path.of("src", "test", "resources", "plugin");

  @TempDir private Path folder;

  private Path plugin() throws IOException {
    return new PluginJar(folder.resolve("workshop"))
        .pack(
            folder.resolve("plugins/joules.jar"),
            SOURCE.resolve("module-info.java"),
            SOURCE.resolve("com/example/joules/OperationsPerJouleModel.java"))
        .getParent();
  }

  @Test
  void aPluginThatCompiledAgainstTheApiAnswersLikeABuiltInOne() throws IOException {
    Product product = Product.in(folder);
    String plugins = plugin().toString();

    Product.Run solved =
        product.mlsysim(
            "--plugin-path",
            plugins,
            "solve",
            "OperationsPerJouleModel",
            "rate=400 TFLOP/s",
            "power=700 W",
            "-o",
            "json");
    Product.Run refused =
        product.mlsysim(
            "--plugin-path", plugins, "solve", "OperationsPerJouleModel", "rate=3 GB", "power=0 W");
    Product.Run listed = product.mlsysim("--plugin-path", plugins, "plugins", "list");

    assertThat(solved.err()).isEmpty();
    assertThat(solved.exit()).isZero();
    assertThat(solved.out()).contains("operations_per_joule", "5.71428571428571", "FLOP/J");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("rate", "FLOP/s", "power", "(0, inf)");
    assertThat(listed.out()).contains("com.example.joules", "OperationsPerJouleModel");
  }

  @Test
  void aJarWithRecordsAndNoCodeAddsADevice() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack/META-INF/mlsysim/catalog"));
    Files.writeString(
        pack.resolve("devices.yaml"),
        """
        records:
          - id: X1
            kind: accelerator
            path: Hardware.Acme.X1
            name: Acme X1
            compute: {peak_flops: 500 TFLOP/s}
            memory: {capacity: 96 GiB, bandwidth: 4 TB/s}
            tdp: 600 W
            provenance: {kind: datasheet, title: Acme X1 datasheet}
        """);
    Path plugins = Files.createDirectory(folder.resolve("packs"));
    PluginJar.tool(
        "jar",
        "--create",
        "--file",
        plugins.resolve("acme-devices.jar").toString(),
        "-C",
        folder.resolve("pack").toString(),
        ".");

    Product.Run run =
        Product.in(folder)
            .mlsysim("--plugin-path", plugins.toString(), "eval", "Llama3_8B", "x1", "-o", "json");

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Llama3_8B on X1");
  }
}

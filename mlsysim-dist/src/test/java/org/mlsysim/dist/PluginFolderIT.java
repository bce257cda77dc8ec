package org.mlsysim.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Json;
import org.mlsysim.testkit.Trees;

/** Plugins of a folder, good ones and broken ones, in the packaged product. */
class PluginFolderIT {
  @TempDir private Path folder;
  private Path plugins;
  private PluginJar jars;

  @BeforeEach
  void openTheWorkshop() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    jars = new PluginJar(folder.resolve("workshop"));
    jars.resolver(plugins.resolve("good.jar"), "good", "GoodModel", "42", "");
  }

  private Product.Run mlsysim(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--plugin-path";
    all[1] = plugins.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Product.in(folder).mlsysim(all);
  }

  private Wire listed() {
    Product.Run run = mlsysim("plugins", "list", "-o", "json");

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    return Json.read(run.out(), "stdout");
  }

  /** The entry of a module in the list of plugins. */
  private static Wire.Fields entry(Wire list, String module) {
    return ((Wire.Items) Trees.at(list, "plugins").orElseThrow())
        .values().stream()
            .map(Wire.Fields.class::cast)
            .filter(each -> each.get("module").equals(java.util.Optional.of(Wire.of(module))))
            .filter(each -> each.values().containsKey("error"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(module + " is not rejected in " + list));
  }

  private static String text(Wire from, String name) {
    return ((Wire.Text) Trees.at(from, name).orElseThrow()).value();
  }

  private double answer(String resolver) {
    Product.Run run = mlsysim("solve", resolver, "-o", "json");

    assertThat(run.err()).isEmpty();
    return Trees.value(Trees.at(Json.read(run.out(), "stdout"), "outputs.answer").orElseThrow());
  }

  @Test
  void aConstructorThatThrowsIsListedAndHidesNobody() throws IOException {
    jars.resolver(
        plugins.resolve("angry.jar"),
        "angry",
        "AngryModel",
        "1",
        "if (true) throw new IllegalStateException(\"no licence\");");

    Wire.Fields angry = entry(listed(), "angry");

    assertThat(text(angry, "status")).isEqualTo("rejected");
    assertThat(text(angry, "error.phase")).isEqualTo("construct");
    assertThat(text(angry, "error.message")).contains("AngryModel", "no licence");
    assertThat(answer("GoodModel")).isEqualTo(42);
    assertThat(mlsysim("solve", "AngryModel").exit()).isEqualTo(4);
  }

  @Test
  void aModuleThatNeedsAnotherOneIsListed() throws IOException {
    Path lib =
        jars.pack(
            folder.resolve("elsewhere/lib.jar"),
            jars.source("module-info.java", "module lib { exports lib; }"),
            jars.source(
                "Number.java",
                "package lib; public class Number { public static double of() { return 7; } }"));
    jars.against("lib", lib)
        .resolver(plugins.resolve("needy.jar"), "needy", "NeedyModel", "lib.Number.of()", "");

    Wire list = listed();

    assertThat(Json.line(list)).contains("needy", "lib", "resolve");
    assertThat(answer("GoodModel")).isEqualTo(42);
  }

  @Test
  void twoPluginsMayCarryDifferentVersionsOfOneLibrary() throws IOException {
    for (int version : new int[] {1, 2}) {
      Path home = plugins.resolve("home" + version);
      PluginJar own = new PluginJar(folder.resolve("workshop" + version));
      Path lib =
          own.pack(
              home.resolve("lib.jar"),
              own.source("module-info.java", "module lib { exports lib; }"),
              own.source(
                  "Number.java",
                  "package lib; public class Number { public static double of() { return "
                      + version
                      + "; } }"));
      own.against("lib", lib)
          .resolver(
              home.resolve("plugin.jar"),
              "plugin" + version,
              "Model" + version,
              "lib.Number.of()",
              "");
    }

    assertThat(answer("Model1")).isEqualTo(1);
    assertThat(answer("Model2")).isEqualTo(2);
  }

  @Test
  void anIdThatTwoPluginsClaimIsRefusedToBoth() throws IOException {
    jars.resolver(plugins.resolve("one.jar"), "one", "SameModel", "1", "");
    jars.resolver(plugins.resolve("two.jar"), "two", "SameModel", "2", "");

    Wire list = listed();

    for (String module : new String[] {"one", "two"}) {
      Wire.Fields rejected = entry(list, module);
      assertThat(text(rejected, "error.code")).isEqualTo("MLS-PLUGIN-DUPLICATE");
      assertThat(text(rejected, "error.message")).contains("SameModel", "one", "two");
    }
  }

  @Test
  void theIdOfABuiltInResolverStaysWithIt() throws IOException {
    jars.resolver(plugins.resolve("thief.jar"), "thief", "SingleNodeModel", "1", "");

    Wire.Fields thief = entry(listed(), "thief");
    Product.Run run = mlsysim("solve", "SingleNodeModel", "model=GPT2", "hardware=A100");

    assertThat(text(thief, "error.message")).contains("SingleNodeModel", "org.mlsysim.core");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("latency");
  }

  @Test
  void aPluginBuiltForAnotherApiIsToldSo() throws IOException {
    Path api = folder.resolve("future/mlsysim-api.jar");
    Files.createDirectories(api.getParent());
    try (var jarsOfProduct = Files.list(Product.lib())) {
      Files.copy(
          jarsOfProduct
              .filter(jar -> jar.getFileName().toString().startsWith("mlsysim-api"))
              .findFirst()
              .orElseThrow(),
          api);
    }
    PluginJar.tool("jar", "--update", "--file", api.toString(), "--module-version=9.9.0");
    jars.against("mlsysim-api", api)
        .resolver(plugins.resolve("early.jar"), "early", "EarlyModel", "1", "");

    Wire.Fields early = entry(listed(), "early");

    assertThat(text(early, "error.code")).isEqualTo("MLS-PLUGIN-API");
    assertThat(text(early, "error.message")).contains("9.9.0", "0.1.0");
    assertThat(answer("GoodModel")).isEqualTo(42);
  }
}

package org.mlsysim.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between the modules, read from their compiled descriptors. */
class ModuleGraphTest {
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "org.mlsysim.physics", Set.of(),
          "org.mlsysim.processor", Set.of(),
          "org.mlsysim.api", Set.of(),
          "org.mlsysim.hardware", Set.of("org.mlsysim.api"),
          "org.mlsysim.models", Set.of("org.mlsysim.api"),
          "org.mlsysim.core", Set.of("org.mlsysim.api", "org.mlsysim.physics"),
          "org.mlsysim.pipeline", Set.of("org.mlsysim.api"),
          "org.mlsysim.runtime", Set.of("org.mlsysim.api", "org.mlsysim.pipeline"),
          "org.mlsysim.cli",
              Set.of(
                  "org.mlsysim.runtime",
                  "org.mlsysim.core",
                  "org.mlsysim.api",
                  "org.mlsysim.pipeline"),
          "com.example.mlsysim", Set.of("org.mlsysim.api"));

  private static final Map<String, ModuleDescriptor> MODULES = new TreeMap<>();

  @BeforeAll
  static void readDescriptors() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.toList()) {
        Path descriptor = module.resolve("target/classes/module-info.class");
        if (Files.exists(descriptor)) {
          try (InputStream bytes = Files.newInputStream(descriptor)) {
            ModuleDescriptor read = ModuleDescriptor.read(bytes);
            MODULES.put(read.name(), read);
          }
        }
      }
    }
  }

  private static Set<String> requires(ModuleDescriptor module) {
    return module.requires().stream()
        .map(ModuleDescriptor.Requires::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void noModuleRequiresWhatTheDesignDoesNotAllow() {
    ARROWS.forEach(
        (name, allowed) -> {
          assertThat(MODULES).containsKey(name);
          Set<String> ours =
              requires(MODULES.get(name)).stream()
                  .filter(each -> each.startsWith("org.mlsysim"))
                  .collect(Collectors.toSet());
          assertThat(ours).as(name).isSubsetOf(allowed);
        });
  }

  @Test
  void theLawsRequireTheBaseModuleAlone() {
    assertThat(requires(MODULES.get("org.mlsysim.physics"))).containsExactly("java.base");
  }

  @Test
  void theContractRequiresUnitsAndAnnotationsAlone() {
    assertThat(requires(MODULES.get("org.mlsysim.api")))
        .isSubsetOf(
            "java.base",
            "java.measure",
            "tech.units.indriya",
            "org.apiguardian.api",
            "org.jspecify");
  }

  @Test
  void onlyTheRuntimeKnowsGuice() {
    List<String> readers =
        MODULES.values().stream()
            .filter(module -> requires(module).contains("com.google.guice"))
            .map(ModuleDescriptor::name)
            .toList();

    assertThat(readers).containsExactly("org.mlsysim.runtime");
  }

  @Test
  void nothingIsOpenToEverybody() {
    for (ModuleDescriptor module : MODULES.values()) {
      assertThat(module.isOpen()).as(module.name()).isFalse();
      assertThat(module.opens()).as(module.name()).allMatch(ModuleDescriptor.Opens::isQualified);
    }
  }
}

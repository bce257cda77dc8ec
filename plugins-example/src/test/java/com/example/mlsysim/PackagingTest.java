package com.example.mlsysim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.ResolverFactory;

/** The plugin as it is packaged: found on the module path, and listed for the class path. */
class PackagingTest {
  private static final Module PLUGIN = PowerEfficiencyModel.class.getModule();

  @Test
  void everyResolverIsFoundByItsName() {
    assertThat(ResolverFactory.load(java.util.List.of()).available())
        .extracting(ResolverFactory.Available::id)
        .contains("CheapestHardwareOptimizer", "PowerEfficiencyModel", "RequiredBandwidthSolver");
  }

  @Test
  void servicesForTheClassPathAreThoseOfTheDescriptor() throws IOException {
    assertThat(PLUGIN.isNamed()).isTrue();
    for (ModuleDescriptor.Provides provides : PLUGIN.getDescriptor().provides()) {
      try (InputStream file =
          Objects.requireNonNull(
              PLUGIN.getResourceAsStream("META-INF/services/" + provides.service()))) {
        assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
            .containsExactlyElementsOf(provides.providers());
      }
    }
  }
}

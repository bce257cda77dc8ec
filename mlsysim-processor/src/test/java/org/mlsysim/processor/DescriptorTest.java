package org.mlsysim.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The one service file that nothing can generate: the processor's own. */
class DescriptorTest {
  @Test
  void theProcessorsOwnServiceFileIsThatOfItsDescriptor() throws IOException {
    Module module = PortProcessor.class.getModule();

    for (var provides : module.getDescriptor().provides()) {
      try (InputStream file =
          Objects.requireNonNull(
              module.getResourceAsStream("META-INF/services/" + provides.service()))) {
        assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
            .containsExactlyElementsOf(provides.providers());
      }
    }
    assertThat(module.getDescriptor().provides()).hasSize(1);
  }
}

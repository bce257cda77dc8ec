package org.mlsysim.registry.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The service files of the class path, written from the module descriptor, so that the two never
 * disagree.
 */
public final class ServiceFiles {
  private ServiceFiles() {}

  /** Writes the service files of the folder given as the one argument. */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]));
  }

  /** Writes {@code META-INF/services} beside a compiled {@code module-info.class}. */
  static void write(Path classes) throws IOException {
    Path descriptor = classes.resolve("module-info.class");
    if (!Files.exists(descriptor)) {
      return;
    }
    Path services = classes.resolve("META-INF/services");
    try (InputStream in = Files.newInputStream(descriptor)) {
      for (ModuleDescriptor.Provides each : ModuleDescriptor.read(in).provides()) {
        Files.createDirectories(services);
        Files.writeString(
            services.resolve(each.service()), String.join("\n", each.providers()) + "\n");
      }
    }
  }
}

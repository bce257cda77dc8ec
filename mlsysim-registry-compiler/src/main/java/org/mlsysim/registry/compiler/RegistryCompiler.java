package org.mlsysim.registry.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mlsysim.api.catalog.CompiledCatalog;
import org.mlsysim.api.wire.Wire;

/**
 * Compiles a folder of registry YAML into the resources of a module, and writes the module's
 * service files.
 *
 * <p>A folder builds only if every record of it reads as its kind and every figure says where it
 * comes from; all that is wrong is reported at once.
 */
public final class RegistryCompiler {
  private RegistryCompiler() {}

  /**
   * Compiles.
   *
   * @param arguments the module's name, the date of the edition, the folder of compiled classes,
   *     the package of the resources, the folder of YAML, then folders whose records may be
   *     referred to
   * @throws RefusedRegistryException if anything is wrong with the records
   */
  public static void main(String[] arguments) throws IOException {
    String module = arguments[0];
    LocalDate edition = LocalDate.parse(arguments[1]);
    Path classes = Path.of(arguments[2]);
    Path target = classes.resolve(arguments[3].replace('.', '/'));
    List<RegistryFile> own = read(Path.of(arguments[4]));
    List<RegistryFile> known = new ArrayList<>();
    for (String folder : Arrays.asList(arguments).subList(5, arguments.length)) {
      known.addAll(read(Path.of(folder)));
    }
    List<String> problems = new RegistryAudit(module, own, known, edition).problems();
    if (!problems.isEmpty()) {
      throw new RefusedRegistryException(module, problems);
    }
    List<List<Wire.Fields>> records = own.stream().map(RegistryFile::records).toList();
    Files.createDirectories(target);
    for (Map.Entry<String, byte[]> resource : CompiledCatalog.compile(records).entrySet()) {
      Files.write(target.resolve(resource.getKey()), resource.getValue());
    }
    ServiceFiles.write(classes);
  }

  private static List<RegistryFile> read(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> files = Files.walk(folder)) {
      paths = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    List<RegistryFile> read = new ArrayList<>();
    for (Path path : paths) {
      read.add(RegistryFile.read(folder, path));
    }
    return read;
  }
}

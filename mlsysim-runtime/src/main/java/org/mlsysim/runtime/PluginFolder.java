package org.mlsysim.runtime;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.mlsysim.api.discovery.Discovery;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Yaml;

/**
 * A folder of plugins: every jar, and every sub-folder of jars, is one plugin in a module layer of
 * its own, so two plugins may carry different versions of one library.
 *
 * <p>A plugin that cannot be loaded is a rejection and hides no other one. A jar may also carry
 * plain registry records in {@code META-INF/mlsysim/catalog/*.yaml}, without any code.
 */
final class PluginFolder {
  private static final String CATALOG = "META-INF/mlsysim/catalog/";

  /** A registry file that a plugin carries. */
  record CatalogFile(String module, String file, Wire content) {}

  private final List<ModuleLayer> layers = new ArrayList<>();
  private final List<CatalogFile> catalogs = new ArrayList<>();
  private final List<Discovery.Rejection> rejections = new ArrayList<>();

  private PluginFolder() {}

  /** Loads every plugin of the folders. */
  static PluginFolder load(List<Path> folders) {
    PluginFolder loaded = new PluginFolder();
    folders.forEach(loaded::loadFolder);
    return loaded;
  }

  List<ModuleLayer> layers() {
    return layers;
  }

  List<CatalogFile> catalogs() {
    return catalogs;
  }

  List<Discovery.Rejection> rejections() {
    return rejections;
  }

  private void loadFolder(Path folder) {
    List<Path> plugins = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry) || entry.toString().endsWith(".jar")) {
          plugins.add(entry);
        }
      }
    } catch (NotDirectoryException e) {
      plugins.add(folder);
    } catch (IOException e) {
      reject(folder, Discovery.Phase.FIND, "%s cannot be read: %s".formatted(folder, e));
      return;
    }
    plugins.stream().sorted(Comparator.comparing(Path::toString)).forEach(this::loadPlugin);
  }

  private void loadPlugin(Path plugin) {
    ModuleLayer parent = PluginFolder.class.getModule().getLayer();
    if (parent == null) {
      reject(
          plugin,
          Discovery.Phase.RESOLVE,
          "a plugin folder needs mlsysim on the module path; put the jar on the class path instead");
      return;
    }
    Discovery.Phase phase = Discovery.Phase.FIND;
    try {
      ModuleFinder finder = ModuleFinder.of(plugin);
      Set<ModuleReference> found = finder.findAll();
      if (found.isEmpty()) {
        reject(plugin, phase, "it holds no module");
        return;
      }
      Set<String> roots =
          found.stream()
              .map(reference -> reference.descriptor().name())
              .collect(Collectors.toSet());
      phase = Discovery.Phase.RESOLVE;
      Configuration configuration =
          parent.configuration().resolveAndBind(finder, ModuleFinder.of(), roots);
      phase = Discovery.Phase.LOAD;
      layers.add(
          parent.defineModulesWithOneLoader(configuration, PluginFolder.class.getClassLoader()));
    } catch (FindException | ResolutionException | LayerInstantiationException | LinkageError e) {
      reject(plugin, phase, Discovery.reason(e));
      return;
    }
    readCatalogs(plugin);
  }

  private void readCatalogs(Path plugin) {
    try (DirectoryStream<Path> jars =
        Files.isDirectory(plugin)
            ? Files.newDirectoryStream(plugin, "*.jar")
            : Files.newDirectoryStream(
                plugin.toAbsolutePath().getParent(), plugin.getFileName().toString())) {
      for (Path jar : jars) {
        readCatalog(jar);
      }
    } catch (IOException e) {
      reject(plugin, Discovery.Phase.LOAD, Discovery.reason(e));
    }
  }

  private void readCatalog(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<JarEntry> entries =
          file.stream()
              .filter(entry -> entry.getName().startsWith(CATALOG))
              .filter(entry -> entry.getName().endsWith(".yaml"))
              .sorted(Comparator.comparing(JarEntry::getName))
              .toList();
      for (JarEntry entry : entries) {
        String text = new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        String name = "%s!%s".formatted(jar.getFileName(), entry.getName());
        catalogs.add(new CatalogFile(jar.getFileName().toString(), name, Yaml.read(text, name)));
      }
    } catch (MlsysimException e) {
      reject(jar, Discovery.Phase.REGISTER, e.findings().get(0).text());
    }
  }

  private void reject(Path plugin, Discovery.Phase phase, String message) {
    Discovery.Bundle bundle =
        new Discovery.Bundle(
            String.valueOf(plugin.getFileName()),
            Optional.empty(),
            Optional.empty(),
            Discovery.Origin.PLUGIN_PATH);
    rejections.add(new Discovery.Rejection(bundle, "", ErrorCode.PLUGIN_LOAD, phase, message));
  }
}

package org.mlsysim.runtime;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a caller may set.
 *
 * @param pluginPath folders of plugins, or single plugin jars
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Settings(List<Path> pluginPath) {
  /** The environment variable with plugin folders, separated as paths are. */
  public static final String PLUGIN_PATH_VARIABLE = "MLSYSIM_PLUGIN_PATH";

  public Settings {
    pluginPath = List.copyOf(pluginPath);
  }

  /** No plugin folders: what stands on the module path or class path alone. */
  public static Settings bare() {
    return new Settings(List.of());
  }

  /**
   * The folders of {@value #PLUGIN_PATH_VARIABLE} and the user's own folder, if it exists, and
   * further ones.
   */
  public static Settings ofUser(List<Path> more) {
    List<Path> folders = new ArrayList<>(more);
    String variable = System.getenv(PLUGIN_PATH_VARIABLE);
    if (variable != null) {
      for (String folder : variable.split(File.pathSeparator, -1)) {
        if (!folder.isBlank()) {
          folders.add(Path.of(folder));
        }
      }
    }
    Path own = userPlugins();
    if (Files.isDirectory(own)) {
      folders.add(own);
    }
    return new Settings(folders);
  }

  /** The user's own folder of plugins. */
  public static Path userPlugins() {
    return Path.of(System.getProperty("user.home"), ".mlsysim", "plugins");
  }
}
